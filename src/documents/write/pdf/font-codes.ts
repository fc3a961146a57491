// The characters of one font a document uses: a number for each, and what a PDF has to say about them.
import { glyphFor, widthFor } from './characters.ts'
import { type FontFile, fontFile, type Weight } from './font-file.ts'

export type FontCodes = {
  readonly font: FontFile
  readonly weight: Weight
  /** A text as the hexadecimal string a PDF draws it by. */
  readonly encode: (text: string) => string
  /** Whether any text was drawn. */
  readonly isUsed: () => boolean
  /** Glyph by number of the character, two bytes each; the first is the empty box. */
  readonly glyphs: () => Buffer
  /** Widths of the characters that are not a square, as a PDF lists them. */
  readonly widths: () => string
  /** What the numbers stand for, so that text can be searched and copied. */
  readonly unicodeMap: () => string
}

export function createFontCodes(weight: Weight): FontCodes {
  const codes: number[] = [0]
  const basic: string[] = []
  const others = new Map<number, string>()
  const numbered = (code: number): string => {
    const number = hex4(codes.push(code) - 1)
    if (code > 0xffff) others.set(code, number)
    else basic[code] = number
    return number
  }
  const encode = (text: string): string => {
    let hex = ''
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i) ?? 0
      if (code > 0xffff) i++
      hex += (code > 0xffff ? others.get(code) : basic[code]) ?? numbered(code)
    }
    return hex
  }
  const glyphs = (): Buffer => {
    const bytes = Buffer.alloc(codes.length * 2)
    for (let i = 1; i < codes.length; i++) bytes.writeUInt16BE(glyphFor(codes[i] ?? 0, weight), 2 * i)
    return bytes
  }
  const widths = (): string =>
    codes
      .map((code, i) => ({ i, width: Math.round(widthFor(code, weight)) }))
      .filter(({ i, width }) => i > 0 && width !== SQUARE)
      .map(({ i, width }) => `${i} [${width}]`)
      .join(' ')
  return {
    font: fontFile(weight),
    weight,
    encode,
    isUsed: () => codes.length > 1,
    glyphs,
    widths,
    unicodeMap: () => unicodeMap(codes),
  }
}

export const SQUARE = 1000

const HEX = '0123456789ABCDEF'
export const hex4 = (n: number): string =>
  // The index is below 16.
  (HEX[n >> 12] ?? '') + (HEX[(n >> 8) & 15] ?? '') + (HEX[(n >> 4) & 15] ?? '') + (HEX[n & 15] ?? '')

/** Entries a block of the map may have. */
const BLOCK = 100

function unicodeMap(codes: readonly number[]): string {
  const entries = codes.slice(1).map((code, i) => `<${hex4(i + 1)}> <${utf16Hex(String.fromCodePoint(code))}>`)
  const blocks: string[] = []
  for (let i = 0; i < entries.length; i += BLOCK) {
    const block = entries.slice(i, i + BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

/** Characters as a PDF writes them in hexadecimal strings. */
export const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
