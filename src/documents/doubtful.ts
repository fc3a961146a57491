// Cells whose place is not sure: what was read from them is taken out of the form again and listed.
import type { Doubt, Form, NotRead } from '../kernel/form/form.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { isSure } from './unseen/certainty.ts'
import { withoutPaths } from './unseen/left-out.ts'

/** More would be no list to look through. */
const MOST = 200

/** The grid without the texts of rows that are doubtful from end to end: no part of them is a heading or a field. */
export const withoutDoubtfulRows = (grid: Grid): Grid =>
  grid.rows.some(isDoubtful) ? { ...grid, rows: grid.rows.map((row) => (isDoubtful(row) ? [] : row)) } : grid

const isDoubtful = (row: Row): boolean =>
  row.some((cell) => cell.doubt !== undefined) && row.every((cell) => cell.doubt !== undefined || cell.text === '')

/** The form read from a grid, without the fields that came from doubtful cells. */
export function withoutDoubtful(form: Form, { rows }: Grid): Form {
  const doubtful = rows.flatMap((row) => row.filter((cell) => cell.doubt !== undefined))
  if (doubtful.length === 0) return form
  const paths = Object.entries(form.sources ?? {}).flatMap(([path, { certainty }]) => (isSure(certainty) ? [] : [path]))
  const listed = [...(form.notRead ?? []), ...doubtful.slice(0, MOST).map((cell) => entry(cell))]
  const unlisted = unlistedDoubts(doubtful.slice(MOST))
  const read = { ...withoutPaths(form, paths), notRead: listed }
  return unlisted.length === 0 ? read : { ...read, doubts: [...(form.doubts ?? []), ...unlisted] }
}

/** What the list leaves out is a doubt: what stands in the list is printed, and this is not. */
function unlistedDoubts(cells: readonly Cell[]): readonly Doubt[] {
  const [first] = cells
  if (first === undefined) return []
  const { line } = first.source
  const message = `另有 ${cells.length} 处没有把握的内容未读入，也未列出；请对照原表`
  return [{ path: null, message, ...(line === undefined ? {} : { line }) }]
}

function entry({ text, source, doubt = '' }: Cell): NotRead {
  const { certainty: _, ...place } = source
  return { ...place, text, label: null, why: doubt }
}
