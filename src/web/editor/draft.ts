// The form being edited, with every step that can be undone.

import type { Table } from '../../kernel/form/cells.ts'
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { insertRows, moveRows, removeRows, typeAll } from '../../kernel/form/type-in.ts'

export type Draft = {
  readonly form: Form
  /** Older states, newest last; each with what was done to leave it. */
  readonly past: readonly Form[]
  readonly future: readonly Form[]
  /** Grows with every change, undone or not: what was saved is compared with it. */
  readonly step: number
}

export type Edit =
  | { readonly do: 'type'; readonly cells: readonly { readonly path: string; readonly text: string }[] }
  /** A whole form at once: a paste that was looked at, a merge with what others saved. */
  | { readonly do: 'replace'; readonly form: Form }
  | { readonly do: 'insert'; readonly table: Table; readonly at: number; readonly count: number }
  | { readonly do: 'remove'; readonly table: Table; readonly at: number; readonly count: number }
  | { readonly do: 'move'; readonly table: Table; readonly from: number; readonly to: number; readonly count: number }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

const mostSteps = 500

export const draftOf = (form: Form): Draft => ({ form, past: [], future: [], step: 0 })

export function edited(draft: Draft, edit: Edit): Draft {
  if (edit.do === 'undo') {
    const form = draft.past.at(-1)
    return form
      ? { form, past: draft.past.slice(0, -1), future: [draft.form, ...draft.future], step: draft.step + 1 }
      : draft
  }
  if (edit.do === 'redo') {
    const [form, ...future] = draft.future
    return form ? { form, past: [...draft.past, draft.form], future, step: draft.step + 1 } : draft
  }
  const form = changed(draft.form, edit)
  if (form === draft.form) return draft
  return { form, past: [...draft.past, draft.form].slice(-mostSteps), future: [], step: draft.step + 1 }
}

function changed(form: Form, edit: Exclude<Edit, { do: 'undo' | 'redo' }>): Form {
  switch (edit.do) {
    case 'type': {
      const cells = edit.cells.filter(({ path, text }) => (printedAt(form, path) ?? '') !== text.trim())
      return cells.length === 0 ? form : typeAll(form, cells).form
    }
    case 'replace':
      return edit.form
    case 'insert':
      return insertRows(form, edit.table, edit.at, edit.count)
    case 'remove':
      return removeRows(form, edit.table, edit.at, edit.count)
    case 'move':
      return moveRows(form, edit.table, edit.from, edit.to, edit.count)
  }
}
