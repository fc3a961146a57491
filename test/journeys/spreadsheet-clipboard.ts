// What a spreadsheet puts on the clipboard when all of a sheet is copied: an HTML table with spans, and text between tabs.
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string): string =>
  xml
    .replace(/&#x?([0-9a-f]+);/gi, (all, code: string) =>
      String.fromCodePoint(Number.parseInt(code, all.includes('x') ? 16 : 10)),
    )
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
const column = (letters: string): number => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1

type Merge = { readonly row: number; readonly col: number; readonly down: number; readonly right: number }

/** The first sheet of a workbook. */
export function copied(bytes: Uint8Array): { readonly html: string; readonly text: string } {
  const files = unzipSync(bytes)
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '')
  const textsIn = (xml: string) =>
    [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, t]) => plain(t ?? '')).join('')
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => textsIn(si ?? ''))
  const sheet = part('xl/worksheets/sheet1.xml')
  const cells = new Map<string, string>()
  let [rows, cols] = [0, 0]
  for (const [, letters = '', digits = '', attributes = '', inner = ''] of sheet.matchAll(
    /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const [row, col] = [Number(digits) - 1, column(letters)]
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? ''
    cells.set(
      `${row} ${col}`,
      /t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : textsIn(inner) || plain(value),
    )
    ;[rows, cols] = [Math.max(rows, row + 1), Math.max(cols, col + 1)]
  }
  const merges = [...sheet.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, a = '', b = '', c = '', d = '']): Merge => ({
      row: Number(b) - 1,
      col: column(a),
      down: Number(d) - Number(b) + 1,
      right: column(c) - column(a) + 1,
    }),
  )
  return { html: htmlOf(rows, cols, cells, merges), text: textOf(rows, cols, cells) }
}

function htmlOf(rows: number, cols: number, cells: ReadonlyMap<string, string>, merges: readonly Merge[]): string {
  const lines = Array.from({ length: rows }, (_, r) => {
    const tds = Array.from({ length: cols }, (_, c) => {
      const over = merges.find((m) => r >= m.row && r < m.row + m.down && c >= m.col && c < m.col + m.right)
      if (over && (over.row !== r || over.col !== c)) return ''
      const spans = over ? ` rowspan=${over.down} colspan=${over.right}` : ''
      return `<td${spans} style='mso-number-format:"\\@"'>${escaped(cells.get(`${r} ${c}`) ?? '')}</td>`
    })
    return `<tr height=19>${tds.join('')}</tr>`
  })
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0>${lines.join('\r\n')}</table></body></html>`
}

const textOf = (rows: number, cols: number, cells: ReadonlyMap<string, string>): string =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: cols }, (_, c) => {
      const text = cells.get(`${r} ${c}`) ?? ''
      return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    }).join('\t'),
  ).join('\r\n')

/** Pastes it where the keyboard is. */
export async function putOnClipboard(
  { page }: { readonly page: Page },
  { html, text }: ReturnType<typeof copied>,
): Promise<void> {
  await page.locator('.editor-input:focus').waitFor()
  await page.evaluate(
    ([rich = '', plain = '']) => {
      const data = new DataTransfer()
      data.setData('text/html', rich)
      data.setData('text/plain', plain)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    },
    [html, text],
  )
}
