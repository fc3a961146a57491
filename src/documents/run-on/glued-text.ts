// Text without any blanks: a form whose cells were glued together. Pieces know the line they come from.
import type { Cell } from '../grid.ts'
import type { Line } from '../source-text.ts'

export type Glued = { readonly text: string; readonly cell: (from: number, to: number) => Cell }

const HALF: Readonly<Record<string, string>> = { '（': '(', '）': ')', '：': ':', '％': '%' }

/** The text of some lines without blanks, brackets and colons half-width. Every sign keeps its length. */
export function gluedText(lines: readonly Line[]): Glued {
  const starts: { at: number; line: Line }[] = []
  let printed = ''
  for (const line of lines) {
    starts.push({ at: printed.length, line })
    printed += line.text.replace(/\s+/g, '')
  }
  const text = printed.replace(/[（）：％]/g, (sign) => HALF[sign] ?? sign)
  const cell = (from: number, to: number): Cell => {
    const own = printed.slice(from, to)
    const line = starts.findLast(({ at }) => at <= from)?.line
    const page = line?.page === undefined ? {} : { page: line.page }
    return { text: own, source: line === undefined ? { text: own } : { ...page, line: line.line, text: own } }
  }
  return { text, cell }
}

/** A label found in the text; `to` lies behind its brackets and colon. */
export type Found<T> = { readonly value: T; readonly from: number; readonly to: number }

/** What may follow a label and belongs to it: (办公), (B/A), (10分), a colon. */
const BEHIND = /^(?:\([^()]{1,12}\))?:?/

/** The first place of any of the spellings between two places; the longest of those that begin there. */
export function findSpelling<T>(
  text: string,
  of: readonly (readonly [string, T])[],
  from: number,
  to: number,
): Found<T> | null {
  let best: Found<T> | null = null
  for (const [spelling, value] of of) {
    const at = text.indexOf(spelling, from)
    if (at < 0 || at + spelling.length > to) continue
    const end = at + spelling.length
    if (best === null || at < best.from || (at === best.from && end > best.to)) best = { value, from: at, to: end }
  }
  return best === null ? null : { ...best, to: best.to + behind(text, best.to) }
}

const behind = (text: string, at: number): number => BEHIND.exec(text.slice(at, at + 16))?.[0].length ?? 0

/** All spellings that stand from a place on one behind the other. */
export function spellingRun<T>(text: string, of: readonly (readonly [string, T])[], from: number): readonly Found<T>[] {
  const run: Found<T>[] = []
  for (let at = from; ; ) {
    const here = of
      .filter(([spelling]) => text.startsWith(spelling, at))
      .reduce<readonly [string, T] | null>((a, b) => (a === null || b[0].length > a[0].length ? b : a), null)
    if (here === null) return run
    const to = at + here[0].length
    run.push({ value: here[1], from: at, to: to + behind(text, to) })
    at = to + behind(text, to)
  }
}
