// How well lines fit a column: a wrapped cell breaks only where the next piece would not have fitted any more.
import { displayWidth } from '../wrapped.ts'

const closing = /^[，。、；：！？,.;:!?）)》〉」』”’】\]%％]+/
/** Marks that never stand alone at the end or the beginning of a line. */
const leading = /^[（(《〈「『“‘【[/，。、；：！？,.;:!?）)》〉」』”’】\]%％]+/
const latinRun = /^[A-Za-z0-9.,+-]+/

/** Width of the first piece of a line that may not be torn, in half squares. */
function firstPiece(line: string): number {
  let at = leading.exec(line)?.[0].length ?? 0
  at += latinRun.exec(line.slice(at))?.[0].length ?? 1
  at += closing.exec(line.slice(at))?.[0].length ?? 0
  return printedWidth(line.slice(0, at))
}

/** Signs that fill a whole square in the fonts of printed forms. */
const wideSigns = /[≥≤≧≦≠±×]/g

const printedWidth = (text: string): number => displayWidth(text) + (text.match(wideSigns)?.length ?? 0)

export type Measured = { readonly width: number; readonly first: number }

/** Indentation counts: it fills the line as text does. */
export const measure = (line: string): Measured => {
  const text = line.trimEnd()
  const indent = text.length - text.trimStart().length
  return { width: printedWidth(text) + indent, first: firstPiece(text.trimStart()) }
}

/** How much room was left at the end of a line when the next one was begun; negative where the line was full. */
export const roomLeft = (line: Measured, next: Measured, column: number): number => column - line.width - next.first

/** The widest of some lines that another one nearly reaches; 0 where there is none. */
export function supportedWidth(widths: readonly number[]): number {
  const sorted = widths.toSorted((a, b) => b - a)
  return sorted.find((width, i) => width - (sorted[i + 1] ?? Number.NEGATIVE_INFINITY) <= 3) ?? 0
}
