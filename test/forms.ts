// Forms and stamps for the tests of the store.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { blankForm, blankFund, blankIndicator, blankTarget } from '../src/kernel/form/blank.ts'
import { Form } from '../src/kernel/form/form.ts'
import type { Stamp } from '../src/store/stamp.ts'

let ids = 0
const newId = (): string => `01990000-0000-7000-8000-${String(++ids).padStart(12, '0')}`

export const stamp = (by = '张三', now = '2024-03-01T08:00:00.000Z'): Stamp => ({ by, now: new Date(now), newId })

/** 宣传费, 2023, 100 万元, one indicator. */
export function selfEvaluation(over: Partial<Form> = {}): Form {
  return {
    ...blankForm('project-self-evaluation'),
    title: '财政项目支出绩效自评表',
    year: 2023,
    region: '某市',
    department: { code: null, name: '某市某局' },
    unit: { code: null, name: '某市某局宣传中心' },
    project: { code: null, name: '宣传费', nature: null, category: null, start: null, end: null, purpose: null },
    amountUnit: '万元',
    funds: [{ ...blankFund('年度资金总额'), annualBudget: '100.00', executed: '80.50', rate: '80.50', weight: '10' }],
    indicators: [
      {
        ...blankIndicator,
        dimension: '产出指标',
        aspect: '数量指标',
        name: '宣传海报数量',
        target: {
          ...blankTarget,
          text: '≥30.00万份',
          kind: 'quantitative',
          comparator: '>=',
          value: '30.00',
          unit: '万份',
        },
        actual: { text: '31万份', value: '31', unit: '万份', tier: null },
        weight: '90.00',
        score: '90.00',
      },
    ],
    totals: { weight: '100', score: '98.05' },
    grade: '优',
    ...over,
  }
}

/** The true forms of a demonstration document, the fields its truth leaves open filled as absent. */
export function goldenForms(name: '000' | '001' | '002' | '003' | '004'): Form[] {
  const text = readFileSync(join(import.meta.dirname, 'golden', `${name}.json`), 'utf8')
  const { forms }: { forms: (Partial<Form> & Pick<Form, 'kind'>)[] } = JSON.parse(text)
  return forms.map((form) =>
    Form.parse({
      ...blankForm(form.kind),
      ...form,
      indicators: form.indicators?.map((i) => ({ ...blankIndicator, ...i, target: { ...blankTarget, ...i.target } })),
    }),
  )
}
