// Text → lines of a width, by the rules of Chinese typesetting: no closing mark begins a line, no opening mark ends one,
// words and figures stay whole unless they are wider than the line.
import { widthFor } from './characters.ts'
import type { Weight } from './font-file.ts'

export type Line = {
  readonly text: string
  /** Width in points, blanks at the end left out. */
  readonly width: number
}

/** How a character holds on to its neighbours. */
const FREE = 0
const CLOSING = 1
const OPENING = 2
const WORD = 3
/** Part of a word that may not begin a line: . in 5.00, % in 95%. */
const WORD_END = 4
const BLANK = 5
/** —— and …… are one sign of two halves. */
const DOUBLE = 6

const MEMBERS: readonly (readonly [kind: number, signs: string])[] = [
  [CLOSING, '，。、；：？！）》」』】〕〉］｝”’〗〙〛·・％‰℃°′″¢々〻ー～ﾞﾟ)]}'],
  [OPENING, '（《「『【〔〈［｛“‘〖〘〚＄￥£¥≥≤≦≧＞＜＝≈±([{<>=$'],
  [WORD_END, '.,:;!?%'],
  [BLANK, ' \u3000'],
  [DOUBLE, '—…⸺─'],
]

const kinds = new Uint8Array(0x10000)
for (let code = 0x21; code < 0x2000; code++) kinds[code] = WORD
for (const [kind, signs] of MEMBERS) for (const sign of signs) kinds[sign.charCodeAt(0)] = kind
for (let code = 0x300; code < 0x370; code++) kinds[code] = CLOSING

const kindOf = (code: number): number => (code > 0xffff ? FREE : (kinds[code] ?? FREE))

/** Whether a line may end between two characters. */
function mayBreak(before: number, after: number): boolean {
  const [left, right] = [kindOf(before), kindOf(after)]
  if (right === CLOSING || right === WORD_END || right === BLANK) return false
  if (left === OPENING || (left === DOUBLE && before === after)) return false
  return !((left === WORD || left === WORD_END) && right === WORD)
}

/** Lines of a text in a column of `room` points; a line feed ends a line. There is at least one. */
export function linesOf(text: string, room: number, size: number, weight: Weight = 'regular'): readonly Line[] {
  const lines: Line[] = []
  const limit = (room * 1000) / size
  for (const paragraph of text.includes('\n') ? text.split('\n') : [text])
    addLines(lines, paragraph, limit, size, weight)
  return lines
}

/** `limit` in thousandths of the font size. */
function addLines(lines: Line[], text: string, limit: number, size: number, weight: Weight): void {
  let start = 0
  /** The last place this line may end, and how wide it is up to there without blanks at its end. */
  let place = 0
  let widthThere = 0
  let width = 0
  let inked = 0
  let before = 0
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0
    const isBlank = kindOf(code) === BLANK
    if (i > start && mayBreak(before, code)) [place, widthThere] = [i, inked]
    const own = widthFor(code, weight)
    if (!isBlank && i > start && width + own > limit) {
      const [end, ink] = place > start ? [place, widthThere] : [i, inked]
      lines.push({ text: text.slice(start, end), width: (ink * size) / 1000 })
      start = end
      place = end
      i = end
      width = 0
      inked = 0
      continue
    }
    width += own
    if (!isBlank) inked = width
    before = code
    i += code > 0xffff ? 2 : 1
  }
  lines.push({ text: text.slice(start), width: (inked * size) / 1000 })
}
