// Characters → lines of text in reading order, and wrapped lines → paragraphs.
import { displayWidth, joinWrapped } from '../wrapped.ts'
import type { Glyph } from './drawing.ts'
import { around, type Box, middle, type Turn, transformed, turnBack } from './geometry.ts'

/** `size` = height of its characters. */
export type TextLine = Box & { readonly text: string; readonly size: number }

/** The lines of a cell or of a page, from top to bottom; turned and vertical text as people read it. */
export function linesOf(glyphs: readonly Glyph[]): readonly TextLine[] {
  const upright = glyphs.filter(({ turn, vertical }) => turn === 0 && !vertical)
  if (upright.length === glyphs.length) return rows(glyphs)
  const vertical = glyphs.filter((glyph) => glyph.turn === 0 && glyph.vertical)
  const turns: readonly Turn[] = [1, 2, 3]
  return [
    ...rows(upright),
    ...columns(vertical),
    ...turns.flatMap((turn) => turnedRows(glyphs.filter((glyph) => glyph.turn === turn))),
  ]
}

/** Text turned on its page: read as if the page were turned back. */
function turnedRows(glyphs: readonly Glyph[]): readonly TextLine[] {
  const turn = glyphs[0]?.turn
  if (turn === undefined) return []
  const matrix = turnBack(turn, 0, 0)
  const back = turnBack(turn === 1 ? 3 : turn === 3 ? 1 : turn, 0, 0)
  return rows(glyphs.map((glyph) => ({ ...glyph, ...transformed(glyph, matrix) }))).map((line) => ({
    ...line,
    ...transformed(line, back),
  }))
}

const sizeOf = (glyph: Glyph): number => glyph.bottom - glyph.top

/** Lines across: characters whose middles lie on one height. */
function rows(glyphs: readonly Glyph[]): readonly TextLine[] {
  const lines: { y: number; size: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => middle(a).y - middle(b).y)) {
    const line = lines.at(-1)
    const y = middle(glyph).y
    if (line !== undefined && Math.abs(y - line.y) < 0.45 * Math.max(line.size, sizeOf(glyph))) {
      line.glyphs.push(glyph)
      line.size = Math.max(line.size, sizeOf(glyph))
    } else lines.push({ y, size: sizeOf(glyph), glyphs: [glyph] })
  }
  // By their middles: a bracket or quotation mark set closer begins left of the sign before it.
  const across = (a: Glyph, b: Glyph): number => middle(a).x - middle(b).x
  return lines.map((line) => lineOf(line.glyphs.sort(across))).filter((line) => line.text !== '')
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  let text = ''
  let last: Glyph | null = null
  for (const glyph of glyphs) {
    if (last !== null && isShadow(last, glyph)) continue
    if (last !== null && glyph.left - last.right > gapOf(last, glyph)) text += ' '
    text += glyph.text
    last = glyph
  }
  const filled = glyphs.filter((glyph) => glyph.text.trim() !== '')
  const own = filled.length > 0 ? filled : glyphs
  return { text: text.replace(/\s+/g, ' ').trim(), size: Math.max(...own.map(sizeOf)), ...around(own) }
}

/** Bold print is often made by drawing a character twice, almost at the same place. */
const isShadow = (last: Glyph, glyph: Glyph): boolean =>
  last.text === glyph.text && Math.abs(glyph.left - last.left) < 0.15 * sizeOf(glyph)

const LATIN = /[A-Za-z]$/

/** Points of white between two characters that mean a blank: justified Chinese text is set wide. */
const gapOf = (last: Glyph, glyph: Glyph): number =>
  (LATIN.test(last.text) && LATIN.test(glyph.text) ? 0.2 : 0.6) * Math.max(sizeOf(last), sizeOf(glyph))

