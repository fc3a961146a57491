// What was being typed when the page went away, and the cell it is for: recovered there, or shown, never put into another row.
import { type Row, type Table, tables } from '../../kernel/form/cells.ts'
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import type { Typing } from './draft.ts'

export type LeftTyping = Typing & {
  /** The server's version the form was made on: only there do the rows stand as they stood. */
  readonly version: number
  /** By what the row is known in another version; null: by nothing, or the cell is in no table. */
  readonly row: string | null
  /** What the cell said when it was typed into. */
  readonly was: string
}

export function leftTyping(form: Form, version: number, { path, text }: Typing): LeftTyping {
  const place = placeOf(path)
  const row = place && idOf(form[place.table][place.index])
  return { path, text, version, row, was: printedAt(form, path) ?? '' }
}

/** `cells`: those that still are what they were when they were typed into; `stray`: what must not be typed unseen. */
export function typedAgain(
  form: Form,
  version: number,
  left: readonly LeftTyping[],
): { readonly cells: readonly Typing[]; readonly stray: readonly LeftTyping[] } {
  const placed = left.map((one) => ({ one, path: pathIn(form, version, one) }))
  const isSame = (path: string | null, { was }: LeftTyping): path is string =>
    path !== null && (printedAt(form, path) ?? '') === was
  return {
    cells: placed.flatMap(({ one, path }) => (isSame(path, one) ? [{ path, text: one.text }] : [])),
    stray: placed.flatMap(({ one, path }) => {
      const isThere = isSame(path, one) || (path !== null && printedAt(form, path) === one.text.trim())
      return isThere ? [] : [one]
    }),
  }
}

function pathIn(form: Form, version: number, { path, row, version: typedIn }: LeftTyping): string | null {
  const place = placeOf(path)
  if (place === null) return tables.some((table) => path.startsWith(`${table}[`)) ? null : path
  const at = row === null ? (version === typedIn ? place.index : null) : placeById(form, place.table, row)
  return at === null || form[place.table][at] === undefined ? null : `${place.table}[${at}].${place.name}`
}

/** Null where none or more than one is known by it. */
function placeById(form: Form, table: Table, id: string): number | null {
  const places = form[table].flatMap((row: Row, i: number) => (idOf(row) === id ? [i] : []))
  return places.length === 1 ? (places[0] ?? null) : null
}

function idOf(row: Row | undefined): string | null {
  if (row === undefined) return null
  return 'scope' in row ? JSON.stringify([row.scope, row.label]) : (row.key ?? null)
}
