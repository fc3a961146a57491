// The same documents as Word files and web pages, read and compared with the truth of their text.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formsOf, openDocument } from '../src/documents/read-document.ts'
import { Form } from '../src/kernel/form/form.ts'
import { compareForms } from './compare-forms.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`golden/files/${name}`, import.meta.url))

describe.each([
  ['000-word.docx', 4],
  ['001-word.docx', 4],
  ['004-word.docx', 56],
  ['001-word97.doc', 4],
  ['000-word.rtf', 4],
  ['000.html', 4],
  ['000-gbk.html', 4],
])('%s', async (name, forms) => {
  const opened = await openDocument(file(name), name)
  const read = formsOf(opened)

  it('is read right in at least 99.5 % of its fields', () => {
    const truth = JSON.parse(readFileSync(new URL(`golden/${name.slice(0, 3)}.json`, import.meta.url), 'utf8'))
    const { share, wrong } = compareForms(truth, read.forms)
    expect(share, JSON.stringify(wrong.slice(0, 20), null, 1)).toBeGreaterThanOrEqual(0.995)
    expect(read.forms).toHaveLength(forms)
  })

  it('gives forms of the published schema, without a doubt', () => {
    for (const form of read.forms) {
      expect(() => Form.parse(form)).not.toThrow()
      expect(form.doubts ?? []).toEqual([])
    }
  })

  it('says where every field stands: table, row and cell, and the line people see', () => {
    const squeeze = (text: string) => text.replace(/[\s｜]+/g, '')
    for (const form of read.forms)
      for (const [path, { cell, line, lineEnd, text }] of Object.entries(form.sources ?? {})) {
        expect(cell, path).toMatch(/^(table \d+, row \d+, cell \d+|paragraph \d+)$/)
        const seen = opened.lines.slice((line ?? 0) - 1, lineEnd ?? line).map((shown) => shown.text)
        expect(squeeze(seen.join('')), path).toContain(squeeze(text))
      }
  })
})
