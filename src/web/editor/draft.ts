// The form being edited, with every step that can be undone and what was typed but not taken.

import type { Table } from '../../kernel/form/cells.ts'
import type { Form } from '../../kernel/form/form.ts'
import { merge } from '../../kernel/form/merge.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { insertRows, moveRows, placeOf, removeRows, typeAll } from '../../kernel/form/type-in.ts'
import { type RowsMoved, rowsMoved } from './rows-moved.ts'

/** What a person typed into a cell that cannot hold it, and why not. It stays visible until it is put right. */
export type Refused = { readonly text: string; readonly why: string }

export type Draft = {
  readonly form: Form
  /** Older states, newest last; each with what was done to leave it. */
  readonly past: readonly Form[]
  readonly future: readonly Form[]
  readonly refused: ReadonlyMap<string, Refused>
  /** Grows with every change, undone or not: what was saved is compared with it. */
  readonly step: number
  /** Where the rows went when what the server keeps came in last; null: it never did. */
  readonly moved: RowsMoved | null
}

export type Typing = { readonly path: string; readonly text: string }

/** Where the rows had gone when it was done; left out: they stand where the form has them. */
type Seen = { readonly seen?: RowsMoved | null }

export type Edit =
  | ({ readonly do: 'type'; readonly cells: readonly Typing[] } & Seen)
  /** A whole form at once, made from `from`: a paste that was looked at, a choice between both sides. What came in since stays. */
  | { readonly do: 'replace'; readonly from: Form; readonly form: Form }
  /** The form as the server keeps it after a save of `sent`: no step of this person's. */
  | { readonly do: 'adopt'; readonly sent: Form; readonly kept: Form }
  | RowEdit
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

export type RowEdit = (
  | { readonly do: 'insert'; readonly table: Table; readonly at: number; readonly count: number }
  | { readonly do: 'remove'; readonly table: Table; readonly at: number; readonly count: number }
  | { readonly do: 'move'; readonly table: Table; readonly from: number; readonly to: number; readonly count: number }
) &
  Seen

const mostSteps = 500
/** Steps that are still undone after others' changes came in: each is merged anew. */
const mostMerged = 30

const none: Draft['refused'] = new Map()

export const draftOf = (form: Form): Draft => ({ form, past: [], future: [], refused: none, step: 0, moved: null })

export function edited(draft: Draft, edit: Edit): Draft {
  if (edit.do === 'adopt') return adopted(draft, edit.sent, edit.kept)
  if (edit.do === 'undo') {
    const form = draft.past.at(-1)
    return form
      ? {
          ...draft,
          form,
          past: draft.past.slice(0, -1),
          future: [draft.form, ...draft.future],
          refused: none,
          step: draft.step + 1,
        }
      : draft
  }
  if (edit.do === 'redo') {
    const [form, ...future] = draft.future
    const past = [...draft.past, draft.form]
    return form ? { ...draft, form, past, future, refused: none, step: draft.step + 1 } : draft
  }
  const { form, refused } = inPlace(draft, edit).reduce<Changed>(changed, draft)
  if (form === draft.form) return refused === draft.refused ? draft : { ...draft, refused }
  const past = [...draft.past, draft.form].slice(-mostSteps)
  return { ...draft, form, past, future: [], refused, step: draft.step + 1 }
}

type Change = Exclude<Edit, { do: 'undo' | 'redo' | 'adopt' }>

/** Others' rows may come in between a key and what it does: it is done to the rows it was meant for. */
function inPlace({ moved }: Draft, edit: Change): readonly Change[] {
  if (edit.do === 'replace' || edit.seen === undefined || edit.seen === moved || moved === null) return [edit]
  if (edit.do !== 'type') return rowsInPlace(edit, moved)
  const cells = edit.cells.flatMap(({ path, text }) => {
    const place = moved.to(path)
    return place === null ? [] : [{ path: place, text }]
  })
  return [{ ...edit, cells }]
}

