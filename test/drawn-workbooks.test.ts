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

describe.each(['000', '001', '002', '003', '004'])('the forms of %s', (name) => {
  const forms = formsOf(name)
  const sheets = forms.flatMap((form): readonly Sheet[] => {
    const layout = layoutFor(form)
    return layout === undefined ? [] : [draw(layout, form)]
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
