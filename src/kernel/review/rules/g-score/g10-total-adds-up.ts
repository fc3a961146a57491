// G10: the printed total is the sum of the printed scores.

import { type Decimal, decimal, plain, sum } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isPlaceholder } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** Printed execution scores: those of total rows, or of the parts where no total row prints one. */
function executionScores(form: Form): Decimal[] {
  const scored = form.funds.filter(({ score }) => decimal(score) !== null)
  const totals = scored.filter(({ level }) => level === 0)
  return (totals.length > 0 ? totals : scored).flatMap(({ score }) => decimal(score) ?? [])
}

export const totalAddsUp = reviewRule({
  id: 'G10',
  title: '总分等于各项得分之和',
  severity: 'error',
  basis: evaluation,
  fix: '把总分改为预算执行得分与各指标得分之和。',
  kinds: evaluations,
  messages: { sum: '总分 {total}，各项得分相加为 {found}，相差 {gap} 分。' },
  *check({ form }, { say, unable }) {
    const total = decimal(form.totals.score)
    if (total === null || form.indicators.length === 0) return
    const execution = executionScores(form)
    const rows = form.indicators.filter(({ name, target }) => !isPlaceholder(name) && !isPlaceholder(target.text))
    const scores = rows.flatMap(({ score }) => decimal(score) ?? [])
    const indicators = sum(scores)
    const found = indicators.plus(sum(execution))
    if (found.eq(total)) return
    if (scores.length < rows.length) {
      yield unable(`${rows.length - scores.length} 条指标没有得分，无法核对总分`)
      return
    }
    if (execution.length === 0 && found.lt(total)) {
      yield unable('表中没有预算执行得分，无法核对总分')
      return
    }
    if ((form.doubts ?? []).some(({ path }) => path === null || /^(indicators|funds|totals)/.test(path))) {
      yield unable('表中有未能读出的内容，无法核对总分')
      return
    }
    const parts = [...execution, indicators].map(plain).join(' + ')
    yield say(
      {
        path: 'totals.score',
        observed: plain(total),
        expected: plain(found),
        arithmetic: `${parts} = ${plain(found)}`,
      },
      'sum',
      { total: form.totals.score ?? '', found: plain(found), gap: plain(found.minus(total).abs()) },
    )
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [
        { form: selfEvaluation({ totals: { weight: '100', score: '99' } }), from: '001 政府聘用辅助人员经费' },
        'sum',
        'totals.score',
      ],
    ],
    unable: [
      { form: withIndicators(selfEvaluation(), { weight: '90', score: null }) },
      { form: { ...selfEvaluation(), funds: [] } },
      {
        form: selfEvaluation({
          totals: { weight: '100', score: '99' },
          doubts: [{ path: null, message: '第 40 行未能读出' }],
        }),
      },
    ],
  }),
})
