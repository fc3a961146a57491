// Y04. Only initial budgets of both years are compared, in 元. Precision on the five documents: 2 of 2 (000 against 001).
import { plain } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { targetForms } from '../../kinds.ts'
import { annualTotal, path as fundPath, inYuan, money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect } from '../../rows.ts'
import { after, evaluation2023, target2024 } from '../../samples-of-two-years.ts'
import { percent, type YearPair, yearPairs } from '../../since-last-year.ts'

const lastYear = evaluation2023('业务受理工作经费', '10.21', {
  name: '完成专项宣传工作',
  target: '≥1.00(次)',
  actual: '10.00(次)',
})
const thisYear = (target: string, budget = '16.54') =>
  target2024('业务受理工作经费', budget, { name: '完成专项优化营商宣传工作', target })

const initialBudget = (form: Form) => {
  const total = annualTotal(form)
  const yuan = total === undefined ? null : inYuan(form, total.fund.initialBudget)
  return total === undefined || yuan === null ? null : { total, yuan }
}

/** A quantity whose targets of both years are numbers of one unit. */
const isQuantity = ({ path, here, target, before, rising }: YearPair): boolean =>
  rising && target !== null && before !== null && isAspect({ it: here, path, name: here.name ?? '' }, 'quantity')

export const moreMoneyBuysMore = reviewRule({
  id: 'Y04',
  title: '预算比上年明显增加的，产出指标值相应增加',
  severity: 'warning',
  basis: targetManagement,
  fix: '按增加的预算提高数量指标值，或在资金用途中说明增加的原因。',
  kinds: targetForms,
  needs: ['lastYear'],
  messages: {
    notMore: '预算由上年 {before} 增加到 {budget}（+{growth}%），{count} 个可比的数量指标没有一个提高。',
    replaced:
      '预算由上年 {before} 增加到 {budget}（+{growth}%），而数量指标没有一个与上年相同，看不出产出是否相应增加。',
  },
  *check({ form, profile, related: { lastYear } }, { say, unable }) {
    const { nameLikeness, budgetGrowth } = profile.comparison
    const [now, before] = [initialBudget(form), initialBudget(lastYear)]
    if (now === null || before === null || before.yuan.lte(0))
      return yield unable('今年或上年的年初预算数、金额单位不全，不比较预算增长')
    const growth = now.yuan.minus(before.yuan)
    if (growth.div(before.yuan).lte(budgetGrowth)) return
    const pairs = yearPairs(form, lastYear, nameLikeness)
    const quantities = pairs.filter(isQuantity)
    if (quantities.some(({ target, before }) => target !== null && before !== null && target.value.gt(before.value)))
      return
    // both in one unit, whatever each form prints
    const shown = form.amountUnit === lastYear.amountUnit ? form : { ...form, amountUnit: '万元' as const }
    const data = {
      before: money(shown, before.yuan),
      budget: money(shown, now.yuan),
      growth: percent(growth, before.yuan),
    }
    const where = {
      path: fundPath(now.total, 'initialBudget'),
      arithmetic: `（${plain(now.yuan)} − ${plain(before.yuan)}） ÷ ${plain(before.yuan)} × 100 = ${data.growth}`,
    }
    if (quantities.length > 0) yield say(where, 'notMore', { ...data, count: quantities.length })
    else if (pairs.length === 0) yield say(where, 'replaced', data)
  },
  examples: () => ({
    passes: [
      { form: thisYear('≥2.00(次)'), ...after(lastYear) },
      { form: thisYear('≥1.00(次)', '11.00'), ...after(lastYear) },
    ],
    fails: [
      [
        { form: thisYear('≥1.00(次)'), ...after(lastYear), from: '000、001 业务受理工作经费' },
        'notMore',
        'funds[0].initialBudget',
      ],
      [
        {
          form: target2024('新闻宣传专项经费', '22.00', { name: '公众号全年信息发布数量', target: '≥180.00(条)' }),
          ...after(
            evaluation2023('新闻宣传专项经费', '15.42', {
              name: '建立公众号',
              target: '=1.00(个)',
              actual: '1.00(个)',
            }),
          ),
          from: '000、001 新闻宣传专项经费',
        },
        'replaced',
        'funds[0].initialBudget',
      ],
    ],
    unable: [
      { form: { ...thisYear('≥1.00(次)'), amountUnit: null }, ...after(lastYear) },
      { form: thisYear('≥1.00(次)') },
    ],
  }),
})
