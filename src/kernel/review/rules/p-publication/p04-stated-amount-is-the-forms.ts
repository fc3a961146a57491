// P04: only an amount of the form's own year in a printed unit is compared. Sums over years and amounts without a unit
// are no number of the year, and nothing is said about them.
import { decimal, plain } from '../../../decimal.ts'
import { toYuan } from '../../../value/units.ts'
import { practice } from '../../basis.ts'
import { budgetYear } from '../../form-year.ts'
import { everyKind } from '../../kinds.ts'
import { annualTotal, inYuan, money, path, roundedBy } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { published, stated } from '../../samples-of-publication.ts'

export const statedAmountIsTheForms = reviewRule({
  id: 'P04',
  title: '说明文字中的年度金额与表一致',
  severity: 'warning',
  basis: practice,
  fix: '改正说明中的金额，或补写本年金额；累计金额写明起止年度。',
  kinds: everyKind,
  needs: ['publication'],
  messages: {
    differs: '说明写“{text}”（{stated}），表中{year}年金额为 {printed}。',
    absent: '说明只写了其他年度或累计的金额，没有 {year} 年的金额。',
  },
  *check({ form, related: { publication } }, { say, unable }) {
    const { statedAmounts } = publication
    if (statedAmounts.length === 0) return
    const year = budgetYear(form)
    const total = annualTotal(form)
    const column = total?.fund.annualBudget == null ? 'initialBudget' : 'annualBudget'
    const printed = total?.fund[column] ?? null
    const amount = inYuan(form, printed)
    if (year === null || total === undefined || amount === null) return yield unable('表中没有年度、金额或金额单位')
    const ofYear = statedAmounts.filter((one) => one.span === 'annual' && one.year === year)
    const where = { path: path(total, column) }
    if (ofYear.length === 0 && statedAmounts.every(({ span }) => span !== null)) yield say(where, 'absent', { year })
    for (const { text, value, unit } of ofYear) {
      const told = decimal(toYuan(value, unit))
      if (told === null) continue
      // an amount rounded to whole 万元 is the same amount
      const coarse = roundedBy({ ...form, amountUnit: unit }, value)
      const step = decimal(toYuan(coarse === null ? '0' : plain(coarse), unit)) ?? told.times(0)
      if (told.minus(amount).abs().lte(step)) continue
      yield say({ ...where, observed: `${value}${unit}`, expected: money(form, amount) }, 'differs', {
        text,
        stated: `${value}${unit}`,
        year,
        printed: money(form, amount),
      })
    }
  },
  examples: () => ({
    passes: [
      published({ statedAmounts: [stated('2023年预算安排100万元', '100', '万元', 'annual', 2023)] }),
      published({ statedAmounts: [stated('2023年预算安排1000000元', '1000000', '元', 'annual', 2023)] }),
      published({ statedAmounts: [stated('预算安排5000', '5000', null, null, null)] }),
    ],
    fails: [
      [
        published({ statedAmounts: [stated('2023年预算安排120万元', '120', '万元', 'annual', 2023)] }),
        'differs',
        'funds[0].annualBudget',
      ],
      [
        published({ statedAmounts: [stated('累计投入13526.06万元', '13526.06', '万元', 'cumulative', null)] }),
        'absent',
        'funds[0].annualBudget',
      ],
    ],
    unable: [
      {
        ...published(
          { statedAmounts: [stated('2023年预算安排120万元', '120', '万元', 'annual', 2023)] },
          {},
          { amountUnit: null },
        ),
      },
    ],
  }),
})
