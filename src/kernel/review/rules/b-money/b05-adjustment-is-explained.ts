import { decimal, plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { explains } from '../../explanation.ts'
import { evaluations } from '../../kinds.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const adjusted = (initialBudget: string, annualBudget: string) =>
  withFunds(selfEvaluation(), totalFund({ initialBudget, annualBudget }))

export const adjustmentIsExplained = reviewRule({
  id: 'B05',
  title: '年中预算调整幅度较大的须说明原因',
  severity: 'warning',
  basis: evaluation,
  fix: '说明预算调整的原因和批准情况，并核对绩效目标是否随预算同步调整。',
  kinds: evaluations,
  messages: {
    adjusted: '全年预算数 {annual} 比年初预算数 {initial} {direction} {percent}%，超过 {limit}%，表中未见说明。',
    added: '年初预算数为 0，全年预算数为 {annual}，属年中追加，表中未见说明。',
  },
  *check({ form, profile }, { say }) {
    const total = annualTotal(form)
    const initial = decimal(total?.fund.initialBudget)
    const annual = decimal(total?.fund.annualBudget)
    if (!total || initial === null || annual === null || explains(form, 'adjustment')) return
    const where = { path: path(total, 'annualBudget'), observed: plain(annual) }
    if (initial.isZero()) {
      if (annual.gt(0))
        yield say({ ...where, arithmetic: `${plain(annual)} − 0 = ${plain(annual)}` }, 'added', {
          annual: plain(annual),
        })
      return
    }
    const share = annual.minus(initial).div(initial)
    if (share.abs().lte(profile.limits.budgetAdjustment)) return
    const percent = share.times(100).toFixed(1)
    yield say(
      {
        ...where,
        arithmetic: `（${plain(annual)} − ${plain(initial)}）÷ ${plain(initial)} × 100 = ${percent}`,
      },
      'adjusted',
      {
        annual: plain(annual),
        initial: plain(initial),
        direction: share.isNegative() ? '减少' : '增加',
        percent: percent.replace('-', ''),
        limit: plain(decimal(profile.limits.budgetAdjustment)?.times(100) ?? share),
      },
    )
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: adjusted('92.70', '74.70'), from: '002' },
      { form: adjusted('100.00', '120.00') },
      { form: adjusted('0.00', '0.00') },
      { form: withFunds(selfEvaluation(), totalFund({ annualBudget: '50.00' })) },
      {
        form: {
          ...adjusted('999.39', '666.92'),
          goals: { overall: null, annual: null, expected: null, actual: '年中按规定调减预算332.47万元。' },
        },
      },
    ],
    fails: [
      [{ form: adjusted('999.39', '666.92'), from: '002' }, 'adjusted', 'funds[0].annualBudget'],
      [{ form: adjusted('8761.28', '11881.54'), from: '003' }, 'adjusted', 'funds[0].annualBudget'],
      [{ form: adjusted('0.00', '50.00') }, 'added', 'funds[0].annualBudget'],
    ],
  }),
})
