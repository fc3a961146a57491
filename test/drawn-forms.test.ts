// The forms of the demonstration documents, drawn as the official tables in Word documents and web pages, are read again
// as they are.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { docxOf, type KitBlock, type KitStyle } from '../src/documents/docx/docx.test-kit.ts'
import { readDocument, readText } from '../src/documents/read-document.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { draw, layoutFor } from '../src/kernel/layout/draw.ts'
import type { Layout } from '../src/kernel/layout/layout.ts'
import type { Sheet } from '../src/kernel/layout/sheet.ts'
import { compareForms } from './compare-forms.ts'

const formsOf = (name: string): readonly Form[] =>
  readText(readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8'), name).forms

const sheetOf = (form: Form): Sheet => draw(layoutFor(form) as Layout, form)

const captionOf = ({ caption }: Sheet): string[] => (caption === null ? [] : [`${caption.left}\t${caption.right}`])

const asWord = (sheet: Sheet): readonly KitBlock[] => [
  sheet.title,
  ...(sheet.period === null ? [] : [sheet.period]),
  ...captionOf(sheet),
  { columns: sheet.widths.length, rows: sheet.rows },
  '',
]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

function asPage(sheet: Sheet): string {
  const rows = sheet.rows.map((cells) =>
    cells
      .map((cell) => `<td colspan=${cell.colSpan} rowspan=${cell.rowSpan}>${escaped(cell.text ?? '')}</td>`)
      .join(''),
  )
  const head = [sheet.title, sheet.period ?? '', ...captionOf(sheet)].map(
    (text) => `<p>${escaped(text).replace('\t', '&emsp;&emsp;')}</p>`,
  )
  return `<!doctype html><meta charset=utf-8>${head.join('')}<table><tr>${rows.join('</tr><tr>')}</tr></table>`
}

describe.each(['000', '001', '002', '003', '004'])('the forms of %s', (name) => {
  const forms = formsOf(name)
  const sheets = forms.map(sheetOf)
  it.each<KitStyle>(['word', 'wps', 'wrapped', 'repeated'])('in a Word document (%s)', async (style) => {
    const read = await readDocument(docxOf(sheets.flatMap(asWord), style), 'drawn.docx')
    expect(compareForms({ forms }, read.forms).wrong).toEqual([])
  })

  it('in a web page', async () => {
    const read = await readDocument(new TextEncoder().encode(sheets.map(asPage).join('\n')), 'drawn.html')
    expect(compareForms({ forms }, read.forms).wrong).toEqual([])
  })
})
