// A report → Word: headings a reader can jump to, tables whose headings go on over pages, page numbers.
import type { Block, BlockCell, CellLine } from '../../kernel/report/block.ts'
import { documentClose, documentOpen, fixedParts, GAP, section } from '../write/docx-parts.ts'
import { tableWidth } from '../write/measure.ts'
import { xmlText } from '../write/xml.ts'
import { zipped } from '../write/zip-stream.ts'
import { reportStyles } from './docx-styles.ts'

/** A Word document of the blocks, in pieces. */
export const reportDocx = (blocks: readonly Block[]): Iterable<Uint8Array> =>
  zipped([...fixedParts(false, reportStyles), { name: 'word/document.xml', chunks: documentXml(blocks) }])

function* documentXml(blocks: readonly Block[]): Generator<string> {
  yield documentOpen
  for (const block of blocks) yield* blockXml(block)
  yield section('portrait') + documentClose
}

function* blockXml(block: Block): Generator<string> {
  if (block.kind === 'title') yield paragraph([{ text: block.text }], 'FormTitle')
  else if (block.kind === 'heading') yield paragraph([{ text: block.text }], `ReportHeading${block.level}`)
  else if (block.kind === 'paragraph') yield paragraph([{ text: block.text }], 'ReportText')
  else if (block.kind === 'table') {
    yield* tableXml(block)
    yield GAP
  } else yield* signaturesXml(block)
}

/** The hint makes quotation marks and dashes Chinese ones. */
const run = ({ text, bold }: CellLine): string =>
  `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${bold ? '<w:b/>' : ''}</w:rPr><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`

const paragraph = (runs: readonly CellLine[], style: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs.map(run).join('')}</w:p>`

const TABLE_OPEN = '<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/>'
const SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'

const twips = (thousandths: number): number => Math.round((thousandths * tableWidth('portrait') * 20) / 1000)

function* tableXml({ widths, head, rows }: Extract<Block, { kind: 'table' }>): Generator<string> {
  const total = twips(widths.reduce((a, b) => a + b, 0))
  const columns = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')
  yield `${TABLE_OPEN}<w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>`
  if (head !== null) {
    const cells = head.map((text, i) => cellXml(heading(text), widths[i] ?? 0, SHADED))
    yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
  }
  for (const row of rows) {
    const cells = row.map((cell, i) => cellXml(cell, widths[i] ?? 0, ''))
    yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
  }
  yield '</w:tbl>'
}

const heading = (text: string): BlockCell => ({
  lines: text.split('\n').map((line) => ({ text: line, bold: true })),
  align: 'center',
})

function cellXml({ lines, align = 'left' }: BlockCell, width: number, shading: string): string {
  const justified = align === 'left' ? '' : `<w:jc w:val="${align}"/>`
  const texts = (lines.length === 0 ? [{ text: '' }] : lines).map((line) => paragraph([line], 'CellSmall', justified))
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${shading}<w:vAlign w:val="center"/></w:tcPr>${texts.join('')}</w:tc>`
}

/** A box to write in, and the lines to sign on; never torn over pages. */
function* signaturesXml({ opinion, choices, lines }: Extract<Block, { kind: 'signatures' }>): Generator<string> {
  const ticks = choices.map((choice) => `□ ${choice}`).join('　　')
  const width = twips(1000)
  yield paragraph([{ text: `${opinion}：`, bold: true }, { text: ticks }], 'ReportText', '<w:keepNext/>')
  yield `${TABLE_OPEN}<w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid>`
  yield `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="1700" w:hRule="atLeast"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph([], 'CellSmall', '<w:keepNext/>')}</w:tc></w:tr></w:tbl>`
  for (const [i, line] of lines.entries())
    yield paragraph(
      [{ text: `${line}：＿＿＿＿＿＿＿＿＿＿＿＿` }],
      'ReportSign',
      i < lines.length - 1 ? '<w:keepNext/>' : '',
    )
}
