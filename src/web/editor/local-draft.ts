// What could not be saved yet is kept in this browser, with the version it was made on, until it is saved.
import type { Form } from '../../kernel/form/form.ts'
import type { Typing } from './draft.ts'

export type LocalDraft = {
  readonly version: number
  /** The form at that version: what a merge starts from. */
  readonly base: Form
  readonly form: Form
  readonly at: string
}

/** Whose filing: two people at one machine do not find each other's words. */
export type DraftPlace = { readonly filingId: string; readonly person: string }

const keyOf = ({ filingId, person }: DraftPlace, what: 'draft' | 'typing'): string =>
  `hengji.${what}.${person}.${filingId}`

/** False where the browser keeps nothing (full, or private). */
export const keep = (place: DraftPlace, draft: LocalDraft): boolean => write(keyOf(place, 'draft'), draft)

export const kept = (place: DraftPlace): LocalDraft | null => read<LocalDraft>(keyOf(place, 'draft'))

export const forget = (place: DraftPlace): void => remove(keyOf(place, 'draft'))

/** What is being typed, or was typed and not taken: no part of the form yet. */
export const keepTyping = (place: DraftPlace, cells: readonly Typing[]): void => {
  if (cells.length === 0) remove(keyOf(place, 'typing'))
  else write(keyOf(place, 'typing'), cells)
}

export const keptTyping = (place: DraftPlace): readonly Typing[] =>
  read<readonly Typing[]>(keyOf(place, 'typing')) ?? []

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Written by the functions above, for the same key. */
function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T) // see above
  } catch {
    return null
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}
