// The indicator block: which text belongs to which row and column.
import { type Atom, cellText } from './atoms.ts'
import { type Cutter, cutter, type RowColumn, type Widths } from './cutter.ts'
import { type Group, groupsOf, type Label } from './groups.ts'
import { beginsLabel } from './labels.ts'
import { type Cut, cutRows, type RowCut, type Stage, stagesOf } from './rows.ts'
import { aspects, dimensions } from './vocabulary.ts'
import { supportedWidth } from './wrap.ts'

/** One row: the atoms of each cell by the field of its column. */
export type IndicatorRow = {
  readonly dimension: Label | null
  readonly aspect: Label | null
  readonly cells: ReadonlyMap<string, readonly Atom[]>
}
export type IndicatorBlock = { readonly rows: readonly IndicatorRow[]; readonly unread: readonly Atom[] }

/** Tables of any real form are read as often as it takes, longer texts once. */
const passesFor = (atoms: number): number => (atoms > 3000 ? 1 : 4)

/** Rows that cost more were hardly understood: nothing is learned from them. */
const understood = 5

/** Widths of the columns as the rows of a reading show them. */
function widthsOf(cuts: readonly Cut[], readings: readonly Cutter[], columns: readonly RowColumn[]): Widths {
  const all = new Map(columns.map((column) => [column.at, [] as number[]]))
  const wrapped = new Map(columns.map((column) => [column.at, [] as number[]]))
  const learn = (cutter: Cutter, row: RowCut): void => {
    if (rowCost(cutter, row, columns) > understood) return
    for (const [c, span] of row.entries()) {
      const column = columns[c]
      if (!column) continue
      const widths = cutter.lineWidths(column, span.from, span.to)
      all.get(column.at)?.push(...widths)
      wrapped.get(column.at)?.push(...widths.slice(0, -1))
    }
  }
  for (const [g, cut] of cuts.entries()) for (const row of cut.rows) if (readings[g]) learn(readings[g], row)
  return new Map(
    columns.map(({ at }) => [
      at,
      { least: Math.max(0, ...(all.get(at) ?? [])), full: supportedWidth(wrapped.get(at) ?? []) },
    ]),
  )
}

const rowCost = (cutter: Cutter, row: RowCut, columns: readonly RowColumn[]): number =>
  row.reduce((cost, span, c) => {
    const column = columns[c]
    return column && column.format !== 'points' ? cost + cutter.cost(column, span.from, span.to) : cost
  }, 0)

const sameWidths = (a: Widths, b: Widths): boolean =>
  [...a].every(([at, width]) => b.get(at)?.least === width.least && b.get(at)?.full === width.full)

/**
 * What speaks against a row that begins without a blank line before it: at first how common blank lines are, then how
 * the rows of a reading begin; where most do so after one, a row that does not is hardly one.
 */
function crowdedCost(cuts: readonly Cut[], groups: readonly Group[]): number {
  const lines = groups.flatMap((group) => group.atoms).filter((atom) => atom.gap !== 'space')
  const begins = cuts.flatMap((cut, g) => cut.rows.slice(1).flatMap((row) => groups[g]?.atoms[row[0]?.from ?? 0] ?? []))
  const share = (atoms: readonly Atom[]): number =>
    atoms.filter((atom) => atom.gap !== 'line').length / (atoms.length || 1)
  if (begins.length < 3) return share(lines) > 1 / 3 ? 1.2 : 0
  return share(begins) > 0.85 ? 2.5 : share(begins)
}

/**
 * Reads the rows. How wide the columns are is not printed, it shows in the cells; so the block is read, the widths are
 * taken from that reading, and it is read again until nothing changes. `open`: no end of the table was found.
 */
export function readIndicators(atoms: readonly Atom[], columns: readonly RowColumn[], open: boolean): IndicatorBlock {
  const stages = stagesOf(columns)
  const groups = groupsOf(atoms)
  const cutters = groups.map((group, g) => cutter(group.atoms, open && g === groups.length - 1))
  let widths: Widths = new Map()
  let cuts: readonly Cut[] = []
  for (let pass = 0; pass < passesFor(atoms.length); pass++) {
    const readings = cutters.map((make) => make(widths))
    const crowded = crowdedCost(cuts, groups)
    cuts = groups.map((_, g) => cutWith(readings[g], stages, crowded))
    const next = widthsOf(cuts, readings, columns)
    if (sameWidths(next, widths) && crowdedCost(cuts, groups) === crowded) break
    widths = next
  }
  const rows = groups.flatMap((group, g) => (cuts[g]?.rows ?? []).map((row) => rowOf(group, columns, row)))
  const unread = groups.flatMap((group, g) => (cuts[g]?.unread ?? []).flatMap((at) => group.atoms[at] ?? []))
  const last = rows.at(-1)
  return open && last && isCutLabel(last)
    ? { rows: rows.slice(0, -1), unread: [...unread, ...(last.cells.get('name') ?? [])] }
    : { rows, unread }
}

/** A last row that has nothing but the beginning of a group label is none. */
function isCutLabel(row: IndicatorRow): boolean {
  const filled = [...row.cells].filter(([, atoms]) => atoms.length > 0)
  const [name, atoms] = filled[0] ?? []
  if (filled.length !== 1 || name !== 'name' || !atoms) return false
  const text = cellText(atoms)
  return beginsLabel(text, aspects) || beginsLabel(text, dimensions)
}

const cutWith = (reading: Cutter | undefined, stages: readonly Stage[], crowded: number): Cut =>
  reading ? cutRows(reading, stages, crowded) : { rows: [], unread: [], cost: 0 }

const rowOf = (group: Group, columns: readonly RowColumn[], row: Cut['rows'][number]): IndicatorRow => ({
  dimension: group.dimension,
  aspect: group.aspect,
  cells: new Map(columns.map((column, c) => [column.at, group.atoms.slice(row[c]?.from ?? 0, row[c]?.to ?? 0)])),
})
