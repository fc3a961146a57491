// Runs a page's operators as a printer would, but keeps only the places of characters and lines.
// One pass gives both; it costs less than the library's own text extraction.
import type { Drawing, Glyph } from './drawing.ts'
import { IDENTITY, type Matrix, matrixOf, multiply, type Turn, transformed } from './geometry.ts'
import type { Library } from './library.ts'
import { filledRules, type Rules, strokedRules } from './paths.ts'
import { withoutRadicals } from './radicals.ts'

/** What a font tells about its characters; the library keeps it under the name the operators use. */
export type Font = { readonly matrix: Matrix; readonly vertical: boolean }
export type Fonts = (name: string) => Font | null

type Operators = { readonly fnArray: ArrayLike<number>; readonly argsArray: readonly unknown[] }

/** Everything `save` keeps. Text positions belong to it as well. */
type State = {
  matrix: Matrix
  font: Font | null
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  lineWidth: number
  whiteFill: boolean
  whiteStroke: boolean
  text: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

const initial = (matrix: Matrix): State => ({
  matrix,
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  lineWidth: 1,
  whiteFill: false,
  whiteStroke: false,
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
})

type Run = {
  state: State
  readonly stack: State[]
  readonly glyphs: Glyph[]
  readonly rules: Rules
  readonly fonts: Fonts
}
type Step = (run: Run, args: readonly unknown[]) => void

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const numbers = (value: unknown): ArrayLike<number> | null =>
  Array.isArray(value) || ArrayBuffer.isView(value)
    ? // The library's own arrays: plain or Float32Array, numbers only.
      (value as unknown as ArrayLike<number>)
    : null

/** Deeper nesting is no document. */
const DEEPEST = 500

/** `base` takes the page's own coordinates to points from the top left corner. */
export function interpret({ fnArray, argsArray }: Operators, steps: Steps, fonts: Fonts, base: Matrix): Drawing {
  const run: Run = { state: initial(base), stack: [], glyphs: [], rules: { across: [], down: [] }, fonts }
  for (let i = 0; i < fnArray.length; i++) {
    const step = steps.get(fnArray[i] ?? -1)
    const args = argsArray[i]
    if (step !== undefined) step(run, Array.isArray(args) ? args : [])
  }
  return { glyphs: run.glyphs, ...run.rules }
}

export type Steps = ReadonlyMap<number, Step>

/** The operators that matter, by the library's numbers for them. */
export function stepsFor({ OPS }: Pick<Library, 'OPS'>): Steps {
  const strokes = new Set([OPS.stroke, OPS.closeStroke])
  const fills = new Set([OPS.fill, OPS.eoFill])
  const both = new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
  const path: Step = ({ state, rules }, [paint, data]) => {
    const points = numbers(Array.isArray(data) ? data[0] : null)
    const kind = number(paint)
    if (points === null) return
    const thickness = state.lineWidth * Math.hypot(state.matrix[0], state.matrix[1])
    if ((strokes.has(kind) || both.has(kind)) && !state.whiteStroke && thickness < THICK)
      strokedRules(points, state.matrix, rules)
    else if (fills.has(kind) && !state.whiteFill) filledRules(points, state.matrix, rules)
  }
  const next: Step = (run) => moveText(run, 0, run.state.leading)
  return new Map<number, Step>([
    [OPS.save, save],
    [OPS.restore, restore],
    [OPS.transform, (run, args) => transform(run, numbers(args))],
    [
      OPS.paintFormXObjectBegin,
      (run, [matrix]) => {
        save(run, [])
        transform(run, numbers(matrix))
      },
    ],
    [OPS.paintFormXObjectEnd, restore],
    [OPS.beginAnnotation, (run, args) => beginAnnotation(run, args)],
    [OPS.endAnnotation, restore],
    [OPS.constructPath, path],
    [OPS.setLineWidth, setting('lineWidth')],
    [OPS.setFillRGBColor, colour('whiteFill')],
    [OPS.setStrokeRGBColor, colour('whiteStroke')],
    [OPS.beginText, beginText],
    [OPS.setCharSpacing, setting('charSpacing')],
    [OPS.setWordSpacing, setting('wordSpacing')],
    [OPS.setHScale, setting('stretch', 0.01)],
    [OPS.setLeading, setting('leading', -1)],
    [OPS.setTextRise, setting('rise')],
    [OPS.setFont, setFont],
    [OPS.setGState, setGState],
    [OPS.moveText, (run, [x, y]) => moveText(run, number(x), number(y))],
    [
      OPS.setLeadingMoveText,
      (run, [x, y]) => {
        run.state.leading = number(y)
        moveText(run, number(x), number(y))
      },
    ],
    [OPS.setTextMatrix, setTextMatrix],
    [OPS.nextLine, next],
    [OPS.showText, (run, [glyphs]) => showText(run, Array.isArray(glyphs) ? glyphs : [])],
  ])
}

type Amount = 'lineWidth' | 'charSpacing' | 'wordSpacing' | 'stretch' | 'leading' | 'rise'

const setting =
  (key: Amount, factor = 1): Step =>
  ({ state }, [value]) => {
    state[key] = number(value) * factor
  }

const colour =
  (key: 'whiteFill' | 'whiteStroke'): Step =>
  ({ state }, args) => {
    state[key] = isWhite(args)
  }

/** Points: thicker strokes are bars of a chart or shading. */
const THICK = 4.5

const save: Step = (run) => {
  if (run.stack.length < DEEPEST) run.stack.push({ ...run.state })
}

const restore: Step = (run) => {
  run.state = run.stack.pop() ?? run.state
}

function transform(run: Run, numbersOf: ArrayLike<number> | null): void {
  const matrix = matrixOf(numbersOf)
  if (matrix !== null) run.state.matrix = multiply(run.state.matrix, matrix)
}

/** Fields filled in a PDF form are drawn as annotations. */
function beginAnnotation(run: Run, [, , placed, matrix]: readonly unknown[]): void {
  save(run, [])
  transform(run, numbers(placed))
  transform(run, numbers(matrix))
}

const isWhite = ([red, green, blue]: readonly unknown[]): boolean =>
  red === '#ffffff' || (number(red) >= 254 && number(green) >= 254 && number(blue) >= 254)

const beginText: Step = ({ state }) => {
  state.text = IDENTITY
  state.x = 0
  state.lineX = 0
  state.y = 0
  state.lineY = 0
}

const setTextMatrix: Step = ({ state }, args) => {
  const given = numbers(args[0]) ?? numbers(args)
  state.text = matrixOf(given) ?? state.text
  state.x = 0
  state.lineX = 0
  state.y = 0
  state.lineY = 0
}

function moveText({ state }: Run, x: number, y: number): void {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}

const setFont: Step = ({ state, fonts }, [name, size]) => {
  state.font = typeof name === 'string' ? fonts(name) : null
  state.size = number(size)
}

const setGState: Step = (run, [entries]) => {
  if (!Array.isArray(entries)) return
  for (const entry of entries)
    if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1])) setFont(run, entry[1])
    else if (Array.isArray(entry) && entry[0] === 'LW') run.state.lineWidth = number(entry[1])
}

