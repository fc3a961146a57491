// What could not be saved yet is kept in this browser, with the version it was made on, until it is saved.
import type { Form } from '../../kernel/form/form.ts'

export type LocalDraft = {
  readonly version: number
  /** The form at that version: what a merge starts from. */
  readonly base: Form
  readonly form: Form
  readonly at: string
}

const keyOf = (filingId: string): string => `hengji.draft.${filingId}`

/** False where the browser keeps nothing (full, or private). */
export function keep(filingId: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(keyOf(filingId), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function kept(filingId: string): LocalDraft | null {
  try {
    const text = localStorage.getItem(keyOf(filingId))
    return text === null ? null : (JSON.parse(text) as LocalDraft) // written by `keep`
  } catch {
    return null
  }
}

export function forget(filingId: string): void {
  try {
    localStorage.removeItem(keyOf(filingId))
  } catch {
    // nothing was kept
  }
}
