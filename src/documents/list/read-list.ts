// A plain list in a workbook or csv file: one row of headings, then one row an item. For importing organisations and projects.

import { csvGrid } from '../csv/read-csv.ts'
import type { Grid, Row } from '../grid.ts'
import { InputProblem } from '../input-problem.ts'
import { type OpenDocument, openDocument } from '../open-document.ts'
import { labelKey } from '../text.ts'

/** A column of the list: the headings it is known under, the first of them named in messages. */
export type ListColumn = { readonly headings: readonly [string, ...string[]]; readonly required?: true }

export type ListRow<K extends string> = {
  /** Cell texts, trimmed; '' where the cell is empty or the file has no such column. */
  readonly values: Readonly<Record<K, string>>
  /** Where the cell of a column stands: “机构表!B7”, or the row where there is no cell. */
  readonly cellOf: (column: K) => string
}

export type List<K extends string> = { readonly rows: readonly ListRow<K>[]; readonly columns: readonly K[] }

/** Rows of the first table whose heading row names every required column. Throws `InputProblem` where none does. */
export async function readList<K extends string>(
  { bytes, name }: { bytes: Uint8Array; name: string },
  columns: Readonly<Record<K, ListColumn>>,
): Promise<List<K>> {
  const document = await openDocument(bytes, name)
  const keys = Object.keys(columns) as K[] // the keys of the record given
  const [found] = gridsOf(document).flatMap((grid) => {
    const start = grid.rows.findIndex((row) => names(row, keys, columns))
    const head = grid.rows[start]
    return head ? [{ grid, start, head }] : []
  })
  if (!found) throw new InputProblem('not-readable', `${name}：${headingsWanted(keys, columns)}`)
  const { grid, start, head } = found
  const positions = new Map(keys.map((key) => [key, columnOf(head, columns[key])]))
  const rows = rowsOf(grid, start).map((row) => listRow(row, head, positions, keys))
  return {
    rows: rows.filter((row) => keys.some((key) => row.values[key] !== '')),
    columns: keys.filter((key) => (positions.get(key) ?? -1) >= 0),
  }
}

/** A text is tried between tabs, commas and semicolons. */
const gridsOf = ({ content }: OpenDocument): readonly Grid[] => {
  if (content.shape === 'grid') return [content.grid]
  if (content.shape === 'forms') return []
  const text = content.lines.map((line) => line.text).join('\n')
  return ['\t', ',', ';'].map((separator) => csvGrid(text, separator).grid)
}

const columnOf = (head: Row, { headings }: ListColumn): number =>
  head.findIndex((cell) => headings.some((heading) => labelKey(heading) === labelKey(cell.text)))

const names = <K extends string>(row: Row, keys: readonly K[], columns: Readonly<Record<K, ListColumn>>): boolean =>
  keys.every((key) => !columns[key].required || columnOf(row, columns[key]) >= 0)

const headingsWanted = <K extends string>(keys: readonly K[], columns: Readonly<Record<K, ListColumn>>): string => {
  const wanted = keys.filter((key) => columns[key].required).map((key) => columns[key].headings[0])
  return `没有找到表头行，表头应含：${wanted.join('、')}。请使用 xlsx 或 csv，一行一条。`
}

/** The rows of the heading's own table: a note below it is no item. */
function rowsOf({ rows, tables }: Grid, start: number): readonly Row[] {
  const table = tables?.[start]
  return rows.filter((_, i) => i > start && (tables === undefined || tables[i] === table))
}

function listRow<K extends string>(
  row: Row,
  head: Row,
  positions: ReadonlyMap<K, number>,
  keys: readonly K[],
): ListRow<K> {
  const cellAt = (key: K) => row[positions.get(key) ?? -1]
  const values = Object.fromEntries(keys.map((key) => [key, cellAt(key)?.text.trim() ?? ''])) as Record<K, string> // one entry a key
  const anywhere = row.find((cell) => cell.source.cell ?? cell.source.line)
  const placeOf = (cell: Row[number] | undefined) =>
    cell?.source.cell ?? (cell?.source.line ? `第${cell.source.line}行` : undefined)
  const under = (key: K) => crossing(head[positions.get(key) ?? -1]?.source.cell, anywhere?.source.cell)
  return { values, cellOf: (key) => placeOf(cellAt(key)) ?? under(key) ?? placeOf(anywhere) ?? '' }
}

/** A workbook keeps no empty cells: theirs is where the heading's column meets the row. 机构!C1, 机构!A2 → 机构!C2 */
function crossing(heading: string | undefined, row: string | undefined): string | undefined {
  const column = /([A-Z]+)\d+$/.exec(heading ?? '')?.[1]
  return column === undefined ? undefined : row?.replace(/[A-Z]+(?=\d+$)/, column)
}
