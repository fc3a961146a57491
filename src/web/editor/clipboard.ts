// What is copied out of the form and pasted into it: a table other programs know, and text between tabs for the rest.
import { isRowMark } from '../../kernel/form/row-mark.ts'
import { type Block, blockOfText, proseOf, textOfBlock, withoutColumns } from './block.ts'
import { blockOfHtml } from './table-block.ts'

export function putOnClipboard(clipboard: DataTransfer, block: Block): void {
  clipboard.setData('text/plain', textOfBlock(block))
  clipboard.setData('text/html', htmlOf(block))
}

/**
 * The table of Excel, WPS or Word first: it knows merged and wrapped cells; text between tabs second. The hidden column
 * of our own workbooks, which Excel copies with the others, is left out. `inTable` false: paragraphs go into one cell.
 */
export function blockOnClipboard(clipboard: DataTransfer, inTable: boolean): Block {
  const html = clipboard.getData('text/html')
  const table = html === '' ? null : blockOfHtml(html)
  if (table) return withoutColumns(table, isRowMark)
  const block = blockOfText(clipboard.getData('text/plain'))
  const prose = inTable ? null : proseOf(block)
  return prose === null ? withoutColumns(block, isRowMark) : [[prose]]
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
const htmlOf = (block: Block): string =>
  `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${(cell ?? '').replace(/[&<>\n]/g, (sign) => escapes[sign] ?? sign)}</td>`).join('')}</tr>`).join('')}</table>`
