// F01: the weights of the indicators and of the execution rate make up the whole form.

import { Decimal, decimal, plain, sum } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { evaluations, targetForms } from '../../kinds.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** Points printed in the money table: of its total row, else of its parts together; null where it prints none. */
const printedExecution = ({ form }: ReviewInput): Decimal | null => {
  const printed = form.funds.filter(({ weight }) => decimal(weight) !== null)
  const totals = printed.filter(({ level }) => level === 0)
  const [first, ...others] = (totals.length > 0 ? totals : printed).flatMap(({ weight }) => decimal(weight) ?? [])
  if (first === undefined) return null
  return totals.length > 0 ? Decimal.max(first, ...others) : sum([first, ...others])
}

/** What the indicator weights may add up to. A form without a money column for points may carry the rate as an indicator. */
function allowed(input: ReviewInput): Decimal[] {
  const { totalWeight, execution } = input.profile
  const whole = new Decimal(totalWeight)
  const printed = printedExecution(input)
  if (printed !== null) return [whole.minus(printed)]
  return [whole.minus(execution.weight), whole]
}

export const weightsAddUp = reviewRule({
  id: 'F01',
  title: '指标分值之和加执行率分值等于总分值',
  severity: 'error',
  basis: evaluation,
  fix: '调整指标分值，使合计等于总分减去预算执行率的分值。',
  kinds: [...evaluations, ...targetForms],
  messages: {
    sum: '指标分值合计 {found} 分，应为 {expected} 分（总分 {whole} 分，其中预算执行率 {execution} 分）。',
  },
  *check(input, { say, unable }) {
    const weights = input.form.indicators.map(({ weight }) => decimal(weight))
    const known = weights.filter((weight) => weight !== null)
    if (known.length === 0) return
    if (known.length < weights.length) {
      yield unable(`${weights.length - known.length} 条指标没有分值，无法核对合计`)
      return
    }
    const doubtful = (input.form.doubts ?? []).some(({ path }) => path?.startsWith('indicators'))
    if (doubtful || unreadRows(input.form) !== null) {
      yield unable('表中有未能读出的内容，无法核对分值合计')
      return
    }
    const found = sum(known)
    const [expected, ...others] = allowed(input)
    if (expected === undefined || [expected, ...others].some((value) => value.eq(found))) return
    const whole = new Decimal(input.profile.totalWeight)
    yield say(
      {
        path: 'indicators',
        observed: plain(found),
        expected: plain(expected),
        arithmetic: `${known.map(plain).join(' + ')} = ${plain(found)}`,
      },
      'sum',
      { found: plain(found), expected: plain(expected), whole: plain(whole), execution: plain(whole.minus(expected)) },
    )
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: targetForm() }],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { weight: '70' }, { weight: '20' }, { weight: '10' }) },
        'sum',
        'indicators',
      ],
    ],
    unable: [
      { form: withIndicators(selfEvaluation(), { weight: '70' }, { weight: null }) },
      {
        form: {
          ...withIndicators(selfEvaluation(), { weight: '70' }),
          doubts: [{ path: 'totals', message: '未见总分' }],
        },
      },
    ],
  }),
})
