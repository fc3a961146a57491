// Prints papers as files: Word, workbook, web page, and text in the ways programs export tables.
import { type Cell, type MergeRange, writeXlsx } from 'hucre/xlsx'
import { docxOf, type KitTable } from '../docx/docx.test-kit.ts'
import type { Paper } from './templates.test-kit.ts'

const utf8 = new TextEncoder()
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const htmlTable = ({ rows }: KitTable): string =>
  `<table border="1">${rows
    .map((cells) => {
      const tags = cells.map(
        ({ rowSpan, colSpan, text }) => `<td rowspan="${rowSpan}" colspan="${colSpan}">${escaped(text ?? '')}</td>`,
      )
      return `<tr>${tags.join('')}</tr>`
    })
    .join('')}</table>`

/** The texts of a row with an empty text for every cell swallowed by a merge. */
function texts({ columns, rows }: KitTable): readonly (readonly string[])[] {
  return rows.map((cells) => {
    const texts = new Array<string>(columns).fill('')
    for (const cell of cells) texts[cell.col] = cell.text ?? ''
    return texts
  })
}

/** The printed cells only, as programs do that forget merged ones. */
const ownTexts = ({ rows }: KitTable): readonly (readonly string[])[] =>
  rows.map((cells) => cells.map(({ text }) => text ?? ''))

/** The cells of a row with an empty one for every cell merged from above, as Word exports them. */
const wordTexts = ({ rows }: KitTable): readonly (readonly string[])[] =>
  rows.map((_, r) =>
    rows
      .flat()
      .filter(({ row, rowSpan }) => row <= r && r < row + rowSpan)
      .sort((a, b) => a.col - b.col)
      .map(({ row, text }) => (row === r ? (text ?? '') : '')),
  )

const lines = (paper: Paper, row: (table: KitTable) => readonly string[]): Uint8Array =>
  utf8.encode(
    `${paper.blocks.flatMap((block) => (typeof block === 'string' ? [block] : 'xml' in block ? [] : row(block))).join('\n')}\n`,
  )

async function workbook(paper: Paper): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  let at = 0
  for (const block of paper.blocks) {
    if (typeof block === 'string') cells.set(`${at++},0`, { value: block, type: 'string' })
    else if ('rows' in block) {
      for (const { row, col, rowSpan, colSpan, text } of block.rows.flat()) {
        if (text !== null) cells.set(`${at + row},${col}`, { value: text, type: 'string' })
        if (rowSpan * colSpan > 1)
          merges.push({ startRow: at + row, endRow: at + row + rowSpan - 1, startCol: col, endCol: col + colSpan - 1 })
      }
      at += block.rows.length
    }
  }
  return writeXlsx({ sheets: [{ name: 'Sheet1', rows: Array.from({ length: at }, () => [null]), cells, merges }] })
}

/** Every way a paper can be handed in. */
export const papers = {
  html: async (paper: Paper) =>
    utf8.encode(
      `<html><meta charset="utf-8"><body>${paper.blocks
        .map((block) =>
          typeof block === 'string' ? `<p>${escaped(block)}</p>` : 'xml' in block ? '' : htmlTable(block),
        )
        .join('')}</body></html>`,
    ),
  docx: async (paper: Paper) => docxOf(paper.blocks),
  xlsx: workbook,
  'tabs.txt': async (paper: Paper) => lines(paper, (table) => texts(table).map((row) => row.join('\t'))),
  'bars.txt': async (paper: Paper) => lines(paper, (table) => ownTexts(table).map((row) => row.join(' | '))),
  // One cell a line, a bar behind it, as web pages are copied: merged cells are missing, empty ones are bars alone.
  'cellbars.txt': async (paper: Paper) =>
    lines(paper, (table) => ownTexts(table).flatMap((row) => row.map((text) => (text === '' ? '|' : `${text} |`)))),
  // Rows between bars, filled up with bars where merged cells are missing.
  'padded.txt': async (paper: Paper) =>
    lines(paper, (table) =>
      table.rows.map((row) => {
        const missing = '|'.repeat(Math.max(0, table.columns - row.length))
        return `| ${row.map(({ text }) => text ?? '').join(' | ')} |${missing}`
      }),
    ),
  // One printed cell a paragraph: neither merged cells nor empty ones leave anything behind.
  'paragraphs.txt': async (paper: Paper) =>
    lines(paper, (table) =>
      ownTexts(table).flatMap((row) => row.filter((text) => text !== '').map((text) => `\n${text}`)),
    ),
  'cells.txt': async (paper: Paper) =>
    lines(paper, (table) => wordTexts(table).flatMap((row) => [...row.map((text) => `\t${text}`), ''])),
  'flow.txt': async (paper: Paper) =>
    lines(paper, (table) => ownTexts(table).map((row) => row.filter((text) => text !== '').join(' '))),
} as const satisfies Record<string, (paper: Paper) => Promise<Uint8Array>>

export type PaperFormat = keyof typeof papers
