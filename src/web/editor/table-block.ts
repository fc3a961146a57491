// The table a spreadsheet or word processor puts on the clipboard as HTML → a block, merged cells known.
import type { Block } from './block.ts'

const mostSpan = 1_000

/** The first table of a clipboard's HTML; null where it holds none. Parsing runs nothing and fetches nothing. */
export function blockOfHtml(html: string): Block | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  const rows: (string | null)[][] = []
  const covered = new Map<string, true>()
  const trs = [...table.rows]
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
  return rows.some((row) => row.length > 0) ? rows : null
}

/** Paragraphs and breaks are line breaks; a line wrapped in the source is none. */
function textOf(cell: Element): string {
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ')
    else if (node instanceof Element || node.childNodes.length > 0) {
      const name = node.nodeName
      if (name === 'BR' || ((name === 'P' || name === 'DIV') && text.trim() !== '')) text += '\n'
      if (name !== 'STYLE' && name !== 'SCRIPT') for (const child of node.childNodes) walk(child)
    }
  }
  for (const child of cell.childNodes) walk(child)
  return text
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .join('\n')
    .trim()
}
