// Text and properties of a Word 97–2003 document → its paragraphs, and which of them end cells and rows of tables.
import { viewOf } from './compound.ts'
import type { Piece } from './pieces.ts'
import { type PropertyRun, runAt } from './runs.ts'
import { propertiesIn, TABLE_DEFINITION } from './sprm.ts'

export type DocParagraph = {
  readonly text: string
  /** How many tables it stands in, one within the other. */
  readonly depth: number
  readonly ends: 'paragraph' | 'cell' | 'row'
  /** The cells of the row that ends here, where it says so. */
  readonly cells: readonly CellPlace[]
}
/** `left` and `right` in twentieths of a point from the margin. */
export type CellPlace = {
  readonly left: number
  readonly right: number
  readonly down: 'restart' | 'continue' | null
  readonly across: 'continue' | null
}

type Runs = {
  readonly paragraphs: readonly PropertyRun[]
  readonly characters: readonly PropertyRun[]
  /** Where lists of properties stand that are too long for their page. */
  readonly data: Uint8Array
}

const CELL = '\u0007'
// Word marks the ends of paragraphs, cells and pages, and fields, with control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const ENDS = /[\r\u0007\u000c]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above
const NO_MARK = /[^\r\u0007\u000c\u0013-\u0015]/g

export function paragraphsOf(pieces: readonly Piece[], runs: Runs): readonly DocParagraph[] {
  const found: DocParagraph[] = []
  const hidden = runs.characters.filter(({ list }) => isHidden(list))
  let open = ''
  for (const piece of pieces) {
    const shown = withoutHidden(piece, hidden)
    let from = 0
    for (const { index } of shown.matchAll(ENDS)) {
      const mark = shown.charAt(index)
      const place = piece.place + index * piece.width
      found.push(paragraphOf(open + shown.slice(from, index), mark, place, runs))
      open = ''
      from = index + 1
    }
    open += shown.slice(from)
  }
  if (open !== '') found.push({ text: plainText(open), depth: 0, ends: 'paragraph', cells: [] })
  return found
}

const NESTED_CELL = 0x244b
const NESTED_ROW = 0x244c
const IN_TABLE = 0x2416
const ROW_END = 0x2417
const DEPTH = 0x6649
const LONG_LIST = 0x6646

function paragraphOf(raw: string, mark: string, place: number, runs: Runs): DocParagraph {
  let depth = 0
  let ends: DocParagraph['ends'] = mark === CELL ? 'cell' : 'paragraph'
  let cells: readonly CellPlace[] = []
  for (const { code, operand } of listAt(place, runs)) {
    if (code === IN_TABLE && operand.getUint8(0) === 1) depth = Math.max(depth, 1)
    else if (code === DEPTH) depth = Math.max(depth, Math.min(20, operand.getUint32(0, true)))
    else if (code === NESTED_CELL && operand.getUint8(0) === 1) ends = 'cell'
    else if ((code === NESTED_ROW || code === ROW_END) && operand.getUint8(0) === 1) ends = 'row'
    else if (code === TABLE_DEFINITION) cells = definedCells(operand)
  }
  if (mark === CELL && depth === 0) depth = 1
  return { text: plainText(raw), depth, ends: depth === 0 ? 'paragraph' : ends, cells }
}

function listAt(place: number, { paragraphs, data }: Runs): ReturnType<typeof propertiesIn> {
  const properties = propertiesIn(runAt(paragraphs, place)?.list ?? new Uint8Array())
  const long = properties.find(({ code }) => code === LONG_LIST)
  if (long === undefined) return properties
  const at = long.operand.getUint32(0, true)
  if (at + 2 > data.length) return properties
  return [...properties, ...propertiesIn(data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true)))]
}

/** Borders between the cells, then 20 bytes a cell; the latter may be cut short. */
function definedCells(operand: DataView): readonly CellPlace[] {
  const count = operand.byteLength > 0 ? operand.getUint8(0) : 0
  if (1 + (count + 1) * 2 > operand.byteLength) return []
  const border = (i: number): number => operand.getInt16(1 + i * 2, true)
  return Array.from({ length: count }, (_, i) => {
    const at = 1 + (count + 1) * 2 + i * 20
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0
    const down = (flags & 0x40) !== 0 ? 'restart' : (flags & 0x20) !== 0 ? 'continue' : null
    return { left: border(i), right: border(i + 1), down, across: (flags & 3) === 2 ? 'continue' : null }
  })
}

/** Hidden text and text whose deletion was recorded: neither is printed. */
const isHidden = (list: Uint8Array): boolean =>
  propertiesIn(list).some(({ code, operand }) => (code === 0x083c || code === 0x0800) && operand.getUint8(0) === 1)

/** Hidden characters become zeros; the marks that end paragraphs and cells stay. */
function withoutHidden({ text, place, width }: Piece, hidden: readonly PropertyRun[]): string {
  const end = place + text.length * width
  const parts: string[] = []
  let at = 0
  for (let i = firstTouching(hidden, place); i < hidden.length; i++) {
    const run = hidden[i]
    if (run === undefined || run.from >= end) break
    const from = Math.max(at, Math.floor((run.from - place) / width))
    const to = Math.max(from, Math.min(text.length, Math.ceil((run.to - place) / width)))
    parts.push(text.slice(at, from), text.slice(from, to).replace(NO_MARK, '\0'))
    at = to
  }
  return parts.join('') + text.slice(at)
}

/** The first run that ends behind a place; runs follow each other. */
function firstTouching(runs: readonly PropertyRun[], place: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** Text as printed: results of fields without their instructions, line breaks, no anchors of pictures and notes. */
function plainText(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word marks fields, breaks and anchors with them
  if (!/[\0-\u001f]/.test(raw)) return raw
  const fields: ('code' | 'result')[] = []
  let text = ''
  for (const char of raw) {
    if (char === '\u0013') fields.push('code')
    else if (char === '\u0014') fields[fields.length - 1] = 'result'
    else if (char === '\u0015') fields.pop()
    else if (!fields.includes('code')) text += SHOWN[char] ?? (char >= ' ' || char === '\t' ? char : '')
  }
  return text
}

const SHOWN: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u000e': '\n' }