/** Lines from top to bottom, the first one at the right. */
function columns(glyphs: readonly Glyph[]): readonly TextLine[] {
  const lines: { x: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => middle(b).x - middle(a).x)) {
    const line = lines.at(-1)
    const width = glyph.right - glyph.left
    if (line !== undefined && Math.abs(middle(glyph).x - line.x) < 0.45 * width) line.glyphs.push(glyph)
    else lines.push({ x: middle(glyph).x, glyphs: [glyph] })
  }
  return lines.map(({ glyphs: own }) => {
    const text = own
      .sort((a, b) => a.top - b.top)
      .map((glyph) => glyph.text)
      .join('')
    return { text: text.trim(), size: Math.max(...own.map((glyph) => glyph.right - glyph.left)), ...around(own) }
  })
}

/** Words and numbers are not torn in print, and no line begins with a closing mark. */
const UNBROKEN = /^(?:[（“《〈【(≥≤＞＜>＜<=＝]*[\w.,%‰+\-/:]+|.)[，。；：、）”》〉】)?？!！%]*/u

/** A line that can only go on with the next one: an open bracket, a torn number, or a bracket or mark that follows. */
const goesOn = (line: TextLine, next: TextLine): boolean =>
  /^[（(）)％%，。；：、]/.test(next.text) ||
  /[（(][^）)]{0,40}$/.test(line.text.slice(-60)) ||
  (/^[≥≤＞＜><=＝]?[\d,]*\.?\d*$/.test(line.text) && /^[\d.]/.test(next.text))

/** True where a line had no room for the beginning of the next one: `room` = points from edge to edge. */
export function wrapsInto(line: TextLine, next: TextLine, room: number): boolean {
  if (goesOn(line, next)) return true
  const first = UNBROKEN.exec(next.text)?.[0] ?? ''
  const token = (displayWidth(first) / 2) * next.size
  return line.right - line.left + token + line.size > room
}

/** White at both sides of the text in a cell, in characters. */
export const PADDING = 1.6

/** Room for text in a cell of this width that holds these lines. */
export function roomFor(lines: readonly TextLine[], width: number): number {
  const size = Math.max(0, ...lines.map((line) => line.size))
  return Math.max(width - PADDING * size, ...lines.map((line) => line.right - line.left))
}

/** The text of a cell: wrapped lines as one, paragraphs apart. Lines shorter than the room end a paragraph. */
export function textOf(lines: readonly TextLine[], width: number): string {
  const room = roomFor(lines, width)
  const folded = foldedFrom(lines)
  const paragraphs: string[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const open = paragraphs.at(-1)
    const goes = before !== undefined && (i > folded ? fills(before, line, room) : wrapsInto(before, line, room))
    if (open !== undefined && goes && i !== folded) open.push(line.text)
    else paragraphs.push([line.text])
  })
  return paragraphs.map(joinWrapped).join('\n')
}

/** Distances between lines, in characters, from which on there is an empty line between them. */
const EMPTY_LINE = 2.2

/**
 * Rows of the table typed into one cell begin with a group's label below an empty line or a page break, or with the
 * labels of both groups.
 */
function foldedFrom(lines: readonly TextLine[]): number {
  const at = lines.findIndex((line, i) => {
    const gap = line.top - (lines[i - 1]?.top ?? line.top)
    const apart = gap > EMPTY_LINE * line.size || gap < 0 || ASPECT.test(lines[i + 1]?.text ?? '')
    return i > 0 && apart && GROUP.test(line.text)
  })
  return at < 0 ? lines.length : at
}

const ASPECT = /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意|满意度)[^，。]{0,4}$/
const GROUP = /^[^\d，。]{2,8}指标$/

/** Within rows typed into one cell only a full line goes on: not with the same words again, and not with a value. */
const fills = (line: TextLine, next: TextLine, room: number): boolean =>
  line.right - line.left + next.size > room &&
  line.text !== next.text &&
  !/^[≥≤＞＜><=＝]/.test(next.text) &&
  !GROUP.test(line.text) &&
  !GROUP.test(next.text)
