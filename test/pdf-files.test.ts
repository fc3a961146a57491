// The same documents as PDF files of several programs, read and compared with the truth of their text.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPdfGrid } from '../src/documents/pdf/read-pdf.ts'
import { formsOf, openDocument } from '../src/documents/read-document.ts'
import { Form } from '../src/kernel/form/form.ts'
import { compareForms } from './compare-forms.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`golden/files/${name}`, import.meta.url))

describe.each(['000-chromium.pdf', '000-libreoffice.pdf', '000-typst.pdf'])('%s', async (name) => {
  const opened = await openDocument(file(name), name)
  const read = formsOf(opened)

  it('is read right in at least 99.5 % of its fields', () => {
    const truth = JSON.parse(readFileSync(new URL('golden/000.json', import.meta.url), 'utf8'))
    const { share, wrong } = compareForms(truth, read.forms)
    expect(share, JSON.stringify(wrong.slice(0, 20), null, 1)).toBeGreaterThanOrEqual(0.995)
    expect(read.forms).toHaveLength(4)
  })

  it('gives forms of the published schema', () => {
    for (const form of read.forms) expect(() => Form.parse(form)).not.toThrow()
  })

  it('says where every field stands: page, box and the line people see', () => {
    const squeeze = (text: string) => text.replace(/[\s｜]+/g, '')
    for (const form of read.forms)
      for (const [path, { page, box, line, lineEnd, text }] of Object.entries(form.sources ?? {})) {
        expect(page, path).toBeGreaterThanOrEqual(1)
        expect(box?.width, path).toBeGreaterThan(0)
        const seen = opened.lines.slice((line ?? 0) - 1, lineEnd ?? line).map((shown) => shown.text)
        expect(squeeze(seen.join('')), path).toContain(squeeze(text))
      }
  })
})

it('reads text whose font is not part of the file', async () => {
  const { grid } = await readPdfGrid(file('gbk_cid_nonembedded.pdf'), 'gbk.pdf')
  expect(grid.rows.map((row) => row.map((cell) => cell.text))).toEqual([['项目绩效目标申报表']])
})

it('reads the pages that are left of a file without its end, and says so', async () => {
  const whole = file('000-libreoffice.pdf')
  const { grid, notes } = await readPdfGrid(whole.slice(0, whole.length - 1400), '000.pdf')
  expect(grid.rows.length).toBeGreaterThan(10)
  expect(notes).toEqual(expect.arrayContaining([expect.stringContaining('不完整')]))
})
