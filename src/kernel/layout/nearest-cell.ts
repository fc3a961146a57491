// Which of the cells there are a finding belongs to: pages and annotated files place it alike.

/** Cells that stand for their row or group, most telling first. */
const NAMING = ['name', 'label', 'plan', 'score']

/** The cell itself, else the cell it is part of, else the naming cell of its row; null = the form as a whole. */
export function nearestCell(cells: { readonly has: (path: string) => boolean }, path: string): string | null {
  for (let p = path; p !== ''; p = p.replace(/\.?[^.]+$/, '')) {
    if (cells.has(p)) return p
    for (const naming of NAMING) if (cells.has(`${p}.${naming}`)) return `${p}.${naming}`
  }
  return null
}
