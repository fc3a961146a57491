// An embedded font as the objects of a PDF.
import { type FontCodes, SQUARE } from './font-codes.ts'
import type { FontCutter } from './font-subset.ts'
import { compressed, type PdfFile, reference } from './pdf-file.ts'

/** Writes the font with the glyphs used so far. `number`: the object pages know it by. */
export async function writeFont(file: PdfFile, number: number, codes: FontCodes, cut: FontCutter): Promise<void> {
  const { font } = codes
  const glyphs = codes.glyphs()
  const numbers = new Set(Array.from({ length: glyphs.length / 2 }, (_, i) => glyphs.readUInt16BE(2 * i)))
  const subset = cut(font.read(), numbers)
  // Six capitals before the name tell readers that the font is a part of one.
  const name = `${tagOf(glyphs)}+${font.name}`
  const [map, program, unicode] = [file.reserve(), file.reserve(), file.reserve()]
  const [descendant, descriptor] = [file.reserve(), file.reserve()]
  file.stream(map, '', await compressed(glyphs))
  file.stream(program, `/Length1 ${subset.length}`, await compressed(subset))
  file.stream(unicode, '', await compressed(codes.unicodeMap()))
  file.object(
    descriptor,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [${font.bounds.join(' ')}] /ItalicAngle 0 ` +
      `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${font.capHeight} /StemV ${codes.weight === 'bold' ? 110 : 70} /FontFile2 ${reference(program)} >>`,
  )
  file.object(
    descendant,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ` +
      `/FontDescriptor ${reference(descriptor)} /DW ${SQUARE} /W [${codes.widths()}] /CIDToGIDMap ${reference(map)} >>`,
  )
  file.object(
    number,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(unicode)} >>`,
  )
}

/** The same glyphs give the same name. */
function tagOf(glyphs: Buffer): string {
  let hash = 17
  for (const byte of glyphs) hash = (hash * 31 + byte) % 308_915_776
  return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26))).join('')
}
