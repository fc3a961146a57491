import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Form } from '../kernel/form/form.ts'
import { InputProblem } from './input-problem.ts'
import { MAXIMUM_TEXT, readDocument, readText } from './read-document.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const demo = (name: string): string => readFileSync(new URL(`../../demo/${name}.txt`, import.meta.url), 'utf8')

async function problemOf(read: () => Promise<unknown>): Promise<InputProblem> {
  try {
    await read()
  } catch (problem) {
    if (problem instanceof InputProblem) return problem
    throw problem
  }
  throw new Error('the input was accepted')
}

describe('an input that cannot be used is refused in one line that names it', () => {
  const noise = Uint8Array.from({ length: 9000 }, (_, i) => (i * i * 31 + (i >> 2) * 17) & 255)
  it.each([
    ['empty', new Uint8Array(), /空/],
    ['empty', bytes(' \r\n\u3000\t\n'), /没有文字/],
    ['not-text', noise, /不是可读的文本/],
    ['no-form', bytes('关于做好2024年预算绩效管理工作的通知\n各单位：请认真组织绩效自评。\n'), /未找到绩效表/],
    ['not-readable', bytes('%PDF-1.7\n%…'), /PDF 已损坏/],
    ['not-readable', bytes('PK\u0003\u0004 … xl/workbook.xml'), /不完整或已损坏/],
    ['unknown-format', bytes('PK\u0003\u0004 … photo.jpg'), /压缩包/],
    ['unknown-format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), /旧版 Office/],
    ['empty', bytes('{\\rtf1\\ansi'), /没有文字/],
    ['empty', bytes('<!DOCTYPE html><table></table>'), /没有文字/],
    ['no-form', bytes('<!DOCTYPE html><p>通知'), /未找到绩效表/],
    ['unknown-format', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /图片/],
    ['too-large', new Uint8Array(MAXIMUM_TEXT + 1).fill(0x41), /文件过大/],
    ['too-large', bytes('\n'.repeat(300_000)), /文件过大/],
  ])('%s', async (code, input, words) => {
    const problem = await problemOf(() => readDocument(input, '报表.txt'))
    expect(problem).toMatchObject({ code, message: expect.stringMatching(words) })
    expect(problem.message).toMatch(/^报表\.txt：[^\n]+$/)
  })
})

describe('the same document saved otherwise gives the same forms', () => {
  const utf16 = (text: string): Uint8Array =>
    new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer)
  const text = demo('001')
  const { forms } = readText(text, 'x')
  it.each([
    ['with the line ends of Windows', bytes(text.replaceAll('\n', '\r\n'))],
    ['with a mark in front', bytes(`\ufeff${text}`)],
    ['as UTF-16', utf16(`\ufeff${text}`)],
    ['with non-breaking and full-width blanks', bytes(text.replaceAll('年度 总体 目标', '年度\u00a0总体\u3000目标'))],
  ])('%s', async (_, saved) => {
    const words = (form: Form) => ({ ...form, sources: null })
    expect((await readDocument(saved, 'x')).forms.map(words)).toEqual(forms.map(words))
  })
})

it('documents of all shapes in one file are read one after another', () => {
  const names = ['000', '001', '002', '003', '004']
  const read = readText(names.map(demo).join('\n\n'), 'all').forms
  const apart = names.flatMap((name) => readText(demo(name), name).forms)
  expect(read.map((form) => [form.layout, form.project?.name, form.indicators])).toEqual(
    apart.map((form) => [form.layout, form.project?.name, form.indicators]),
  )
})

/** Reads a part of a text; null where it holds no form any more. */
const partly = (text: string) => {
  try {
    return readText(text, 'part.txt').forms
  } catch (problem) {
    if (problem instanceof InputProblem) return null
    throw problem
  }
}

