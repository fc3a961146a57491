import { type Decimal, decimal, plain } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import type { Profile } from '../../../profile/profile.ts'
import { toYuan } from '../../../value/units.ts'
import { targetManagement } from '../../basis.ts'
import { ceilingsOf } from '../../cost.ts'
import { everyKind } from '../../kinds.ts'
import { amountColumns, annualTotal, inYuan, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

type Stated = { readonly text: string; readonly yuan: Decimal }

const inWords = /(?:预算|经费|资金|投入|总额|总投资)[^。；，,、\d]{0,8}(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元)(?![/每])/g

/** Amounts of the whole project that the form states with their own unit. */
function statedAmounts(form: Form, profile: Profile): Stated[] {
  const texts = [form.project?.purpose, form.goals.overall, form.goals.annual, form.goals.expected]
  const worded = texts.flatMap((text) =>
    [...(text ?? '').matchAll(inWords)].flatMap(([phrase, amount, unit]) => {
      const yuan = decimal(toYuan(amount?.replaceAll(',', '') ?? null, unit ?? null))
      return yuan === null ? [] : [{ text: phrase, yuan }]
    }),
  )
  const limits = ceilingsOf(form, profile).whole.map(({ indicator, yuan }) => ({
    text: indicator.target.text ?? '',
    yuan,
  }))
  return [...worded, ...limits]
}

const budget = (initialBudget: string, amountUnit: Form['amountUnit'], target: string): Form => ({
  ...withIndicators(withFunds(targetForm(), totalFund({ initialBudget })), {
    aspect: '成本指标',
    name: '项目总成本',
    target,
  }),
  amountUnit,
})

export const amountUnitFits = reviewRule({
  id: 'B09',
  title: '金额与金额单位（元、万元）相符',
  severity: 'error',
  basis: targetManagement,
  fix: '核对表头的金额单位，金额按该单位填写。',
  kinds: everyKind,
  messages: { magnitude: '预算 {amount}{unit}，而表中写“{text}”，恰差一万倍，元与万元混淆。' },
  *check({ form, profile }, { say, unable }) {
    const total = annualTotal(form)
    if (!total) return
    if (form.amountUnit === null) {
      yield unable('表中未注明金额单位，无法核对元与万元')
      return
    }
    const stated = statedAmounts(form, profile)
    for (const column of amountColumns) {
      const amount = inYuan(form, total.fund[column])
      if (!amount?.gt(0)) continue
      const wrong = stated.find(({ yuan }) => yuan.eq(amount.times(10000)) || amount.eq(yuan.times(10000)))
      if (!wrong) continue
      const printed = total.fund[column] ?? ''
      yield say(
        {
          path: path(total, column),
          observed: `${printed}${form.amountUnit}`,
          expected: wrong.text,
          arithmetic: `${printed}${form.amountUnit} = ${plain(amount)}元；${wrong.text} = ${plain(wrong.yuan)}元`,
        },
        'magnitude',
        { amount: printed, unit: form.amountUnit, text: wrong.text },
      )
      return
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: budget('45.00', '万元', '≤45万元'), from: '004' },
      { form: budget('220000.00', '元', '≤22万元') },
      { form: budget('45.00', '万元', '≤45万元/批次') },
    ],
    fails: [
      [{ form: budget('220000.00', '万元', '≤22万元') }, 'magnitude', 'funds[0].initialBudget'],
      [{ form: budget('80.00', '万元', '≤80元') }, 'magnitude', 'funds[0].initialBudget'],
    ],
    unable: [{ form: budget('80.00', null, '≤80万元') }],
  }),
})
