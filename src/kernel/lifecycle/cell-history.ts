// The history of one cell over the versions of its form: who changed what when. It follows its row by the row's key.
import type { Form } from '../form/form.ts'
import { printedAt } from '../form/path.ts'
import { placeOfComment, rowKeyAt } from './comment-place.ts'

export type Version = {
  readonly number: number
  readonly form: Form
  readonly savedAt: Date
  readonly savedBy: string
  readonly reason: string
}

/** `value` is null where the cell is empty or (`absent`) its row was not there. */
export type CellChange = Omit<Version, 'form'> & { readonly value: string | null; readonly absent: boolean }

/** The versions at which the cell began to say something else, the oldest first. `path` is that of the newest version. */
export function cellHistory(versions: readonly Version[], path: string): readonly CellChange[] {
  const newest = versions.at(-1)
  if (newest === undefined) return []
  const rowKey = rowKeyAt(newest.form, path)
  const changes: CellChange[] = []
  for (const { form, ...version } of versions) {
    const there = placeOfComment({ path, rowKey, quote: null }, form).path
    const now = { value: there === null ? null : printedAt(form, there), absent: there === null }
    const before = changes.at(-1)
    const unsaid = before === undefined && now.absent
    if (!unsaid && (before?.value !== now.value || before.absent !== now.absent)) changes.push({ ...version, ...now })
  }
  return changes
}
