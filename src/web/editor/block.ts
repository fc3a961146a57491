// A block of cells as it is copied and pasted: rows of texts; null = covered by a merged cell.

export type Block = readonly (readonly (string | null)[])[]

/** Larger blocks are no form. */
const mostCells = 200_000

/** Text between tabs as spreadsheets put it on the clipboard: quotes around cells with line breaks, tabs or quotes. */
export function blockOfText(text: string): Block {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  while (at <= source.length && rows.length * Math.max(1, row.length) < mostCells) {
    const [cell, end] = source[at] === '"' ? quoted(source, at) : plain(source, at)
    row.push(cell)
    if (source[end] === '\t') at = end + 1
    else {
      rows.push(row)
      row = []
      if (end >= source.length) break
      at = end + 1
    }
  }
  return rows
}

function plain(source: string, from: number): [string, number] {
  let end = from
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++
  return [source.slice(from, end), end]
}

/** A quote that does not enclose a whole cell is an ordinary character. */
function quoted(source: string, from: number): [string, number] {
  for (let at = source.indexOf('"', from + 1); at >= 0; at = source.indexOf('"', at + 2)) {
    if (source[at + 1] === '"') continue
    const next = source[at + 1]
    if (next !== undefined && next !== '\t' && next !== '\n') break
    return [source.slice(from + 1, at).replaceAll('""', '"'), at + 1]
  }
  return plain(source, from)
}

/** The same for other programs; a formula stays text. */
export const textOfBlock = (block: Block): string =>
  block.map((row) => row.map((cell) => quote(cell ?? '')).join('\t')).join('\n')

const quote = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Every row as wide as the widest. */
export function squared(block: Block): Block {
  const width = Math.max(0, ...block.map((row) => row.length))
  return block.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** Lines of words are one text, not a column of cells; null where there are columns. */
export const proseOf = (block: Block): string | null =>
  block.every((row) => row.length === 1)
    ? block
        .map(([line]) => line ?? '')
        .join('\n')
        .trim()
    : null

/** The block without the columns that hold such texts. */
export function withoutColumns(block: Block, unwanted: (text: string) => boolean): Block {
  const left = new Set(block.flatMap((row) => row.flatMap((cell, i) => (cell !== null && unwanted(cell) ? [i] : []))))
  return left.size === 0 ? block : block.map((row) => row.filter((_, i) => !left.has(i)))
}
