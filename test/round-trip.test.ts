// What is printed as a table and read again is the same form, whatever the geometry of the table.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readText } from '../src/documents/read-document.ts'
import { blankForm, blankFund, blankIndicator } from '../src/kernel/form/blank.ts'
import type { Form, Fund, Indicator } from '../src/kernel/form/form.ts'
import { parseActual, parseTarget } from '../src/kernel/value/value.ts'
import { compareForms } from './compare-forms.ts'
import { printSelfEvaluation, printTarget } from './print-table.ts'

const words = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...'办理宣传检测培训食品药品设备业务窗口服务群众企业水平能力机制稳步持续提升完善'), {
      minLength: min,
      maxLength: max,
    })
    .map((chars) => chars.join(''))
const paragraph = words(10, 90).map((text) => `${text}。`)
const amount = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2))
const points = fc.integer({ min: 0, max: 5000 }).map((hundredths) => (hundredths / 100).toFixed(2))
const target = fc.oneof(
  fc
    .tuple(fc.constantFrom('≥', '≤', '=', '<', '>'), amount, fc.constantFrom('个', '%', '万批次', '工作日'))
    .map(([sign, value, unit]) => `${sign}${value}(${unit})`),
  words(2, 12),
)
const group = fc.constantFrom(
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
)
/** Rows of a group stand together, as they are printed. */
const byGroup = (a: Indicator, b: Indicator): number =>
  `${a.dimension}${a.aspect}` < `${b.dimension}${b.aspect}`
    ? -1
    : Number(`${a.dimension}${a.aspect}` > `${b.dimension}${b.aspect}`)

const evaluated: fc.Arbitrary<Indicator> = fc
  .record({
    group,
    name: words(3, 20),
    target,
    actual: target,
    weight: points,
    score: points,
    deviation: fc.option(paragraph),
  })
  .map(({ group: [dimension, aspect], ...row }) => ({
    ...blankIndicator,
    ...row,
    dimension: dimension ?? null,
    aspect: aspect ?? null,
    target: parseTarget(row.target),
    actual: parseActual(row.actual),
  }))

const planned: fc.Arbitrary<Indicator> = fc
  .record({
    group,
    name: words(3, 20),
    description: fc.array(words(5, 60), { minLength: 1, maxLength: 3 }).map((texts) => texts.join('\n')),
    target,
  })
  .map(({ group: [dimension, aspect], ...row }) => ({
    ...blankIndicator,
    ...row,
    dimension: dimension ?? null,
    aspect: aspect ?? null,
    target: parseTarget(row.target),
  }))

const fund = (label: string, level: number): fc.Arbitrary<Fund> =>
  fc.record({ initialBudget: amount, annualBudget: amount, executed: amount, rate: points }).chain((amounts) =>
    fc.record({ weight: points, score: points }).map((scored) => ({
      ...blankFund(label, level),
      ...amounts,
      ...(level === 0 ? scored : {}),
    })),
  )

const organisation = words(3, 12).map((name) => `云岭市${name}局`)

const selfEvaluation: fc.Arbitrary<Form> = fc
  .record({
    project: words(4, 20),
    department: organisation,
    unit: organisation,
    year: fc.integer({ min: 2015, max: 2030 }),
    funds: fc.tuple(fund('年度资金总额', 0), fund('当年财政拨款', 1), fund('上年结转资金', 1), fund('其他资金', 1)),
    expected: paragraph,
    actual: paragraph,
    indicators: fc.array(evaluated, { minLength: 1, maxLength: 12 }),
    totals: fc.record({ weight: points, score: points }),
    grade: fc.constantFrom('优', '良', '中', '差'),
  })
  .map(({ project, department, unit, year, funds, expected, actual, indicators, totals, grade }) => ({
    ...blankForm('project-self-evaluation'),
    title: '财政项目支出绩效自评表',
    region: '云岭市',
    year,
    totals,
    grade,
    department: { code: null, name: department },
    unit: { code: null, name: unit },
    project: { code: null, name: project, nature: null, category: null, start: null, end: null, purpose: null },
    amountUnit: '万元',
    funds: [...funds],
    goals: { overall: null, annual: null, expected, actual },
    indicators: indicators.sort(byGroup),
  }))

const targetForm: fc.Arbitrary<Form> = fc
  .record({
    project: words(4, 20),
    unit: organisation,
    code: fc.integer({ min: 100_000, max: 999_999 }),
    amounts: fc.tuple(amount, fc.option(amount), fc.option(amount)),
    purpose: paragraph,
    overall: fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((goals) => goals.join('\n')),
    indicators: fc.array(planned, { minLength: 1, maxLength: 15 }),
  })
  .map(({ project, unit, code, amounts, purpose, overall, indicators }) => ({
    ...blankForm('project-target'),
    title: `${project}绩效目标表`,
    region: '云岭市',
    unit: { code: String(code), name: unit },
    project: { code: null, name: project, nature: null, category: null, start: null, end: null, purpose },
    amountUnit: '万元',
    funds: ['预算数', '财政资金', '其他资金'].map((label, i) => ({
      ...blankFund(label, i === 0 ? 0 : 1),
      initialBudget: amounts[i] ?? null,
    })),
    goals: { overall, annual: null, expected: null, actual: null },
    indicators: indicators.sort(byGroup),
  }))

function expectSame(printed: string, forms: readonly Form[]): void {
  const read = readText(printed, 'printed.txt').forms
  expect(compareForms({ forms }, read).wrong).toEqual([])
  read.forEach((form, i) => {
    const { sources, doubts, layout, ...rest } = form
    expect(doubts ?? []).toEqual([])
    expect(layout).toBeDefined()
    expect(Object.keys(sources ?? {}).length).toBeGreaterThan(5)
    expect(rest).toEqual(forms[i])
  })
}

const geometry = fc.record({ pad: fc.integer({ min: 0, max: 2 }), trail: fc.integer({ min: 0, max: 3 }) })

it('self-evaluations printed as tab-separated rows are read as they are', () => {
  const document = fc.array(fc.tuple(selfEvaluation, geometry), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(document, (forms) => {
      const printed = forms.map(([form, shape]) => printSelfEvaluation(form, shape)).join('\n')
      expectSame(
        printed,
        forms.map(([form]) => form),
      )
    }),
    { numRuns: 150 },
  )
})

it('target forms printed one cell a line are read as they are, with empty paragraphs in the cells', () => {
  const document = fc.array(fc.tuple(targetForm, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(document, (forms) => {
      const printed = forms.map(([form, blanks]) => printTarget(form, blanks)).join('\n')
      expectSame(
        printed,
        forms.map(([form]) => form),
      )
    }),
    { numRuns: 150 },
  )
})
