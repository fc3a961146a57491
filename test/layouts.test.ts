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

/** What stands around a form where a whole report is published. */
const before = `附件2

某某单位2023年度部门决算
目录
第一部分 概况 ..... 3
第二部分 决算表 ..... 9

一、单位职责
负责辖区内有关工作，共有编制25人。

`
const behind = `

第四部分 名词解释
一、财政拨款收入：指单位从同级财政部门取得的资金。
`

describe.each(names)('%s', async (name) => {
  const bytes = readFileSync(new URL(`${name}.txt`, folder))
  const read = await readDocument(bytes, `${name}.txt`)

  it('is read right in every field', () => {
    const truth = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
    const { share, wrong } = compareForms(truth, read.forms)
    expect(share, JSON.stringify(wrong.slice(0, 20), null, 1)).toBe(1)
  })

  it('is read alike in the midst of a report', async () => {
    const { forms } = await readDocument(Buffer.from(`${before}${bytes.toString()}${behind}`), `${name}.txt`)
    const truth = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
    expect(compareForms(truth, forms).wrong).toEqual([])
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
