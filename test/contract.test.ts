// What the program gives out is what its published contract says.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDocument } from '../src/documents/read-document.ts'
import { FormDocument } from '../src/kernel/form/form.ts'
import { at } from '../src/kernel/form/path.ts'

const demo = readdirSync('demo').filter((name) => name.endsWith('.txt'))

describe('the open data format', () => {
  it('is published as the JSON Schema the program checks with (npx hengji schema > docs/format/form.schema.json)', () => {
    const published: unknown = JSON.parse(readFileSync('docs/format/form.schema.json', 'utf8'))
    expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(FormDocument))))
  })

  it.each(demo)('%s is read into documents that satisfy it', async (name) => {
    const read = await readDocument(readFileSync(`demo/${name}`), name)
    expect(FormDocument.safeParse(read).error?.issues ?? []).toEqual([])
  })

  it.each(demo)('%s: every source leads to a field and stands where it says', async (name) => {
    const text = readFileSync(`demo/${name}`, 'utf8').split('\n')
    const squeeze = (s: string) => s.replace(/[\s\u00a0\u3000]+/g, '')
    for (const form of (await readDocument(readFileSync(`demo/${name}`), name)).forms) {
      const sources = Object.entries(form.sources ?? {})
      expect(sources.length).toBeGreaterThan(form.indicators.length * 2)
      for (const [path, source] of sources) {
        expect(at(form, path), path).not.toBeUndefined()
        const lines = text.slice((source.line ?? 1) - 1, source.lineEnd ?? source.line)
        expect(squeeze(lines.join('')), `${path} in lines ${source.line}–${source.lineEnd}`).toContain(
          squeeze(source.text).slice(0, 4),
        )
      }
    }
  })
})
