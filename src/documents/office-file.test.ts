// Word and Excel refuse a file for one element out of its order: every file we write is held to the published order.

import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { layouts } from '../kernel/layout/index.ts'
import { fileOf, sampleOf } from './annotate/annotate.test-kit.ts'
import { faultsIn } from './office-file.test-kit.ts'
import { readText } from './read-document.ts'
import { bookDocx, writeDocx } from './write/docx.ts'
import { formOf } from './write/forms.test-kit.ts'
import { writeMarkedXlsx, writeXlsx } from './write/xlsx.ts'

const whole = (chunks: Iterable<Uint8Array>): Uint8Array => Buffer.concat([...chunks])
const forms = readText(Buffer.from(fileOf('004.txt')).toString('utf8'), '004').forms

describe.each(layouts.map((layout) => [layout.id, layout] as const))('%s', (_, layout) => {
  it('is a document Word opens, and a workbook Excel opens', () => {
    fc.assert(
      fc.property(fc.array(formOf(layout, { minLength: 0, maxLength: 40 }), { minLength: 1, maxLength: 2 }), (some) => {
        expect(faultsIn(whole(writeDocx(some)))).toEqual([])
        expect(faultsIn(whole(writeXlsx(some)))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})

it('a compilation with contents and bookmarks is a document Word opens', () => {
  expect(faultsIn(whole(bookDocx(forms, '绩效目标汇编', null)))).toEqual([])
})

it('a filing taken out as a workbook is one Excel opens', () => {
  const [form] = forms
  if (form === undefined) throw new Error('no form')
  expect(faultsIn(whole(writeMarkedXlsx(form, { filing: '"x"', version: '1' })))).toEqual([])
})

it.each(['000-word.docx', '001-word.docx', '000-excel.xlsx'])('%s with comments still opens', async (name) => {
  const { bytes, annotated } = await sampleOf(fileOf(name))
  const before = new Set(faultsIn(bytes))
  expect(faultsIn(annotated).filter((fault) => !before.has(fault))).toEqual([])
})

it('labels of remarks with any sign in them make names Excel takes', () => {
  const labels = ['填报人（签字）', '上年、本年', 'A B', 'a b', '100%', '"<&>', '注：'.repeat(100)]
  const remarks = Object.fromEntries(labels.map((label) => [label, '有']))
  expect(faultsIn(whole(writeXlsx(forms.slice(0, 2).map((form) => ({ ...form, remarks })))))).toEqual([])
})

describe('the check itself', () => {
  const changed = (bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array => {
    const parts = unzipSync(bytes)
    return zipSync({ ...parts, [part]: strToU8(change(Buffer.from(parts[part] ?? []).toString('utf8'))) })
  }
  const document = whole(writeDocx(forms.slice(0, 1)))
  const workbook = whole(writeXlsx(forms.slice(0, 1)))
  const sheet = 'xl/worksheets/sheet1.xml'
  it.each([
    [
      'an element out of order',
      document,
      'word/document.xml',
      (xml: string) => xml.replace(/(<w:tcW [^>]*>)(.*?)(<w:vAlign [^>]*>)/, '$3$2$1'),
    ],
    ['an element twice', document, 'word/document.xml', (xml: string) => xml.replace(/(<w:pStyle [^>]*>)/, '$1$1')],
    [
      'an element nobody knows',
      document,
      'word/document.xml',
      (xml: string) => xml.replace('<w:tbl>', '<w:tbl><w:odd/>'),
    ],
    ['a row too short', document, 'word/document.xml', (xml: string) => xml.replace(/<w:tc>.*?<\/w:tc>/, '')],
    ['a part nobody typed', document, 'word/extra.bin', () => 'x'],
    [
      'merged cells before the rows',
      workbook,
      sheet,
      (xml: string) => xml.replace(/(<sheetData>.*<\/sheetData>)(<mergeCells.*<\/mergeCells>)/s, '$2$1'),
    ],
    ['cells out of order', workbook, sheet, (xml: string) => xml.replace(/<c r="B(\d+)"/, '<c r="A$1"')],
    ['areas merged twice', workbook, sheet, (xml: string) => xml.replace(/(<mergeCell [^>]*>)/, '$1$1')],
    ['a name with brackets', workbook, 'xl/workbook.xml', (xml: string) => xml.replace('name="row.', 'name="row（')],
  ])('finds %s', (_, bytes, part, change) => {
    expect(faultsIn(changed(bytes, part, change))).not.toEqual([])
  })
})