describe.each(['000', '001', '002', '003', '004'])('document %s cut at every tenth line', (name) => {
  // A cut touches one form only: the first few stand for all.
  const lines = demo(name).split('\n').slice(0, 400)
  const cuts = Array.from({ length: Math.floor(lines.length / 10) }, (_, i) => (i + 1) * 10)

  it('yields what is there before the cut and says what is missing', () => {
    for (const cut of cuts) {
      const forms = partly(lines.slice(0, cut).join('\n'))
      for (const form of forms ?? []) expect(() => Form.parse(form), `cut at line ${cut}`).not.toThrow()
      const last = forms?.at(-1)
      if (last && last.indicators.length === 0) expect(last.doubts?.length, `cut at line ${cut}`).toBeGreaterThan(0)
    }
  })

  it('yields what is there behind the cut and says that the beginning is missing', () => {
    for (const cut of cuts) {
      const forms = partly(lines.slice(cut).join('\n'))
      for (const form of forms ?? []) expect(() => Form.parse(form), `from line ${cut}`).not.toThrow()
      for (const form of forms ?? [])
        if (form.title === null)
          expect(
            form.doubts?.map((doubt) => doubt.path),
            `from line ${cut}`,
          ).toContain('title')
    }
  })
})

describe('tables cut anywhere', () => {
  it.each(['001', '004'])('%s: the indicators before a cut are those of the whole document', (name) => {
    const text = demo(name)
    const all = readText(text, name).forms.flatMap((form) => form.indicators.map((row) => row.name))
    const lines = text.split('\n')
    for (let cut = 10; cut < lines.length; cut += name === '004' ? 230 : 7) {
      const read =
        partly(lines.slice(0, cut).join('\n'))?.flatMap((form) => form.indicators.map((row) => row.name)) ?? []
      expect(read, `cut at line ${cut}`).toEqual(all.slice(0, read.length))
    }
  })

  it('says what a form cut before its indicators does not have', () => {
    const [form] = readText(demo('001').split('\n').slice(0, 13).join('\n'), 'cut.txt').forms
    expect(form?.project?.name).toBe('新闻宣传专项经费')
    expect(form?.funds).toHaveLength(4)
    expect(form?.doubts?.map((doubt) => doubt.path)).toEqual(['goals', 'indicators', 'totals', 'grade'])
    expect(form?.doubts?.[0]?.message).toBe('未见年度总体目标，原文可能被截断或缺少这一部分')
  })
})

describe('texts that are hard on a reader answer all the same', () => {
  const size = 400_000
  const many = (text: string): string => text.repeat(Math.ceil(size / text.length))
  it.each([
    ['one long line', many('绩效目标表')],
    ['titles only', many('财政项目支出绩效自评表\n')],
    ['first labels only', many('项目名称\t主管部门\n')],
    ['titles and first labels', many('财政项目支出绩效自评表\n项目名称\n')],
    ['open brackets', many('项目名称（（（（（（（（（（（（\n')],
    ['a row of ten thousand cells', `${demo('001').slice(0, 600)}\n${many('产出指标\t')}`],
    ['digits', many('1234567890')],
    ['tabs', `财政项目支出绩效自评表\n项目名称${many('\t')}`],
  ])('%s', (_, text) => {
    expect(() => partly(text)).not.toThrow()
  })
})

it.each([
  ['项目支出绩效自评表', 'national-self-evaluation'],
  ['部门预算项目支出绩效自评表', 'sichuan-self-evaluation'],
])(
  'a form with labels of its own, %s, is drawn as the official one that has a place for its columns',
  async (title, layout) => {
    const rows = [
      ['项目名称', '河道养护', '监督电话', '12345'],
      ['资金使用单位', '青河县河道所', '归口科室', '农业科'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '清淤长度', '≥3公里', '4公里', '50', '50'],
      ['产出指标', '质量指标', '验收合格率', '≥90%', '95%', '40', '40'],
    ]
    const table = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')
    const page = Buffer.from(`<html><body><p>${title}</p><table>${table}</table></body></html>`)
    const { forms } = await readDocument(page, '表.html')
    expect(forms.map((form) => form.layout)).toEqual([layout])
  },
)
