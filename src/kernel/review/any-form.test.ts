// Whatever a form holds, no rule throws, and every finding can be shown: its place is in the form, its text is complete.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Form, FormKind, type Fund, type Indicator } from '../form/form.ts'
import { at } from '../form/path.ts'
import { layouts } from '../layout/index.ts'
import { profiles } from '../profile/index.ts'
import { parseActual, parseTarget } from '../value/value.ts'
import { checkForm } from './check.ts'

const amount = fc.constantFrom(null, '0', '0.00', '-1.00', '9', '10.00', '93.7', '100', '1157.30', '99999999999999.99')
const words = fc.constantFrom(
  ...[null, '', ' ', '无', '—', '数量指标', '成本指标', '效益指标（30分）', '满意度指标', '受训学员满意度', '履职效能'],
  ...[
    '2023年中央补助资金',
    '结转资金（',
    '**提升提升',
    '目标内容1',
    '达成指标',
    '部分达成指标并具有一定效果',
    '未完成，预算调减',
  ],
  ...['平均每批次单价', '抽检批次', '及时率', '（100字以内）', '力争完成3件', '13800138000', '\u0000\ud83d\ude00'],
)
const value = fc.constantFrom(
  ...[
    null,
    '',
    '≥20(期)',
    '=100(%)',
    '≤0',
    '<5.00万元',
    '≤2500元/批次',
    '≤270元',
    '≥3305批次',
    '100百分比',
    '不适用',
    '-3',
  ],
  ...[
    '2023年12月底前',
    '90%~95%',
    '≥90争取超过90',
    '厅局级≤550元/天/人、处级≤500元/天/人',
    '1212月25日前完成',
    '持续提升',
    '60s',
  ],
)
const label = fc.constantFrom('年度资金总额', '财政拨款', '上年结转资金', '其他资金', '合计')

const row: fc.Arbitrary<Indicator> = fc.record({
  dimension: words,
  aspect: words,
  name: words,
  description: words,
  target: value.map((text) => parseTarget(text)),
  actual: fc.option(value.map((text) => parseActual(text))),
  weight: amount,
  score: amount,
  deviation: words,
  nature: fc.constantFrom(null, '定量', '定性'),
  direction: fc.constantFrom(null, '等于', '大于或等于', '小于'),
  measureUnit: fc.constantFrom(null, '%', '家', '万元'),
})
const fund: fc.Arbitrary<Fund> = fc.record({
  label,
  scope: fc.constantFrom('annual', 'project'),
  level: fc.constantFrom(0, 1, 2),
  initialBudget: amount,
  annualBudget: amount,
  executed: amount,
  weight: amount,
  rate: amount,
  score: amount,
})
const office = fc.option(fc.record({ code: words, name: words }))

const anyForm: fc.Arbitrary<Form> = fc.record({
  kind: fc.constantFrom(...FormKind.options),
  title: words,
  year: fc.constantFrom(null, 2023, 2024),
  region: fc.constantFrom(null, '上海市', '天津市', '韶关市', '四川省'),
  department: office,
  unit: office,
  project: fc.option(
    fc.record({ code: words, name: words, nature: words, category: words, start: words, end: words, purpose: words }),
  ),
  amountUnit: fc.constantFrom(null, '元', '万元'),
  funds: fc.array(fund, { maxLength: 5 }),
  goals: fc.record({ overall: words, annual: words, expected: words, actual: words }),
  tasks: fc.array(fc.record({ name: words, plan: words, content: words, completion: words }), { maxLength: 2 }),
  indicators: fc.array(row, { maxLength: 8 }),
  totals: fc.record({ weight: amount, score: amount }),
  grade: fc.constantFrom(null, '优', '良', '未评'),
  layout: fc.constantFrom(...layouts.map(({ id }) => id), 'another'),
})

it('is judged under every profile without a fault, and every finding stands in the form', () => {
  fc.assert(
    fc.property(anyForm, fc.constantFrom(...profiles), (form, profile) => {
      const { findings, notChecked } = checkForm(Form.parse(form), profile)
      for (const finding of findings) {
        expect(at(form, finding.path), `${finding.rule} ${finding.path}`).not.toBeUndefined()
        expect(`${finding.message}${finding.arithmetic}${finding.expected}`).not.toMatch(
          /undefined|NaN|Infinity|\[object/,
        )
        expect(finding.message).not.toMatch(/\{\w+\}/)
      }
      for (const { reason } of notChecked) expect(reason.trim()).not.toBe('')
    }),
    { numRuns: 400 },
  )
})

it('is judged however many rows it has', () => {
  const many = (count: number) =>
    Form.parse({
      ...fc.sample(anyForm, { numRuns: 1, seed: 7 })[0],
      indicators: fc.sample(row, { numRuns: count, seed: 7 }),
    })
  expect(checkForm(many(4000)).findings.length).toBeGreaterThan(1000)
})
