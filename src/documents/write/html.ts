// Forms → one web page that needs nothing else, looks like the paper and prints like it.
import type { Form } from '../../kernel/form/form.ts'
import { entryName } from './entry-name.ts'
import { pageOf, textHeight } from './measure.ts'
import { type Piece, pieces } from './pieces.ts'
import { isGroup, type PrintCell, type Printout, type PrintRow, printout } from './printout.ts'
import { xmlText } from './xml.ts'

const encoder = new TextEncoder()

/** Throws `InputProblem` for a form that has no layout. */
export function* writeHtml(forms: Iterable<Form>): Generator<Uint8Array> {
  let first = true
  for (const form of forms) {
    const print = printout(form)
    if (first) yield encoder.encode(opening(print.title))
    first = false
    yield encoder.encode(formHtml(print))
  }
  yield encoder.encode(`${first ? opening('绩效表') : ''}</body>\n</html>\n`)
}

/** The forms as one publication: title, contents that lead to the forms, the forms. */
export function* compileHtml(forms: readonly Form[], title: string): Generator<Uint8Array> {
  const entries = forms.map(
    (form, i) => `<li><a href="#form-${i + 1}">${xmlText(entryName(printout(form)))}</a></li>\n`,
  )
  const cover = `<header>\n<p class="book">${xmlText(title)}</p>\n</header>\n`
  const contents = `<nav>\n<p class="contents">目　录</p>\n<ol>\n${entries.join('')}</ol>\n</nav>\n`
  yield encoder.encode(opening(title) + cover + contents)
  for (const [i, form] of forms.entries()) yield encoder.encode(formHtml(printout(form), ` id="form-${i + 1}"`))
  yield encoder.encode('</body>\n</html>\n')
}

function formHtml(print: Printout, anchor = ''): string {
  const period = print.period === null ? '' : `<p class="period">${xmlText(print.period)}</p>\n`
  const tables = pieces(print).map((piece) => tableHtml(piece, print))
  const small = print.fontSize < 10 ? ' small' : ''
  const head = `<section${anchor} class="${print.orientation}${small}">\n<h1>${xmlText(print.title)}</h1>\n${period}`
  return `${head}${tables.join('')}</section>\n`
}

function tableHtml({ rows, from, headings, blocks }: Piece, print: Printout): string {
  const columns = print.widths.map((width) => `<col style="width:${width / 10}%">`).join('')
  const body = rows.map((row, i) => rowHtml(row, from + i, print, blocks))
  const head = headings === 0 ? '' : `<thead>\n${body.slice(0, headings).join('')}</thead>\n`
  return `<table>\n<colgroup>${columns}</colgroup>\n${head}<tbody>\n${body.slice(headings).join('')}</tbody>\n</table>\n`
}

/** A row so high is torn where the page ends: taken to the next page it would leave this one empty. */
const TALL = 0.4

function rowHtml(row: PrintRow, at: number, print: Printout, blocks: boolean): string {
  const { least, leastRow, heights, orientation } = print
  const own = least[at] ?? leastRow
  const height = own > leastRow ? ` style="height:${own.toFixed(0)}pt"` : ''
  const tall = (heights[at] ?? 0) > textHeight(orientation) * TALL ? ' class="tall"' : ''
  return `<tr${tall}${height}>${row.map((cell) => cellHtml(cell, blocks && isGroup(cell.path))).join('')}</tr>\n`
}

/** Values carry the path of their field, so that a program finds them again. `kept`: the cell's rows stay on one page. */
function cellHtml(cell: PrintCell, kept: boolean): string {
  const tag = cell.role === 'heading' ? 'th' : 'td'
  const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''
  const columns = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''
  const names = [
    cell.role === 'caption' ? 'caption' : '',
    cell.align === 'center' ? '' : cell.align,
    kept ? 'kept' : '',
  ].filter(Boolean)
  const look = names.length > 0 ? ` class="${names.join(' ')}"` : ''
  const field = cell.path === null ? '' : ` data-field="${xmlText(cell.path)}"`
  return `<${tag}${rows}${columns}${look}${field}>${xmlText(cell.set).replaceAll('\n', '<br>')}</${tag}>`
}

const margins = (orientation: 'portrait' | 'landscape'): string => {
  const { top, right, bottom, left } = pageOf(orientation)
  return `@page ${orientation} { size: A4 ${orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`
}

const STYLE = `
${margins('portrait')}
${margins('landscape')}
body { margin: 0; color: #000; background: #fff; font-family: "Times New Roman", SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif; }
section { margin: 0 auto 12mm; padding: 8mm; box-sizing: content-box; font-size: 10.5pt; line-height: 1.35; }
section.small { font-size: 9pt; }
section.portrait { page: portrait; max-width: 174mm; }
section.landscape { page: landscape; max-width: 261mm; }
h1 { margin: 0 0 4pt; text-wrap: balance; font: 18pt/1.3 方正小标宋简体, "Source Han Serif SC", SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif; text-align: center; }
.period { margin: 0 0 4pt; font-size: 12pt; text-align: center; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
table + table { margin-top: -1px; }
th, td { height: 18pt; padding: 2pt 3.5pt; font-weight: normal; text-align: center; vertical-align: middle; overflow-wrap: anywhere; border: 1px solid #000; box-sizing: border-box; }
header, nav { max-width: 174mm; margin: 0 auto 12mm; padding: 8mm; }
.book { margin: 60mm 0; font: 26pt/1.4 方正小标宋简体, "Source Han Serif SC", SimSun, 宋体, serif; text-align: center; }
.contents { font-size: 18pt; text-align: center; }
nav a { color: inherit; text-decoration: none; line-height: 1.8; }
.left { text-align: left; }
.right { text-align: right; }
.small th, .small td { padding: 2pt 3pt; }
td.caption { padding: 2pt 0; border-width: 0 0 1px; }
@media screen {
  section { overflow-x: auto; }
  table { min-width: 640px; }
}
@media print {
  section { max-width: none !important; margin: 0; padding: 0; }
  nav, nav + section, section + section { break-before: page; }
  h1, .period { break-after: avoid; }
  thead { display: table-header-group; }
  /* A row with a cell over many rows would take all of them to the next page. */
  tr:not(.tall) > :is(td, th):not([rowspan]) { break-inside: avoid; }
  td.kept { break-inside: avoid; }
}
`

const opening = (title: string): string =>
  `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n` +
  `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${xmlText(title)}</title>\n` +
  `<style>${STYLE}</style>\n</head>\n<body>\n`
