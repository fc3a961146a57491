// What a reader says about the fields besides their values: where each stands, and what could not be read.
import type { Doubt, Form, Source } from '../../kernel/form/form.ts'
import { type Atom, sourceOf } from '../flow/atoms.ts'
import type { Row } from './paragraphs.ts'

export type FieldRecord = {
  /** Notes that a field is printed with these atoms; nothing is noted for an empty cell. */
  readonly place: (path: string, atoms: readonly Atom[]) => void
  /** The same for a cell of whole lines. */
  readonly placeRows: (path: string, rows: readonly Row[]) => void
  readonly doubt: (path: string | null, message: string, line?: number) => void
  /** The form with everything noted so far. */
  readonly on: (form: Form) => Form
}

function rowsSource(rows: readonly Row[]): Source | undefined {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return {
    ...(first.line.page === undefined ? {} : { page: first.line.page }),
    line: first.line.line,
    lineEnd: last.line.line,
    text: rows.map((row, i) => (i === 0 ? '' : row.blanks > 0 ? '\n\n' : '\n') + row.text).join(''),
  }
}

export function fieldRecord(): FieldRecord {
  const sources: Record<string, Source> = {}
  const doubts: Doubt[] = []
  return {
    place: (path, atoms) => {
      const source = sourceOf(atoms)
      if (source) sources[path] = source
    },
    placeRows: (path, rows) => {
      const source = rowsSource(rows)
      if (source) sources[path] = source
    },
    doubt: (path, message, line) => {
      doubts.push(line === undefined ? { path, message } : { path, message, line })
    },
    on: (form) => ({ ...form, sources, ...(doubts.length > 0 ? { doubts } : {}) }),
  }
}
