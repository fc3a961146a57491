// A report → one web page that needs nothing else and prints on A4.
import type { Block, BlockCell } from '../../kernel/report/block.ts'
import { pageOf } from '../write/measure.ts'
import { xmlText } from '../write/xml.ts'

const encoder = new TextEncoder()

/** A web page of the blocks, in pieces. */
export function* reportHtml(blocks: readonly Block[]): Generator<Uint8Array> {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? ''
  yield encoder.encode(opening(title))
  for (const block of blocks) yield encoder.encode(blockHtml(block))
  yield encoder.encode('</main>\n</body>\n</html>\n')
}

function blockHtml(block: Block): string {
  if (block.kind === 'title') return `<h1>${xmlText(block.text)}</h1>\n`
  if (block.kind === 'heading') return `<h${block.level + 1}>${xmlText(block.text)}</h${block.level + 1}>\n`
  if (block.kind === 'paragraph') return `<p>${xmlText(block.text)}</p>\n`
  return block.kind === 'table' ? tableHtml(block) : signaturesHtml(block)
}

function tableHtml({ widths, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const columns = widths.map((width) => `<col style="width:${width / 10}%">`).join('')
  const headings = head?.map((text) => `<th scope="col">${xmlText(text).replaceAll('\n', '<br>')}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>\n`).join('')
  return `<table>\n<colgroup>${columns}</colgroup>\n${headings === undefined ? '' : `<thead><tr>${headings}</tr></thead>\n`}<tbody>\n${body}</tbody>\n</table>\n`
}

function cellHtml({ lines, align = 'left' }: BlockCell): string {
  const texts = lines.map(({ text, bold }) => (bold ? `<b>${xmlText(text)}</b>` : xmlText(text)))
  return `<td${align === 'left' ? '' : ` class="${align}"`}>${texts.join('<br>')}</td>`
}

function signaturesHtml({ opinion, choices, lines }: Extract<Block, { kind: 'signatures' }>): string {
  const ticks = choices.map((choice) => `□ ${xmlText(choice)}`).join('　　')
  const signs = lines.map((line) => `<p class="sign">${xmlText(line)}：<span></span></p>\n`).join('')
  return `<section class="signatures">\n<p><b>${xmlText(opinion)}：</b>${ticks}</p>\n<div class="opinion"></div>\n${signs}</section>\n`
}

const { top, right, bottom, left } = pageOf('portrait')
const STYLE = `
@page { size: A4 portrait; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; @bottom-center { content: "— " counter(page) " —"; font-size: 10pt; } }
body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.55 "Times New Roman", SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif; }
main { max-width: 174mm; margin: 0 auto; padding: 8mm; }
h1 { margin: 0 0 12pt; font: 18pt/1.4 方正小标宋简体, "Source Han Serif SC", SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif; text-align: center; }
h2, h3 { font-family: SimHei, 黑体, "Heiti SC", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
h2 { margin: 16pt 0 6pt; font-size: 14pt; }
h3 { margin: 12pt 0 5pt; font-size: 11pt; }
p { margin: 3pt 0 5pt; }
table { width: 100%; margin: 0 0 6pt; table-layout: fixed; border-collapse: collapse; font-size: 9pt; line-height: 1.4; }
th, td { padding: 2pt 3.5pt; vertical-align: middle; overflow-wrap: anywhere; border: 1px solid #000; }
th { background: #ededed; }
.center { text-align: center; }
.right { text-align: right; }
.signatures { margin-top: 14pt; break-inside: avoid; }
.opinion { height: 30mm; border: 1px solid #000; }
.sign span { display: inline-block; width: 60mm; border-bottom: 1px solid #000; }
.sign { margin: 12pt 0 0; }
@media screen { main { overflow-x: auto; } table { min-width: 620px; } }
@media print { main { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`

const opening = (title: string): string =>
  `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n` +
  `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${xmlText(title)}</title>\n` +
  `<style>${STYLE}</style>\n</head>\n<body>\n<main>\n`
