// A form under construction: every field set together with the place it was read from.
import type { Doubt, Source } from '../../kernel/form/form.ts'
import { isNothing } from '../text.ts'
import { type Atom, cellText, sourceOf } from './atoms.ts'

export type Notes = {
  readonly sources: Record<string, Source>
  readonly doubts: Doubt[]
}

export const newNotes = (): Notes => ({ sources: {}, doubts: [] })

export function cite(notes: Notes, path: string, atoms: readonly Atom[]): void {
  const source = sourceOf(atoms)
  if (source) notes.sources[path] = source
}

export function doubt(notes: Notes, path: string | null, message: string, atom?: Atom): void {
  notes.doubts.push({ path, message, ...(atom ? { line: atom.line.line } : {}) })
}

/** The text of a cell, its place noted; null where nothing or only a dash is printed. */
export function readText(notes: Notes, path: string, atoms: readonly Atom[]): string | null {
  const text = cellText(atoms)
  if (isNothing(text)) return null
  cite(notes, path, atoms)
  return text
}
