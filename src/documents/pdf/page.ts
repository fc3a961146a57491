// One page: what it draws, turned so that most of its text stands upright.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/pdf.js'
import type { Drawing } from './drawing.ts'
import { type Box, type Matrix, matrixOf, multiply, type Turn, transformed, turnBack } from './geometry.ts'
import { type Font, type Fonts, interpret, type Steps } from './interpret.ts'

/** Width and height in points after turning; `onPage` gives a box's place on the page as people see it. */
export type Page = Drawing & {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly onPage: (box: Box) => Box
  /** Something is drawn, though it may be a picture only. */
  readonly drawn: boolean
}

export async function readPage(document: PDFDocumentProxy, number: number, steps: Steps): Promise<Page> {
  const page = await document.getPage(number)
  try {
    const operators = await page.getOperatorList()
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const base = matrixOf(transform) ?? [1, 0, 0, -1, 0, height]
    const fonts = fontsOf(page)
    const upright = interpret(operators, steps, fonts, base)
    const turn = mostly(upright)
    const drawn = operators.fnArray.length > 0
    if (turn === 0) return { ...upright, number, width, height, onPage: (box) => box, drawn }
    const turned = interpret(operators, steps, fonts, multiply(turnBack(turn, width, height), base))
    const size = turn === 2 ? { width, height } : { width: height, height: width }
    const back: Matrix = turnBack(opposite(turn), size.width, size.height)
    return { ...turned, number, ...size, onPage: (box) => transformed(box, back), drawn }
  } finally {
    page.cleanup()
  }
}

const opposite = (turn: Turn): Turn => (turn === 1 ? 3 : turn === 3 ? 1 : turn)

/** The way most of the text stands. */
function mostly({ glyphs }: Drawing): Turn {
  const counts = [0, 0, 0, 0]
  for (const { turn } of glyphs) counts[turn] = (counts[turn] ?? 0) + 1
  const turns: readonly Turn[] = [1, 2, 3]
  return turns.find((turn) => (counts[turn] ?? 0) * 10 > glyphs.length * 6) ?? 0
}

/** The library's fonts, looked up once a page. */
function fontsOf(page: PDFPageProxy): Fonts {
  const known = new Map<string, Font | null>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    const font = found !== null && typeof found === 'object' ? fontOf(found) : null
    known.set(name, font)
    return font
  }
}

const fontOf = (font: { readonly fontMatrix?: unknown; readonly vertical?: unknown }): Font => ({
  matrix: (Array.isArray(font.fontMatrix) ? matrixOf(font.fontMatrix) : null) ?? [0.001, 0, 0, 0.001, 0, 0],
  vertical: font.vertical === true,
})
