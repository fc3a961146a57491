// The forms of the demonstration documents, drawn as the official tables in workbooks, are read again as they are.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument, readText } from '../src/documents/read-document.ts'
import { type KitStyle, workbookOf } from '../src/documents/xlsx/xlsx.test-kit.ts'
import { draw, layoutFor } from '../src/kernel/layout/draw.ts'
import type { Sheet } from '../src/kernel/layout/sheet.ts'
import { compareForms } from './compare-forms.ts'

const formsOf = (name: string) =>
  readText(readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8'), name).forms

/** As spreadsheets save it: every cell of the grid, merged ones empty. */
function asCsv({ title, period, caption, widths, rows }: Sheet, separator: string): string {
  const cells = rows.map(() => widths.map(() => ''))
  for (const { row, col, text } of rows.flat()) cells[row]?.splice(col, 1, text ?? '')
  const blank = widths.slice(1).map(() => '')
  const above = [title, period].filter((text) => text !== null).map((text) => [text, ...blank])
  const line = caption === null ? [] : [[caption.left, ...blank.slice(1), caption.right]]
  return [...above, ...line, ...cells]
    .map((row) => row.map((text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(separator))
    .join('\r\n')
}

describe.each(['000', '001', '002', '003', '004'])('the forms of %s', (name) => {
  const forms = formsOf(name)
  const sheets = forms.flatMap((form): readonly Sheet[] => {
    const layout = layoutFor(form)
    return layout === undefined ? [] : [draw(layout, form)]
  })

  it.each([',', ';'])('as text between “%s”', async (separator) => {
    const text = sheets.map((sheet) => asCsv(sheet, separator)).join('\r\n\r\n')
    const read = await readDocument(new TextEncoder().encode(text), 'drawn.csv')
    expect(compareForms({ forms }, read.forms).wrong).toEqual([])
  })

  describe.each<KitStyle>(['texts', 'numbers'])('written as %s', (style) => {
    it('on a sheet each', async () => {
      const book = sheets.map((sheet, i) => ({ name: `表${i + 1}`, forms: [sheet] }))
      const read = await readDocument(await workbookOf(book, style), 'drawn.xlsx')
      expect(compareForms({ forms }, read.forms).wrong).toEqual([])
    })

    it('one below the other on one sheet', async () => {
      const read = await readDocument(await workbookOf([{ name: '汇总', forms: sheets }], style), 'drawn.xlsx')
      expect(compareForms({ forms }, read.forms).wrong).toEqual([])
    })
  })
})
