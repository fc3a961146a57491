import { decimal, plain } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { evaluation } from '../../basis.ts'
import { evaluations, targetForms } from '../../kinds.ts'
import { annualTotal, inYuan, money, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { after, evaluation2023, target2024 } from '../../samples-of-two-years.ts'

/** Words by which a form says what became of last year's result. */
const EXPLAINED = /整改|改进|核减|调减|压减|上年(度)?(绩效|评价|自评)|评价结果|绩效结果/

const poor: Form = {
  ...evaluation2023('教师业务培训经费', '100.00'),
  totals: { weight: '100', score: '72.5' },
  grade: '中',
}

export const poorResultsCostMoney = reviewRule({
  id: 'Y11',
  title: '上年得分低的项目，预算调减或说明',
  severity: 'advice',
  basis: evaluation,
  fix: '按评价结果调减预算，或在资金用途中说明整改情况和继续安排的理由。',
  kinds: targetForms,
  needs: ['lastYear'],
  messages: { kept: '上年自评 {score} 分，今年预算 {budget}（上年 {before}）没有减少，也没有说明整改情况。' },
  *check({ form, profile, related: { lastYear } }, { say, unable }) {
    const score = decimal(lastYear.totals.score)
    if (!evaluations.includes(lastYear.kind) || score === null || score.gte(profile.comparison.lowScore)) return
    const [total, last] = [annualTotal(form), annualTotal(lastYear)]
    const budget = inYuan(form, total?.fund.initialBudget ?? null)
    const before = inYuan(lastYear, last?.fund.initialBudget ?? null)
    if (total === undefined || budget === null || before === null)
      return yield unable('今年或上年的年初预算数、金额单位不全')
    const told = [form.project?.purpose, ...Object.values(form.goals)].join(' ')
    if (budget.lt(before) || EXPLAINED.test(told)) return
    yield say(path(total, 'initialBudget'), 'kept', {
      score: plain(score),
      budget: money(form, budget),
      before: money(lastYear, before),
    })
  },
  examples: () => ({
    passes: [
      { form: target2024('教师业务培训经费', '80.00'), ...after(poor) },
      { form: target2024('教师业务培训经费', '120.00'), ...after(evaluation2023('教师业务培训经费', '100.00')) },
    ],
    fails: [[{ form: target2024('教师业务培训经费', '100.00'), ...after(poor) }, 'kept', 'funds[0].initialBudget']],
    unable: [
      { form: { ...target2024('教师业务培训经费', '100.00'), amountUnit: null }, ...after(poor) },
      { form: target2024('教师业务培训经费', '100.00') },
    ],
  }),
})