type LibraryGlyph = {
  readonly unicode?: unknown
  readonly width?: unknown
  readonly isSpace?: unknown
  readonly vmetric?: unknown
}

function showText(run: Run, items: readonly unknown[]): void {
  const { state } = run
  const { font } = state
  if (font === null || state.size === 0) return
  const place = multiply(state.matrix, state.text)
  const unit = state.size * font.matrix[0]
  let along = 0
  for (const item of items) {
    if (typeof item === 'number') along += ((font.vertical ? 1 : -1) * item * state.size) / 1000
    else if (item !== null && typeof item === 'object') along += showGlyph(run, item, place, unit, along)
  }
  if (font.vertical) state.y -= along
  else state.x += along * state.stretch
}

/** Draws one character and returns how far it moves the pen. */
function showGlyph(run: Run, glyph: LibraryGlyph, place: Matrix, unit: number, along: number): number {
  const { state } = run
  const vertical = state.font?.vertical === true
  const spacing = state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0)
  const metrics = numbers(glyph.vmetric)
  const advance = vertical ? -number(metrics?.[0] ?? -1000) * unit : number(glyph.width) * unit
  const text = typeof glyph.unicode === 'string' ? printable(glyph.unicode) : ''
  const turn = turnOf(place, state.size)
  if (text !== '' && turn !== null && run.glyphs.length < MOST_GLYPHS) {
    const [x, y] = [state.x, state.y + state.rise]
    const size = state.size
    const box = vertical
      ? { left: x - size / 2, right: x + size / 2, top: y - along, bottom: y - along - advance }
      : {
          left: x + along * state.stretch,
          right: x + (along + advance) * state.stretch,
          top: y + ASCENT * size,
          bottom: y - DESCENT * size,
        }
    run.glyphs.push({ text, ...transformed(box, place), turn, vertical })
  }
  return vertical ? advance - spacing : advance + spacing
}

/** Shares of the em box above and below the baseline. */
const ASCENT = 0.88
const DESCENT = 0.12
/** No page holds more characters; a page that draws more is no text. */
const MOST_GLYPHS = 200_000

// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a Unicode map give control characters
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u00ad\ufffe\uffff]/g

const printable = (text: string): string => withoutRadicals(text.replace(UNPRINTABLE, ''))

/** How text stands on the page; null for slanted text such as watermarks. */
function turnOf([a, b]: Matrix, size: number): Turn | null {
  const [x, y] = size < 0 ? [-a, -b] : [a, b]
  const quarter = Math.atan2(y, x) / (Math.PI / 2)
  const nearest = Math.round(quarter)
  if (Math.abs(quarter - nearest) > 0.1) return null
  switch ((nearest + 4) % 4) {
    case 1:
      return 1
    case 2:
      return 2
    case 3:
      return 3
    default:
      return 0
  }
}
