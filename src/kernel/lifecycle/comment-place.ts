// Where a comment's cell stands in a later version: it follows its row by the row's key.
import type { Form } from '../form/form.ts'
import { at, printedAt } from '../form/path.ts'

/** What a comment is bound to. `path` is that of the version it was written at. */
export type Bound = { readonly path: string | null; readonly rowKey: string | null; readonly quote: string | null }

export type CommentPlace = {
  readonly path: string | null
  /** The row it was written at no longer exists. */
  readonly rowGone: boolean
  /** The cell prints something else by now. */
  readonly changedSince: boolean
}

const IN_ROW = /^(funds|tasks|indicators)\[(\d+)\](.*)$/

/** The key of the row a path leads into; null outside of rows, and for rows without one. */
export function rowKeyAt(form: Form, path: string | null): string | null {
  const [, table, index] = IN_ROW.exec(path ?? '') ?? []
  if (table !== 'tasks' && table !== 'indicators') return null
  return form[table][Number(index)]?.key ?? null
}

export function placeOfComment({ path, rowKey, quote }: Bound, form: Form): CommentPlace {
  const here = path === null ? null : movedPath(path, rowKey, form)
  if (path !== null && here === null) return { path: null, rowGone: true, changedSince: true }
  return { path: here, rowGone: false, changedSince: here !== null && printedAt(form, here) !== quote }
}

function movedPath(path: string, rowKey: string | null, form: Form): string | null {
  const [, table, , rest] = IN_ROW.exec(path) ?? []
  if (rowKey === null || (table !== 'tasks' && table !== 'indicators'))
    return at(form, path) === undefined ? null : path
  const index = form[table].findIndex(({ key }) => key === rowKey)
  return index < 0 ? null : `${table}[${index}]${rest ?? ''}`
}
