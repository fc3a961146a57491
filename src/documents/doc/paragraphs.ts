// Text and properties of a Word 97–2003 document → its paragraphs, and which of them end cells and rows of tables.
import { type CellPlace, cellsIn } from './cells.ts'
import { viewOf } from './compound.ts'
import type { Piece } from './pieces.ts'
import { type PropertyRun, runAt } from './runs.ts'
import { type Property, propertiesIn } from './sprm.ts'

export type DocParagraph = {
  readonly text: string
  /** How many tables it stands in, one within the other. */
  readonly depth: number
  readonly ends: 'paragraph' | 'cell' | 'row'
  /** The cells of the row that ends here, where it says so. */
  readonly cells: readonly CellPlace[]
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
/** The list, or what it says of tables, is too long for its page and stands in a stream of its own. */
const ELSEWHERE = [0x6645, 0x6646, 0x646b]

function paragraphOf(raw: string, mark: string, place: number, runs: Runs): DocParagraph {
  let depth = 0
  let ends: DocParagraph['ends'] = mark === CELL ? 'cell' : 'paragraph'
  const properties = listAt(place, runs)
  for (const { code, operand } of properties) {
    if (code === IN_TABLE && operand.getUint8(0) === 1) depth = Math.max(depth, 1)
    else if (code === DEPTH) depth = Math.max(depth, Math.min(20, operand.getUint32(0, true)))
    else if (code === NESTED_CELL && operand.getUint8(0) === 1) ends = 'cell'
    else if ((code === NESTED_ROW || code === ROW_END) && operand.getUint8(0) === 1) ends = 'row'
  }
  if (mark === CELL && depth === 0) depth = 1
  return { text: plainText(raw), depth, ends: depth === 0 ? 'paragraph' : ends, cells: cellsIn(properties) }
}

function listAt(place: number, { paragraphs, data }: Runs): readonly Property[] {
  const properties = propertiesIn(runAt(paragraphs, place)?.list ?? new Uint8Array())
  return properties.flatMap((property) => {
    if (!ELSEWHERE.includes(property.code)) return [property]
    const at = property.operand.getUint32(0, true)
    if (at + 2 > data.length) return []
    return propertiesIn(data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true)))
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
