// The five published documents, read whole and compared with what people found in them.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/documents/read-document.ts'
import { Form } from '../src/kernel/form/form.ts'
import { printedAt } from '../src/kernel/form/path.ts'
import { compareForms } from './compare-forms.ts'

/** 003 prints its columns one after another and leaves empty cells out. */
const documents = [
  { name: '000', forms: 4, indicators: 52, least: 0.995 },
  { name: '001', forms: 4, indicators: 38, least: 0.995 },
  { name: '002', forms: 9, indicators: 139, least: 0.995 },
  { name: '003', forms: 1, indicators: 44, least: 0.98 },
  { name: '004', forms: 56, indicators: 473, least: 0.995 },
]

const demo = (name: string): Uint8Array => readFileSync(new URL(`../demo/${name}.txt`, import.meta.url))

describe.each(documents)('document $name', async ({ name, forms, indicators, least }) => {
  const read = await readDocument(demo(name), `${name}.txt`)

  it(`has ${forms} forms with ${indicators} indicators`, () => {
    expect(read.forms).toHaveLength(forms)
    expect(read.forms.flatMap((form) => form.indicators)).toHaveLength(indicators)
  })

  it(`is read right in at least ${least * 100} % of its fields`, () => {
    const truth = JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8'))
    const { share, wrong } = compareForms(truth, read.forms)
    expect(share, JSON.stringify(wrong.slice(0, 20), null, 1)).toBeGreaterThanOrEqual(least)
  })

  it('gives forms of the published schema', () => {
    for (const form of read.forms) expect(() => Form.parse(form)).not.toThrow()
  })

  it('says where every field stands, in words the file really has there', () => {
    const lines = new TextDecoder().decode(demo(name)).split('\n')
    for (const form of read.forms) {
      expect(form.layout).toBeDefined()
      for (const [path, { line, lineEnd, text }] of Object.entries(form.sources ?? {})) {
        const there = lines.slice((line ?? 1) - 1, lineEnd ?? line ?? 1).join('')
        const first = text.split('\n')[0]?.replace(/\s+/g, '') ?? ''
        expect(there.replace(/\s+/g, ''), `${form.project?.name} ${path}`).toContain(first)
      }
      form.indicators.forEach((row, i) => {
        for (const field of ['name', 'target', 'actual', 'weight', 'score', 'deviation'] as const)
          if (printedAt(form, `indicators[${i}].${field}`) !== null)
            expect(form.sources, row.name ?? '').toHaveProperty([`indicators[${i}].${field}`])
      })
    }
  })
})
