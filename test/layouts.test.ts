// Forms in the layouts of other provinces, and in what other programs make of their text, compared with what is in them.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/documents/read-document.ts'
import { Form } from '../src/kernel/form/form.ts'
import { compareForms } from './compare-forms.ts'

const folder = new URL('golden/layouts/', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''))

describe.each(names)('%s', async (name) => {
  const bytes = readFileSync(new URL(`${name}.txt`, folder))
  const read = await readDocument(bytes, `${name}.txt`)

  it('is read right in every field', () => {
    const truth = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
    const { share, wrong } = compareForms(truth, read.forms)
    expect(share, JSON.stringify(wrong.slice(0, 20), null, 1)).toBe(1)
  })

  it('gives forms of the published schema, and places that are in the text', () => {
    const text = new TextDecoder().decode(bytes).replace(/\s+/g, '')
    for (const form of read.forms) {
      expect(() => Form.parse(form)).not.toThrow()
      for (const [path, source] of Object.entries(form.sources ?? {}))
        expect(text, path).toContain(source.text.split('\n')[0]?.replace(/\s+/g, '') ?? '')
    }
  })
})
