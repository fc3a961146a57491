// Lines this system wrote into a copy of a document: they are no part of it, and reading the copy passes over them.
import type { Grid } from './grid.ts'
import type { Line } from './source-text.ts'

export const OWN_NOTE = '〔衡绩批注〕'

const isOwn = (text: string): boolean => text.startsWith(OWN_NOTE)

/** The text alone: our words must not decide what kind of text it is. */
export const withoutOwnText = (text: string): string =>
  text.includes(OWN_NOTE) ? text.replace(/^〔衡绩批注〕.*(?:\r?\n|\r|$)/gm, '') : text

/** Numbers of lines stay. */
export const withoutOwnLines = (lines: readonly Line[]): readonly Line[] =>
  lines.some(({ text }) => isOwn(text)) ? lines.filter(({ text }) => !isOwn(text)) : lines

/** Such rows stand below the document's own. */
export function withoutOwnRows(grid: Grid): Grid {
  const own = new Set(grid.rows.filter((row) => isOwn(row[0]?.text ?? '')))
  if (own.size === 0) return grid
  const rows = grid.rows.filter((row) => !own.has(row))
  return grid.tables === undefined
    ? { rows }
    : { rows, tables: grid.tables.filter((_, i) => !own.has(grid.rows[i] ?? [])) }
}
