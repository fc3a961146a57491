// The tables a spreadsheet or word processor puts on the clipboard as HTML → a block, merged cells known.
import type { Block } from './block.ts'

const mostSpan = 1_000

/** The tables of a clipboard's HTML, one below the other; null where it holds none. Parsing runs nothing and fetches nothing. */
export function blockOfHtml(html: string): Block | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const tables = [...body.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'))
  const rows = tables.flatMap(rowsOf)
  return rows.some((row) => row.length > 0) ? rows : null
}

function rowsOf(table: HTMLTableElement): (string | null)[][] {
  const rows: (string | null)[][] = []
  const covered = new Map<string, true>()
  const trs = [...table.rows].filter((tr) => !isRuler(tr))
  trs.forEach((tr, r) => {
    const row: (string | null)[] = []
    for (const cell of tr.cells) {
      while (covered.has(`${r} ${row.length}`)) row.push(null)
      const down = Math.min(Math.max(1, cell.rowSpan), mostSpan, trs.length - r)
      const right = Math.min(Math.max(1, cell.colSpan), mostSpan)
      for (let y = 1; y < down; y++) for (let x = 0; x < right; x++) covered.set(`${r + y} ${row.length + x}`, true)
      row.push(textOf(cell), ...Array.from({ length: right - 1 }, () => null))
    }
    while (covered.has(`${r} ${row.length}`)) row.push(null)
    rows.push(row)
  })
  return rows
}

/** Where cells are merged Word and Excel end a table with a row of no height: it holds the widths of the columns. */
const isRuler = (tr: HTMLTableRowElement): boolean =>
  (tr.getAttribute('height') === '0' || isHidden(tr)) && tr.textContent.trim() === ''

const hiding = /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|mso-special-character\s*:\s*comment)/i
/** Hidden text, and the marks of comments Word writes into the text. */
const isHidden = (element: Element): boolean =>
  hiding.test(element.getAttribute('style') ?? '') || element.classList.contains('msocomanchor')

/** Not read by whoever copies: rules of style, and what was struck out where changes are tracked. */
const unread = new Set(['STYLE', 'SCRIPT', 'DEL'])
const blocks = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'])

/** Paragraphs and breaks are line breaks; a line wrapped in the source is none. */
function textOf(cell: Element): string {
  const lines = ['']
  let ended = false
  const write = (text: string): void => {
    if (ended && /[^ \t\r\n]/.test(text)) {
      lines.push('')
      ended = false
    }
    lines[lines.length - 1] += text
  }
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) write(node.nodeValue ?? '')
    if (!(node instanceof Element) || unread.has(node.nodeName) || isHidden(node)) return
    if (node.nodeName === 'BR') {
      lines.push('')
      ended = false
      return
    }
    const isBlock = blocks.has(node.nodeName)
    const isBegun = lines.at(-1)?.trim() !== ''
    ended ||= isBlock && isBegun
    for (const child of node.childNodes) walk(child)
    ended ||= isBlock && lines.at(-1)?.trim() !== ''
  }
  for (const child of cell.childNodes) walk(child)
  return lines.map(unwrapped).join('\n').trim()
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/

/** White space is one space; where the source was wrapped beside a Chinese character it is nothing. */
const unwrapped = (line: string): string =>
  line
    .trim()
    .replace(/[ \t\r\n]+/g, (run, at: number, all: string) =>
      run.includes('\n') && (wide.test(all.charAt(at - 1)) || wide.test(all.charAt(at + run.length))) ? '' : ' ',
    )
    .replaceAll('\u00a0', ' ')
    .trim()
