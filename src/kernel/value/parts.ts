// From pieces to values: which comparator, unit and words belong to which number of a cell.
import type { Comparator } from '../form/form.ts'
import { formatPiece, type ValuePiece, type ValueReading } from './reading.ts'

/** One number of a cell with what belongs to it. */
export type NumberPart = {
  comparator: Comparator | null
  /** Two words that exclude each other (≥5以下): no comparator, and none from a column. */
  conflicting: boolean
  readonly value: string
  unit: string | null
  /** In brackets behind something else: 100%（26家）. */
  readonly remark: boolean
  /** Positions of its comparator, number and unit in the reading. */
  readonly own: number[]
  /** The words of its clause. */
  words: string
}

const SEPARATOR = /[，,、；;。\n]/
/** Punctuation and the sign of the currency say nothing by themselves. */
const SIGNIFICANT = /[^¥￥\s，,、；;。.！!：:()（）【】[\]“”"'·~-]/
export const isSignificant = (text: string): boolean => SIGNIFICANT.test(text)

/** Where the walk through the pieces stands. */
type Walk = {
  readonly parts: NumberPart[]
  depth: number
  /** The number that words and units still belong to. */
  open: NumberPart | null
  pending: { readonly comparator: Comparator; readonly at: number } | null
  /** Words whose number is still to come. */
  held: string
  range: boolean
}

/** Every number of a reading, in order. */
export function numberParts(reading: ValueReading): NumberPart[] {
  const walk: Walk = { parts: [], depth: 0, open: null, pending: null, held: '', range: false }
  reading.forEach((piece, at) => {
    if (piece.type === 'number') startPart(piece.value, at, walk)
    else if (piece.type === 'words') addWords(piece.text, walk)
    else if (piece.type === 'date' || piece.type === 'unread') walk.held += formatPiece(piece)
    else addTo(piece, at, walk)
  })
  if (walk.open) addBehind(walk.open, walk.held)
  for (const part of walk.parts) part.words = trimmed(part.words, part.remark)
  return walk.parts
}

/** Without separators and white space at its ends; what stands in brackets, without the bracket. */
function trimmed(words: string, remark: boolean): string {
  const isEdge = (char: string): boolean => /[\s，,、；;。：:]/.test(char) || (remark && /[()（）]/.test(char))
  let [from, to] = [0, words.length]
  while (from < to && isEdge(words.charAt(from))) from++
  while (to > from && isEdge(words.charAt(to - 1))) to--
  return words.slice(from, to)
}

function startPart(value: string, at: number, walk: Walk): void {
  const { pending, held, depth, range, parts } = walk
  const lower = range ? parts.at(-1) : undefined
  const part: NumberPart = {
    comparator: pending?.comparator ?? null,
    conflicting: false,
    value,
    unit: null,
    remark: depth > 0,
    own: pending ? [pending.at, at] : [at],
    words: held,
  }
  if (lower) {
    lower.comparator ??= '>='
    part.comparator ??= '<='
  }
  parts.push(part)
  Object.assign(walk, { pending: null, open: part, held: '', range: false })
}

function addTo(piece: Extract<ValuePiece, { type: 'comparator' | 'unit' | 'to' }>, at: number, walk: Walk): void {
  const { open } = walk
  if (piece.type === 'comparator' && piece.side === 'before') {
    walk.pending = { comparator: piece.comparator, at }
    return
  }
  if (!open) return
  open.own.push(at)
  if (piece.type === 'unit') {
    open.unit = piece.unit
    // 3-5天 writes its unit once, at the end.
    const lower = walk.parts.at(-2)
    if (lower && lower.unit === null && lower.comparator === '>=' && open.comparator === '<=') lower.unit = piece.unit
  } else if (piece.type === 'to') walk.range = true
  else {
    if (open.comparator !== null && open.comparator !== piece.comparator) open.conflicting = true
    open.comparator = open.conflicting ? null : piece.comparator
  }
}

/** A blank where the number stood between the words. */
const addBehind = (part: NumberPart, words: string): void => {
  part.words += part.words === '' || words === '' ? words : ` ${words}`
}

/** Words up to a separator belong to the number before them, the others to the number that follows. */
function addWords(text: string, walk: Walk): void {
  for (const char of text) {
    if (char === '(' || char === '（') walk.depth++
    else if ((char === ')' || char === '）') && walk.depth > 0) walk.depth--
  }
  const cut = text.search(SEPARATOR)
  if (cut < 0) {
    walk.held += text
    return
  }
  if (walk.open) addBehind(walk.open, walk.held + text.slice(0, cut))
  Object.assign(walk, { open: null, pending: null, held: (walk.open ? '' : walk.held) + text.slice(cut + 1) })
}

/** ≥95%（含） says what ≥ says already. */
const INCLUDED = /^[(（]含(?:本数)?[)）]$/

/** The words of the reading that are not in `own`; a blank where something was cut out between them. null = none. */
export function wordsBeside(reading: ValueReading, own: readonly number[]): string | null {
  const left = new Set(own)
  const runs = ['']
  reading.forEach((piece, at) => {
    if (!left.has(at)) runs.push((runs.pop() ?? '') + formatPiece(piece))
    else if (runs.at(-1) !== '') runs.push('')
  })
  const words = runs.filter((run) => isSignificant(run) && !INCLUDED.test(run))
  return words.length === 0 ? null : words.join(' ')
}

/** Tells a bare number inside a sentence: words before it, and words behind it or letters right before (GB 2760). */
export function bareInside(reading: ValueReading): (part: NumberPart) => boolean {
  const speaks = (piece: ValuePiece): boolean => isSignificant(formatPiece(piece))
  const first = reading.findIndex(speaks)
  const last = reading.findLastIndex(speaks)
  return ({ own }) => {
    const [start = 0] = own
    const before = reading[start - 1]
    if (first >= start) return false
    return last > (own.at(-1) ?? start) || (before?.type === 'words' && /[A-Za-z]$/.test(before.text))
  }
}
