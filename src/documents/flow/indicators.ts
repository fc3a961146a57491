// The indicator block: which text belongs to which row and column.
import type { Atom } from './atoms.ts'
import { type Cutter, cutter, type RowColumn, type Widths } from './cutter.ts'
import { type Group, groupsOf, type Label } from './groups.ts'
import { type Cut, cutRows, type Stage, stagesOf } from './rows.ts'
import { columnWidth } from './wrap.ts'

/** One row: the atoms of each cell by the field of its column. */
export type IndicatorRow = {
  readonly dimension: Label | null
  readonly aspect: Label | null
  readonly cells: ReadonlyMap<string, readonly Atom[]>
}
export type IndicatorBlock = { readonly rows: readonly IndicatorRow[]; readonly unread: readonly Atom[] }

const passes = 4

/** Widths of the columns as the cells of a reading show them. */
function widthsOf(cuts: readonly Cut[], readings: readonly Cutter[], columns: readonly RowColumn[]): Widths {
  const seen = new Map<string, number[]>(columns.map((column) => [column.at, []]))
  for (const [g, cut] of cuts.entries())
    for (const row of cut.rows)
      for (const [c, span] of row.entries()) {
        const column = columns[c]
        if (column)
          seen
            .get(column.at)
            ?.push(...(readings[g]?.cell(column, span.from, span.to).measured.map((m) => m.width) ?? []))
      }
  return new Map([...seen].map(([at, widths]) => [at, columnWidth(widths)]))
}

/** Blank lines part the rows where the text has many of them. */
const hasBlankLines = (atoms: readonly Atom[]): boolean => {
  const lines = atoms.filter((atom) => atom.gap !== 'space')
  return lines.filter((atom) => atom.gap !== 'line').length * 3 > lines.length
}

/**
 * Reads the rows. How wide the columns are is not printed, it shows in the cells; so the block is read, the widths are
 * taken from that reading, and it is read again until nothing changes.
 */
export function readIndicators(atoms: readonly Atom[], columns: readonly RowColumn[]): IndicatorBlock {
  const stages = stagesOf(columns)
  const groups = groupsOf(atoms)
  const cutters = groups.map((group) => cutter(group.atoms))
  const blankLines = hasBlankLines(atoms)
  let widths: Widths = new Map()
  let cuts: readonly Cut[] = []
  for (let pass = 0; pass < passes; pass++) {
    const readings = cutters.map((make) => make(widths))
    cuts = groups.map((group, g) => cutWith(group, readings[g], stages, blankLines))
    const next = widthsOf(cuts, readings, columns)
    if ([...next].every(([at, width]) => widths.get(at) === width)) break
    widths = next
  }
  return {
    rows: groups.flatMap((group, g) => (cuts[g]?.rows ?? []).map((row) => rowOf(group, columns, row))),
    unread: groups.flatMap((group, g) => (cuts[g]?.unread ?? []).flatMap((at) => group.atoms[at] ?? [])),
  }
}

const cutWith = (group: Group, reading: Cutter | undefined, stages: readonly Stage[], blankLines: boolean): Cut =>
  reading ? cutRows(group.atoms, reading, stages, blankLines) : { rows: [], unread: [], cost: 0 }

const rowOf = (group: Group, columns: readonly RowColumn[], row: Cut['rows'][number]): IndicatorRow => ({
  dimension: group.dimension,
  aspect: group.aspect,
  cells: new Map(columns.map((column, c) => [column.at, group.atoms.slice(row[c]?.from ?? 0, row[c]?.to ?? 0)])),
})