/** Row by row where others' rows came between them: those stay as they are. */
function rowsInPlace(edit: RowEdit, { rowTo }: RowsMoved): readonly RowEdit[] {
  const { table, count } = edit
  const rowsFrom = (at: number): readonly number[] =>
    Array.from({ length: count }, (_, i) => rowTo(table, at + i))
      .filter((row) => row !== null)
      .sort((a, b) => a - b)
  if (edit.do === 'insert') return [{ ...edit, at: before(edit.at, (row) => rowTo(table, row)) }]
  if (edit.do === 'remove')
    return rowsFrom(edit.at)
      .toReversed()
      .map((at) => ({ do: 'remove', table, at, count: 1 }))
  const to = before(edit.to, (row) => rowTo(table, row))
  const rows = rowsFrom(edit.from)
  // each that comes from above leaves its place to those behind it, each that comes from below takes one
  const above = rows.filter((row) => row < to).map((row, i) => ({ from: row - i, to }))
  const below = rows.filter((row) => row >= to).map((row, i) => ({ from: row, to: to + i }))
  return [...above, ...below].map((move) => ({ do: 'move', table, count: 1, ...move }))
}

/** Before the row that stood at a place; where it is gone or was none, behind the nearest above that is there. */
function before(at: number, rowTo: (row: number) => number | null): number {
  const row = rowTo(at)
  if (row !== null) return row
  for (let above = at - 1; above >= 0; above--) {
    const place = rowTo(above)
    if (place !== null) return place + 1
  }
  return 0
}

type Changed = Pick<Draft, 'form' | 'refused'>

function changed({ form, refused }: Changed, edit: Change): Changed {
  switch (edit.do) {
    case 'type':
      return typed({ form, refused }, edit.cells)
    case 'replace':
      return { form: edit.from === form ? edit.form : merge(edit.from, form, edit.form).form, refused: none }
    case 'insert':
      return {
        form: insertRows(form, edit.table, edit.at, edit.count),
        refused: shifted(refused, edit.table, (i) => (i >= edit.at ? i + edit.count : i)),
      }
    case 'remove':
      return {
        form: removeRows(form, edit.table, edit.at, edit.count),
        refused: shifted(refused, edit.table, (i) =>
          i < edit.at ? i : i < edit.at + edit.count ? null : i - edit.count,
        ),
      }
    case 'move':
      return { form: moveRows(form, edit.table, edit.from, edit.to, edit.count), refused: none }
  }
}

function typed({ form, refused }: Changed, cells: readonly Typing[]): Changed {
  const open = cells.filter(({ path, text }) => refused.has(path) || (printedAt(form, path) ?? '') !== text.trim())
  if (open.length === 0) return { form, refused }
  const { form: next, faults } = typeAll(form, open)
  const left = new Map(refused)
  for (const { path, text } of open) {
    const why = faults.get(path)
    if (why === undefined) left.delete(path)
    else left.set(path, { text, why })
  }
  const same = open.every(({ path }) => printedAt(form, path) === printedAt(next, path))
  return { form: same ? form : next, refused: left }
}

/** The same cells after rows were put in or taken out; null = the row is gone. */
function shifted(refused: Draft['refused'], table: Table, to: (index: number) => number | null): Draft['refused'] {
  if (refused.size === 0) return refused
  return new Map(
    [...refused].flatMap(([path, what]) => {
      const place = placeOf(path)
      if (place?.table !== table) return [[path, what] as const]
      const index = to(place.index)
      return index === null ? [] : [[`${table}[${index}].${place.name}`, what] as const]
    }),
  )
}

/** Own changes since `sent` stand on what the server keeps; undoing leaves others' changes where they are. */
function adopted(draft: Draft, sent: Form, kept: Form): Draft {
  const onKept = (mine: Form): Form => (mine === sent ? kept : merge(sent, mine, kept).form)
  if (JSON.stringify(sent) === JSON.stringify(kept)) return draft
  const form = onKept(draft.form)
  const moved = rowsMoved(draft.form, form)
  const refused = [...draft.refused].flatMap(([path, what]) => {
    const place = moved.to(path)
    return place === null ? [] : [[place, what] as const]
  })
  return {
    ...draft,
    form,
    moved,
    refused: draft.refused.size === 0 ? draft.refused : new Map(refused),
    past: draft.past.slice(-mostMerged).map(onKept),
    future: draft.future.slice(0, mostMerged).map(onKept),
  }
}
