// The characters of a printed text: their glyphs and widths, what stands in for those the font lacks, what is not printed.
import { fontFile, type Weight } from './font-file.ts'

/** Signs the fonts lack, and those that mean the same to a reader. */
const STAND_INS: Readonly<Record<string, string>> = {
  '☐': '□',
  '☑': '√',
  '✔': '√',
  '☒': '×',
  '✗': '×',
  '⩾': '≥',
  '⩽': '≤',
  '∼': '～',
}
const standIns = new Map(
  Object.entries(STAND_INS).map(([sign, other]) => [sign.codePointAt(0) ?? 0, other.codePointAt(0) ?? 0]),
)

/** Number of the glyph that is drawn for a character; 0, an empty box, where the font has none. */
export function glyphFor(code: number, weight: Weight): number {
  const font = fontFile(weight)
  return font.glyphOf(code) || font.glyphOf(standIns.get(code) ?? 0)
}

/** Widths by character, NaN for those nobody has asked for yet. */
const widths: Readonly<Record<Weight, Float64Array>> = {
  regular: new Float64Array(0x10000).fill(Number.NaN),
  bold: new Float64Array(0x10000).fill(Number.NaN),
}

/** Width of a character in thousandths of the font size. */
export function widthFor(code: number, weight: Weight): number {
  const known = widths[weight][code] ?? Number.NaN
  if (!Number.isNaN(known)) return known
  const width = fontFile(weight).widthOf(glyphFor(code, weight))
  if (code <= 0xffff) widths[weight][code] = width
  return width
}

/** Width of a text in points. */
export function textWidth(text: string, size: number, weight: Weight): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code > 0xffff) i++
    width += widthFor(code, weight)
  }
  return (width * size) / 1000
}

/** Control characters, halves of characters and signs of no width are not printed; a tab is a blank. */
const UNPRINTED = /[\p{Cc}\p{Cs}\p{Cf}\p{Variation_Selector}\u2028\u2029]/gu
const PLAIN = /^[\n -~\u3000-\ud7ff\uff01-\uffee“”‘’—…≥≤①-⑳×÷]*$/

export function printable(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTED, (sign) => (sign === '\n' ? sign : ''))
}

/** Characters of a text that are printed as an empty box: no font of ours draws them. */
export function undrawnIn(text: string): readonly string[] {
  const signs = [...new Set(printable(text))]
  return signs.filter((sign) => sign !== '\n' && glyphFor(sign.codePointAt(0) ?? 0, 'regular') === 0)
}
