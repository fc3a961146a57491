// Real published forms through the whole check: their known contradictions are found with the arithmetic that proves them.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Form } from '../form/form.ts'
import { profileOf } from '../profile/choose.ts'
import { checkForm } from './check.ts'

const layoutOf: Readonly<Record<string, string>> = {
  '000': 'shanghai-target-declaration',
  '001': 'shanghai-self-evaluation',
  '002': 'shanghai-self-evaluation',
  '003': 'guangdong-department-self-evaluation',
  '004': 'tianjin-target',
}

/** Hand-checked forms leave out what they do not judge; the absent fields are filled in as absent. */
function golden(file: string): Form[] {
  const truth = JSON.parse(readFileSync(new URL(`../../../test/golden/${file}.json`, import.meta.url), 'utf8'))
  return truth.forms.map((form: Record<string, unknown> & { kind: string; indicators: Record<string, unknown>[] }) =>
    Form.parse({
      title: null,
      year: null,
      tasks: [],
      layout: layoutOf[file],
      ...form,
      indicators: form.indicators.map((row) => ({
        ...{ description: null, weight: null, score: null, deviation: null, nature: null, direction: null },
        ...{ measureUnit: null, actual: null },
        ...row,
        target: { kind: 'qualitative', comparator: null, value: null, unit: null, ...(row.target as object) },
        ...(row.actual ? { actual: { value: null, unit: null, tier: null, ...(row.actual as object) } } : {}),
      })),
    }),
  )
}

const found = (form: Form, ...rules: string[]) =>
  checkForm(form)
    .findings.filter(({ rule }) => rules.includes(rule))
    .map(({ rule, severity, path, arithmetic }) => [rule, severity, path, arithmetic])

const named = (forms: readonly Form[], name: string): Form => {
  const form = forms.find(({ project }) => project?.name === name)
  if (!form) throw new Error(`no form ${name}`)
  return form
}

describe('韶关市市场监督管理局 2022年部门整体支出绩效自评表', () => {
  const form = golden('003')[0] as Form // the file holds one form

  it('prints an executed total that is not the sum of its parts', () => {
    expect(found(form, 'B01')).toEqual([
      ['B01', 'error', 'funds[2].executed', '11789.83 + 74.52 = 11864.35 ≠ 11881.54'],
    ])
  })

  it('prints 0.00 % where all or 81.26 % was spent', () => {
    expect(found(form, 'B03')).toEqual([
      ['B03', 'error', 'funds[0].rate', '11789.83 ÷ 11789.83 × 100 = 100.00'],
      ['B03', 'error', 'funds[1].rate', '74.52 ÷ 91.71 × 100 = 81.26'],
    ])
  })

  it('gives 9 of 10 points for a rate of 100 %', () => {
    const [finding] = checkForm(form).findings.filter(({ rule }) => rule === 'B04')
    expect(finding).toMatchObject({ path: 'funds[2].score', quote: '9', observed: '9', expected: '10.00' })
  })

  it('raises the budget by a third without a word, leaves the office blank and a target empty', () => {
    expect(found(form, 'A01', 'A16', 'B05').map(([rule, , path]) => `${rule} ${path}`)).toEqual([
      'A01 unit',
      'A16 indicators[40].target',
      'A16 indicators[41].direction',
      'A16 indicators[42].direction',
      'B05 funds[2].annualBudget',
    ])
  })
})

describe('上海市财政项目支出绩效自评表', () => {
  it('is judged under the profile of its place', () => {
    expect(new Set(golden('002').map((form) => checkForm(form).profile))).toEqual(new Set(['shanghai@2023']))
  })

  it('has no wrong sum, rate or execution score in any of the hand-checked forms', () => {
    for (const form of [...golden('001'), ...golden('002')]) {
      expect(found(form, 'B01', 'B02', 'B03', 'B04', 'B09', 'B10', 'B12', 'B14')).toEqual([])
    }
  })

  it('warns of an execution of 70.04 % that nobody explains', () => {
    const form = named(golden('002'), '医疗器械监督管理业务经费')
    expect(found(form, 'B06')).toEqual([['B06', 'warning', 'funds[0].rate', '52.70 ÷ 75.24 × 100 = 70.04 < 90']])
  })

  it('misses the first level 满意度指标 in the form with three indicators', () => {
    expect(found(named(golden('001'), '新闻宣传专项经费'), 'A09')).toHaveLength(1)
  })
})

describe('天津市绩效目标表', () => {
  const forms = golden('004')

  it('has unit prices and quantities that need more than the budget', () => {
    const [finding] = found(named(forms, '2024年中央食品监管补助资金'), 'B16')
    expect(finding?.[3]).toContain('（3305 + 1328 + 832）批次 × 2500元 = 1366.25万元')
  })

  it('states 20万元 where the limit is 9万元', () => {
    expect(found(named(forms, '公平竞争审查2024'), 'B17')).toEqual([
      ['B17', 'warning', 'indicators[0].description', '20万元 ≠ 9万元'],
    ])
  })
})

describe('checkForm', () => {
  const form = named(golden('002'), '宣传业务经费')

  it('says under which profile it judged, and judges under the one it is given', () => {
    const national = profileOf('national@2020')
    expect(checkForm(form, national).profile).toBe('national@2020')
    // 75.20 is cut, 75.21 would be rounded half up: another place's rounding is no mistake, and it is not silent.
    expect(checkForm(form, national).notChecked.map(({ rule }) => rule)).toContain('B03')
    expect(checkForm(form, national).findings.map(({ rule }) => rule)).not.toContain('B03')
  })

  it('counts a rule as passed, found or not checked, never twice', () => {
    const { findings, notChecked, passed } = checkForm(form)
    const judged = new Set([...findings, ...notChecked].map(({ rule }) => rule)).size + passed
    expect(judged).toBeGreaterThan(60)
    expect(passed).toBeGreaterThan(0)
  })
})
