// What could not be saved yet is kept in this browser, with the version it was made on, until it is saved.
import type { Form } from '../../kernel/form/form.ts'
import type { LeftTyping } from './left-typing.ts'

export type LocalDraft = {
  readonly version: number
  /** The form at that version: what a merge starts from. */
  readonly base: Form
  readonly form: Form
  readonly at: string
}

/** Whose filing: two people at one machine do not find each other's words. */
export type DraftPlace = { readonly filingId: string; readonly person: string }

const keyOf = ({ filingId, person }: DraftPlace, what: 'draft' | 'typed' | 'base'): string =>
  `hengji.${what}.${person}.${filingId}`

/** The form the draft is made on is long and seldom another: it stands beside the draft, by its version. */
const baseKey = (place: DraftPlace, version: number): string => `${keyOf(place, 'base')}.${version}`

/** What stands under a key by this page's doing. */
const written = new Map<string, Form>()

/** False where the browser keeps nothing (full, or private). */
export function keep(place: DraftPlace, { base, ...draft }: LocalDraft): boolean {
  const key = baseKey(place, draft.version)
  if (written.get(key) !== base && !write(key, base)) return false
  if (!write(keyOf(place, 'draft'), draft)) return false
  written.set(key, base)
  forgetBases(place, key)
  return true
}

export function kept(place: DraftPlace): LocalDraft | null {
  const draft = read<Omit<LocalDraft, 'base'>>(keyOf(place, 'draft'))
  const base = draft && read<Form>(baseKey(place, draft.version))
  return base && { ...draft, base }
}

export function forget(place: DraftPlace): void {
  remove(keyOf(place, 'draft'))
  forgetBases(place, null)
}

function forgetBases(place: DraftPlace, except: string | null): void {
  for (const key of namesIn(`${keyOf(place, 'base')}.`).filter((name) => name !== except)) {
    remove(key)
    written.delete(key)
  }
}

function namesIn(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

/** What is being typed, or was typed and not taken: no part of the form yet. */
export const keepTyping = (place: DraftPlace, left: readonly LeftTyping[]): void => {
  if (left.length === 0) remove(keyOf(place, 'typed'))
  else write(keyOf(place, 'typed'), left)
}

export const keptTyping = (place: DraftPlace): readonly LeftTyping[] =>
  read<readonly LeftTyping[]>(keyOf(place, 'typed')) ?? []

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
