// A report → PDF: the same pages as in Word, laid out by our own printer.
import type { Block, BlockCell } from '../../kernel/report/block.ts'
import { points, tableWidth } from '../write/measure.ts'
import { printable } from '../write/pdf/characters.ts'
import type { Block as PrintBlock } from '../write/pdf/flow.ts'
import { printed } from '../write/pdf/print-book.ts'
import type { TableCell } from '../write/pdf/table.ts'

const TEXT = 10.5
const TABLE = 9
const HEADINGS = { 1: 14, 2: 11 } as const
/** Height of the box an opinion is written in. */
const OPINION = points(30)

/** A PDF of the blocks, in pieces. */
export async function* reportPdf(blocks: readonly Block[]): AsyncGenerator<Uint8Array> {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? ''
  yield* printed(
    blocks.flatMap((block) => drawn(block)),
    { title, contents: false },
  )
}

function drawn(block: Block): readonly PrintBlock[] {
  if (block.kind === 'title')
    return [{ kind: 'text', text: block.text, size: 18, weight: 'bold', align: 'center', below: 12, heading: 1 }]
  if (block.kind === 'heading') return [heading(block)]
  if (block.kind === 'paragraph') return [text(block.text)]
  return block.kind === 'table' ? [table(block), { kind: 'space', height: 6 }] : signatures(block)
}

const text = (words: string, withNext = false): PrintBlock => ({
  kind: 'text',
  text: printable(words),
  size: TEXT,
  above: 2,
  below: 4,
  withNext,
})

const heading = ({ level, text: words }: Extract<Block, { kind: 'heading' }>): PrintBlock => ({
  kind: 'text',
  text: printable(words),
  size: HEADINGS[level],
  weight: 'bold',
  above: level === 1 ? 14 : 10,
  below: 5,
  withNext: true,
  heading: level,
  marked: true,
})

function table({ widths, head, rows }: Extract<Block, { kind: 'table' }>): PrintBlock {
  const headings =
    head === null ? [] : [head.map((words): BlockCell => ({ lines: [{ text: words, bold: true }], align: 'center' }))]
  const total = tableWidth('portrait')
  return {
    kind: 'table',
    widths: widths.map((width) => (width * total) / 1000),
    size: TABLE,
    leastRow: points(5),
    rows: [...headings, ...rows].map((row, r) => row.map((cell, col) => printCell(cell, r, col))),
    repeats: head === null ? [] : [{ heading: 0, headings: 1, end: rows.length + 1 }],
  }
}

/** A cell has one weight in print: bold where all its lines are. */
const printCell = ({ lines, align = 'left' }: BlockCell, row: number, col: number): TableCell => ({
  row,
  col,
  rowSpan: 1,
  colSpan: 1,
  text: printable(lines.map((line) => line.text).join('\n')),
  align,
  weight: lines.length > 0 && lines.every((line) => line.bold) ? 'bold' : 'regular',
})

function signatures({ opinion, choices, lines }: Extract<Block, { kind: 'signatures' }>): readonly PrintBlock[] {
  const ticks = choices.map((choice) => `□ ${choice}`).join('　　')
  const box: TableCell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, text: '', align: 'left' }
  return [
    text(`${opinion}：${ticks}`, true),
    { kind: 'table', widths: [tableWidth('portrait')], size: TABLE, leastRow: OPINION, rows: [[box]], repeats: [] },
    ...lines.flatMap((line, i): PrintBlock[] => [
      { kind: 'space', height: 10 },
      text(`${line}：＿＿＿＿＿＿＿＿＿＿＿＿`, i < lines.length - 1),
    ]),
  ]
}
