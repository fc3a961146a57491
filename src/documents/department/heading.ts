// Column headings of flattened tables: labels one after another, wrapped anywhere, notes in brackets behind them.
import { spellings } from '../../kernel/layout/layout.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'

type Labelled = { readonly label: string; readonly aliases?: readonly string[] }

export type Heading<F extends Labelled> = {
  /** The columns in the order printed. */
  readonly columns: readonly F[]
  /** The headings as printed, without white space. */
  readonly text: string
  /** Index of the first line behind the headings. */
  readonly next: number
}

/** Longest heading, in printed lines and in characters: bounds how far a match looks. */
const mostLines = 24
const mostCharacters = 300

const withoutNotes = (text: string): string => text.replace(/\([^()]*\)/g, '')
/** A bracket that is still open: the note goes on in the next line. */
const openNote = /\([^()]*$/

type Keys<F> = readonly (readonly [key: string, field: F])[]
type Match<F> = { readonly columns: readonly F[]; readonly rest: string }

function tokens<F>(text: string, keys: Keys<F>): Match<F> {
  const columns: F[] = []
  let rest = text
  while (rest !== '') {
    const started = keys.some(([key]) => key.length > rest.length && key.startsWith(rest))
    const found = keys.find(([key]) => rest.startsWith(key))
    if (found === undefined || (started && found[0].length < rest.length)) break
    columns.push(found[1])
    rest = rest.slice(found[0].length)
  }
  return { columns, rest }
}

const known = new WeakMap<readonly Labelled[], Keys<Labelled>>()

/** Every spelling of the columns, longest first. */
function keysOf<F extends Labelled>(fields: readonly F[]): Keys<F> {
  // The table belongs to exactly these fields: what is found for them was made from them.
  const found = known.get(fields) as Keys<F> | undefined
  if (found !== undefined) return found
  const keys = fields
    .flatMap((field) => spellings(field).map((label) => [withoutNotes(labelKey(label)), field] as const))
    .filter(([key]) => key !== '')
    .sort((a, b) => b[0].length - a[0].length)
  known.set(fields, keys)
  return keys
}

/** Reads headings that start at a line; undefined where fewer than `least` columns stand there. */
export function headingAt<F extends Labelled>(
  lines: readonly Line[],
  at: number,
  fields: readonly F[],
  least = 2,
): Heading<F> | undefined {
  const keys = keysOf(fields)
  let text = ''
  let found: Heading<F> | undefined
  for (let i = at; i < lines.length && i < at + mostLines; i++) {
    const piece = labelKey(lines[i]?.text ?? '')
    if (piece === '') continue
    text += piece
    if (text.length > mostCharacters) break
    const plain = withoutNotes(text)
    const { columns, rest } = tokens(plain.replace(openNote, ''), keys)
    if (rest === '' && !openNote.test(plain)) found = { columns, text, next: i + 1 }
    else if (rest !== '' && !keys.some(([key]) => key.startsWith(rest))) break
  }
  return found && new Set(found.columns).size >= least ? found : undefined
}
