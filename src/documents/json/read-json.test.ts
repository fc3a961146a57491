// The form JSON we print is read back in, whatever wrote it; mistakes are told with their paths, all of them.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { type ReadDocument, readDocument, readText } from '../read-document.ts'
import { writeDocx } from '../write/docx.ts'
import { formOf } from '../write/forms.test-kit.ts'
import { writeJson } from '../write/json.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (value: unknown, name = '表.json'): Promise<ReadDocument> =>
  readDocument(bytes(typeof value === 'string' ? value : JSON.stringify(value)), name)
const refusal = (value: unknown): Promise<string> =>
  read(value).then(
    () => '读了',
    (error: unknown) => String(error),
  )

describe('forms written as JSON and read again are the same', () => {
  it('with any text, number and number of rows, in every layout', async () => {
    const document = fc.constantFrom(...layouts).chain((layout) => fc.array(formOf(layout), { minLength: 1 }))
    await fc.assert(
      fc.asyncProperty(document, async (forms) => {
        const { forms: again } = await readDocument(Buffer.concat([...writeJson(forms, '原.docx')]), '表.json')
        expect(again).toEqual(forms)
      }),
      { numRuns: 40 },
    )
  })

  it.each(['000', '001', '002', '003', '004'])('with the places of document %s', async (name) => {
    const { forms } = readText(readFileSync(`demo/${name}.txt`, 'utf8'), `${name}.txt`)
    const written = Buffer.concat([...writeJson(forms, `${name}.txt`)])
    const again = await readDocument(written, '表.json')
    expect(again.forms).toEqual(forms)
    expect(again.notes).toEqual([`表里的出处（sources）说的是“${name}.txt”里的位置`])
  })

  it('and written as Word they are the forms of the Word file', async () => {
    const { forms } = readText(readFileSync('demo/001.txt', 'utf8'), '001.txt')
    const { forms: again } = await read({ source: '001.txt', forms })
    expect(Buffer.concat([...writeDocx(again)])).toEqual(Buffer.concat([...writeDocx(forms)]))
  })
})

const form = { ...blankForm('project-target'), title: '绩效目标表', indicators: [blankIndicator] }

describe('what else people have', () => {
  it.each([
    ['one form', form, 1],
    ['a list of forms', [form, form], 2],
    [
      'several documents',
      [
        { source: '甲', forms: [form] },
        { source: '乙', forms: [form, form] },
      ],
      3,
    ],
    ['a document with a mark and blanks before it', `\uFEFF \n${JSON.stringify({ forms: [form] })}`, 1],
  ])('%s', async (_, value, count) => {
    expect((await read(value)).forms).toEqual(Array.from({ length: count }, () => form))
  })

  it('UTF-16, as editors save it', async () => {
    const text = Buffer.from(`\uFEFF${JSON.stringify({ forms: [form] })}`, 'utf16le')
    expect((await readDocument(text, '表.json')).forms).toEqual([form])
  })

  it('fields nobody knows are left out and named', async () => {
    const { forms, notes } = await read({ forms: [{ ...form, indicators: [{ ...blankIndicator, wieght: '5' }] }] })
    expect(forms).toEqual([form])
    expect(notes).toEqual(['JSON 里不认识的字段没有读入：forms[0].indicators[0].wieght'])
  })
})

describe('refused in one sentence', () => {
  it('mistakes, all of them with their paths', async () => {
    const { totals: _, ...rest } = form
    const indicators = [blankIndicator, { ...blankIndicator, weight: 50, score: '1,000.00' }]
    const message = await refusal({ forms: [form, { ...rest, kind: '自评表', indicators }] })
    expect(message).toContain('forms[1].kind 应为 project-target-declaration、')
    expect(message).toContain('forms[1].indicators[1].weight 应为文字（加引号），现在是 50')
    expect(message).toContain('forms[1].indicators[1].score 应为文字形式的小数')
    expect(message).toContain('forms[1].totals 没有填')
    expect(message).not.toContain('forms[0]')
    expect(message).not.toContain('\n')
  })

  it('more mistakes than anybody reads are counted', async () => {
    const wrong = Array.from({ length: 100 }, () => ({ ...blankIndicator, weight: 1 }))
    expect(await refusal({ ...form, indicators: wrong })).toMatch(/indicators\[29\]\.weight.*；另有 70 处$/)
  })

  it('two rows of one key', async () => {
    const indicators = ['a', 'b', 'a'].map((key) => ({ ...blankIndicator, key }))
    expect(await refusal({ ...form, indicators })).toContain('indicators[2].key 与别的行相同')
  })

  it('a file that is cut off, at the place where it ends', async () => {
    const text = JSON.stringify({ forms: [form] }, null, 2)
    const lines = text.slice(0, 400).split('\n').length
    expect(await refusal(text.slice(0, 400))).toContain(`JSON 第${lines}行`)
  })

  it('a sign too many, at its place', async () => {
    expect(await refusal('{\n  "forms": [,]\n}')).toContain('JSON 第2行第13个字符处写错')
  })

  it('JSON without forms', async () => {
    expect(await refusal({ name: 'hengji' })).toContain('JSON 里没有绩效表')
    expect(await refusal({ source: 'x', forms: [] })).toContain('JSON 里没有绩效表')
  })

  it('a form with rows without end', async () => {
    expect(await refusal({ ...form, indicators: Array.from({ length: 5001 }, () => 0) })).toContain(
      'indicators 超过 5000 行',
    )
  })
})
