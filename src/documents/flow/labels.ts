// Finding printed labels, also where they are wrapped over several lines or end with a colon.
import { memoOf } from '../../kernel/memo.ts'
import { labelKey, withoutBrackets } from '../text.ts'
import type { Atom } from './atoms.ts'

/** A table of labels. */
export type Labels<T> = {
  readonly meaning: ReadonlyMap<string, T>
  /** What stands in brackets behind or inside does not matter: 执行率（B/A） is 执行率. */
  readonly anyBrackets: boolean
  /** Bounds how far a match looks. */
  readonly longest: number
}

const roomForBrackets = 16

/** Of two labels with one spelling the first counts. */
export function labels<T>(entries: Iterable<readonly [string, T]>, anyBrackets = false): Labels<T> {
  const meaning = new Map<string, T>()
  for (const [spelling, value] of entries) {
    const key = labelKey(spelling)
    for (const k of anyBrackets ? [key, withoutBrackets(key)] : [key])
      if (k !== '' && !meaning.has(k)) meaning.set(k, value)
  }
  const longest = Math.max(0, ...[...meaning.keys()].map((key) => key.length)) + (anyBrackets ? roomForBrackets : 0)
  return { meaning, anyBrackets, longest }
}

/** A label found: what it means, how many atoms spell it, and how. */
export type Found<T> = { readonly value: T; readonly count: number; readonly spelling: string }
export type Placed<T> = Found<T> & { readonly at: number }

/** What labels begin with: most atoms begin none. */
const initialsOf = memoOf(
  (meaning: ReadonlyMap<string, unknown>): ReadonlySet<string> =>
    new Set([...meaning.keys()].map((key) => key.charAt(0))),
)

/** The longest label the atoms from `at` on spell exactly. */
export function labelAt<T>(atoms: readonly Atom[], at: number, of: Labels<T>): Found<T> | undefined {
  const initial = labelKey(atoms[at]?.text ?? '').charAt(0)
  if (initial !== '' && !initialsOf(of.meaning).has(initial)) return undefined
  let spelled = ''
  let found: Found<T> | undefined
  for (let i = at; i < atoms.length; i++) {
    spelled += atoms[i]?.text ?? ''
    if (spelled.length > of.longest + 1) break
    const key = labelKey(spelled)
    const bare = of.anyBrackets && !key.startsWith('(') ? withoutBrackets(key) : ''
    const value = of.meaning.get(key) ?? of.meaning.get(bare)
    if (value !== undefined) found = { value, count: i - at + 1, spelling: key }
  }
  return found
}

/** The first place in from…to where a label begins. */
export function findLabel<T>(
  atoms: readonly Atom[],
  of: Labels<T>,
  from = 0,
  to = atoms.length,
): Placed<T> | undefined {
  for (let at = from; at < to; at++) {
    const found = labelAt(atoms, at, of)
    if (found) return { ...found, at }
  }
  return undefined
}

/** All labels from `from` on that follow each other with nothing between them. */
export function labelRun<T>(atoms: readonly Atom[], from: number, of: Labels<T>): readonly Placed<T>[] {
  const run: Placed<T>[] = []
  for (let at = from; ; ) {
    const found = labelAt(atoms, at, of)
    if (!found) return run
    run.push({ ...found, at })
    at += found.count
  }
}

/** True for the beginning of a label that is cut off: 社会效益指. */
export const beginsLabel = (text: string, of: Labels<unknown>): boolean => {
  const key = labelKey(text)
  return key.length > 2 && [...of.meaning.keys()].some((label) => label !== key && label.startsWith(key))
}
