// Forms printed without rules: what is read is right, and what is not sure is left out and listed.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { readDocument, readText } from '../read-document.ts'
import { formOf } from '../write/forms.test-kit.ts'
import { type Alignment, compared, withoutRules } from './borderless.test-kit.ts'
import { drawTable, page, pdf } from './pdf.test-kit.ts'

async function readBack(forms: readonly Form[], alignment: Alignment) {
  const read = await readDocument(await withoutRules(forms, alignment), '表.pdf')
  const results = forms.map((form, i) => compared(form, read.forms[i]))
  return {
    count: read.forms.length,
    right: results.reduce((sum, { right }) => sum + right, 0),
    left: results.reduce((sum, { left }) => sum + left, 0),
    silent: results.reduce((sum, { silent }) => sum + silent, 0),
    wrong: results.flatMap(({ wrong }) => wrong),
  }
}

describe('the forms of a published document without their rules', () => {
  const ways = ['left', 'printed', 'center'] as const
  const cases = ['000', '001', '002', '003'].flatMap((name) => ways.map((way) => [name, way] as const))
  it.each([...cases, ['004', 'printed'] as const])(
    '%s, texts %s, are read without a wrong field',
    async (name, way) => {
      const { forms } = readText(readFileSync(`demo/${name}.txt`, 'utf8'), name)
      const { count, right, left, silent, wrong } = await readBack(forms, way)
      expect(wrong).toEqual([])
      expect(silent).toBe(0)
      expect(count).toBe(forms.length)
      expect(right / (right + left)).toBeGreaterThan(0.999)
    },
  )
})

describe('any form without its rules', () => {
  /** Shares of fields that may be wrong at most; those left out are not wrong. */
  const limits = { left: 0.005, printed: 0.01, center: 0.02 } as const

  it.each(['left', 'printed', 'center'] as const)('texts %s, is read with hardly a wrong field', async (way) => {
    const forms = layouts.flatMap((layout) =>
      fc.sample(formOf(layout, { minLength: 1, maxLength: 8 }), { numRuns: 1, seed: 2026 }),
    )
    const { right, left, wrong } = await readBack(forms, way)
    const all = right + left + wrong.length
    expect(wrong.length / all, JSON.stringify(wrong)).toBeLessThan(limits[way])
    expect(right / all).toBeGreaterThan(0.9)
  })
})

describe('what cannot be told without rules', () => {
  const HEADINGS = ['一级指标', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分']
  const COLUMNS = [50, 110, 180, 290, 360, 440, 500]
  const form = (...rows: readonly (readonly (readonly [x: number, text: string])[])[]) =>
    pdf([
      page((c) => {
        c.text(200, 50, '项目支出绩效自评表', 16)
        c.text(50, 80, '项目名称')
        c.text(130, 80, '宣传经费')
        HEADINGS.forEach((text, i) => void c.text(COLUMNS[i] ?? 0, 110, text))
        for (const [r, row] of rows.entries()) for (const [x, text] of row) c.text(x, 140 + 30 * r, text)
      }),
    ])
  const sure = [
    [50, '产出指标'],
    [110, '数量指标'],
    [180, '宣传次数'],
    [290, '≥3次'],
    [360, '4次'],
    [440, '10'],
    [500, '9'],
  ] as const

  it('is left out and listed with its page and box: a figure between two columns that are both empty', async () => {
    const doubtful = [
      ...sure.slice(0, 5).map(([x, text]) => [x, text.replace('次数', '人数')] as const),
      [474, '8'],
    ] as const
    const { forms } = await readDocument(form(sure, doubtful), '表.pdf')
    expect(forms[0]?.indicators[0]).toMatchObject({ weight: '10', score: '9' })
    expect(forms[0]?.indicators[1]).toMatchObject({ name: '宣传人数', weight: null, score: null })
    const [listed] = forms[0]?.notRead ?? []
    expect(listed).toMatchObject({ text: '8', page: 1, why: '没有框线，分不清属于哪一栏，未读入' })
    expect(Math.abs((listed?.box?.y ?? 0) - 162)).toBeLessThan(2)
  })

  it('is read where the place beside it is taken', async () => {
    const taken = [...sure.slice(0, 6), [484, '8']] as const
    const { forms } = await readDocument(form(sure, taken), '表.pdf')
    expect(forms[0]?.indicators[1]).toMatchObject({ weight: '10', score: '8' })
    expect(forms[0]?.notRead).toBeUndefined()
  })

  it('is a row without a name: none of its texts is read into another row', async () => {
    const { forms } = await readDocument(
      form(sure, [
        [360, '数据来自年报'],
        [440, '5'],
      ]),
      '表.pdf',
    )
    expect(forms[0]?.indicators).toHaveLength(1)
    expect(forms[0]?.notRead?.map(({ text }) => text)).toEqual(['数据来自年报', '5'])
  })

  it('is nothing of a form with its rules', async () => {
    const rows = [HEADINGS, ...[sure].map((row) => row.map(([, text]) => text))]
    const cells = rows.flatMap((row, r) => row.map((text, column) => ({ row: r, column, text })))
    const bytes = pdf([
      page((c) => {
        c.text(200, 50, '项目支出绩效自评表', 16)
        drawTable(c, [...COLUMNS, 560], [100, 140, 180], cells)
      }),
    ])
    const { forms } = await readDocument(bytes, '表.pdf')
    expect(forms[0]?.indicators).toHaveLength(1)
    expect(forms[0]?.notRead).toBeUndefined()
  })
})

it('headings nobody described are found by their words', async () => {
  const bytes = pdf([
    page((c) => {
      c.text(200, 50, '专项经费绩效自评表', 16)
      c.text(50, 80, '项目名称')
      c.text(130, 80, '宣传经费')
      ;['具体指标', '计划目标值', '年度实际完成情况', '标准分', '自评分'].forEach(
        (text, i) => void c.text(50 + 100 * i, 110, text),
      )
      ;['宣传次数', '≥3次', '4次', '10', '9'].forEach((text, i) => void c.text(50 + 100 * i, 140, text))
    }),
  ])
  const { forms } = await readDocument(bytes, '表.pdf')
  expect(forms[0]?.indicators).toMatchObject([{ name: '宣传次数', weight: '10', score: '9' }])
  expect(forms[0]?.indicators[0]?.target.text).toBe('≥3次')
})
