// What Excel gets: numbers as numbers, codes and formulas as text, names that find the fields again.
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { blankForm, blankFund, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import { writeXlsx } from './xlsx.ts'
import { sheetNames } from './xlsx-names.ts'

const project = { code: null, name: '宣传费', nature: null, category: null, start: null, end: null, purpose: null }
const form = (over: Partial<Form> = {}): Form => ({
  ...blankForm('project-self-evaluation'),
  layout: 'shanghai-self-evaluation',
  year: 2023,
  project,
  amountUnit: '万元',
  funds: [{ ...blankFund('年度资金总额'), initialBudget: '170.30', executed: '12345678901234567.89', rate: '75.2' }],
  indicators: [
    {
      ...blankIndicator,
      dimension: '产出指标',
      aspect: '数量指标',
      name: '=HYPERLINK("http://x","y")',
      target: parseTarget('=100%'),
      actual: parseActual('007'),
      weight: '10.00',
      score: '9.5',
    },
    { ...blankIndicator, name: '宣传效果', target: parseTarget('良好'), actual: parseActual('达成指标') },
  ],
  grade: '优',
  ...over,
})

const bytesOf = (...forms: Form[]): Uint8Array => Buffer.concat([...writeXlsx(forms)])
const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array(0))

/** Cell values as another program reads them, by text of their row's first filled cell. */
async function valuesIn(bytes: Uint8Array): Promise<readonly unknown[]> {
  const book = await readXlsx(bytes)
  return (book.sheets[0]?.rows ?? []).flat().filter((value) => value !== null && value !== undefined && value !== '')
}

it('writes amounts, rates and points as numbers with the places they are printed with', async () => {
  const values = await valuesIn(bytesOf(form()))
  expect(values).toEqual(expect.arrayContaining([170.3, 75.2, 10, 9.5]))
  const xml = part(bytesOf(form()), 'xl/styles.xml')
  expect([...xml.matchAll(/formatCode="([^"]+)"/g)].map(([, code]) => code)).toEqual(['0.00', '0.0'])
})

it('keeps as text what a number would change: codes with leading zeros, more than 15 digits', async () => {
  const values = await valuesIn(bytesOf(form()))
  expect(values).toEqual(expect.arrayContaining(['12345678901234567.89', '007']))
})

it('writes what looks like a formula as text that stays text when it is edited', async () => {
  const bytes = bytesOf(form())
  expect(await valuesIn(bytes)).toEqual(expect.arrayContaining(['=HYPERLINK("http://x","y")', '=100%']))
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).not.toContain('<f>')
  const style = Number(/<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=100%/.exec(sheet)?.[1])
  const looks = [...(part(bytes, 'xl/styles.xml').split('<cellXfs')[1] ?? '').matchAll(/<xf .*?(?:\/>|<\/xf>)/g)]
  expect(looks[style]?.[0]).toContain('quotePrefix="1"')
})

it('names the place of every field, so that a program finds it after people have edited the sheet', () => {
  const names = part(bytesOf(form()), 'xl/workbook.xml')
  const range = (name: string): string | undefined =>
    new RegExp(`<definedName name="${name}" localSheetId="0" hidden="1">([^<]+)<`).exec(names)?.[1]
  const sheet = part(bytesOf(form()), 'xl/worksheets/sheet1.xml')
  const row = /\$(\d+)$/.exec(range('row.indicators.0') ?? '')?.[1]
  const column = /\$([A-Z]+)$/.exec(range('column.indicators.target') ?? '')?.[1]
  expect(sheet).toMatch(new RegExp(`<c r="${column}${row}" [^>]*><is><t xml:space="preserve">=100%<`))
  expect(range('field.grade')).toMatch(/^'宣传费'!\$[A-Z]+\$\d+$/)
})

it('offers tiers for qualitative targets and grades, and asks for points that are no words', () => {
  const sheet = part(bytesOf(form()), 'xl/worksheets/sheet1.xml')
  const rules = [...sheet.matchAll(/<dataValidation type="(\w+)"[^>]*sqref="([^"]+)"><formula1>([^<]+)/g)]
  expect(rules.map(([, type, , formula]) => [type, formula])).toEqual(
    expect.arrayContaining([
      ['list', '"达成指标,部分达成指标并具有一定效果,未达成指标且效果较差"'],
      ['list', '"优,良,中,差"'],
      ['decimal', '0'],
    ]),
  )
})

it('freezes the title, repeats the headings on paper and fits the width of the page', () => {
  const bytes = bytesOf(form())
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3"')
  expect(sheet).toContain('fitToWidth="1" fitToHeight="1"')
  const titles = /_xlnm.Print_Titles[^>]*>'宣传费'!\$(\d+):\$(\d+)</.exec(part(bytes, 'xl/workbook.xml'))
  expect(sheet).toMatch(new RegExp(`<c r="[A-Z]+${titles?.[1]}" [^>]*><is><t xml:space="preserve">三级指标<`))
})

it('goes over pages where one page would be too small to read', () => {
  const goals = { overall: null, annual: null, expected: '完成年度任务。'.repeat(400), actual: null }
  expect(part(bytesOf(form({ goals })), 'xl/worksheets/sheet1.xml')).toContain('fitToWidth="1" fitToHeight="0"')
})

it('shows long texts whole: rows higher than Excel can show are made of several', () => {
  const goals = { overall: null, annual: null, expected: '完成年度任务。'.repeat(1500), actual: null }
  const sheet = part(bytesOf(form({ goals })), 'xl/worksheets/sheet1.xml')
  const heights = [...sheet.matchAll(/ ht="([\d.]+)"/g)].map(([, height]) => Number(height))
  expect(Math.max(...heights)).toBeLessThanOrEqual(409)
  expect(heights.reduce((a, b) => a + b, 0)).toBeGreaterThan(1500)
})

it('shows a text at the top of a cell that may go over pages: in the middle it could be cut through', () => {
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ ...blankIndicator, dimension: '产出指标', name: `指标${i}` }))
  const heightOf = (n: number): string | undefined => {
    const bytes = bytesOf(form({ indicators: rows(n) }))
    const look = /s="(\d+)"[^>]*><is><t xml:space="preserve">产出指标</.exec(
      part(bytes, 'xl/worksheets/sheet1.xml'),
    )?.[1]
    const looks = part(bytes, 'xl/styles.xml').split('<cellXfs')[1]?.split('<xf ').slice(1) ?? []
    return /vertical="(\w+)"/.exec(looks[Number(look)] ?? '')?.[1]
  }
  expect([heightOf(5), heightOf(60)]).toEqual(['center', 'top'])
})

it('refuses a text Excel has no room for instead of cutting it', () => {
  const goals = { overall: null, annual: null, expected: '字'.repeat(32_768), actual: null }
  expect(() => bytesOf(form({ goals }))).toThrow(/goals\.expected.*32767/)
})

describe('sheet names', () => {
  it.each([
    [
      ['宣传费', '宣传费', '宣传费'],
      ['宣传费', '宣传费(2)', '宣传费(3)'],
    ],
    [
      ['A', 'a'],
      ['A', 'a(2)'],
    ],
    [['[一]:二*三?四/五\\六'], ['一 二 三 四 五 六']],
    [["'引号'"], ['引号']],
    [[''], ['绩效表']],
    [['History'], ['History_']],
    [
      ['长'.repeat(40), '长'.repeat(40)],
      ['长'.repeat(31), `${'长'.repeat(28)}(2)`],
    ],
  ])('%j become %j', (wanted, names) => {
    const nameOf = sheetNames()
    expect(wanted.map(nameOf)).toEqual(names)
  })
})
