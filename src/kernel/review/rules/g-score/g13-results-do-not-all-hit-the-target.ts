// G13: results that equal their targets again and again may be copied; a clue for spot checks.

import { Decimal, decimal, printed } from '../../../decimal.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const resultsVary = reviewRule({
  id: 'G13',
  title: '完成值不普遍恰好等于指标值',
  severity: 'advice',
  basis: practice,
  fix: '抽查恰好等于指标值的完成值，核对统计台账。',
  kinds: evaluations,
  messages: { exact: '{count} 条可高可低的定量指标中有 {same} 条完成值恰好等于指标值（{share}%），可作抽查线索。' },
  *check({ form, profile }, { say }) {
    let [count, same] = [0, 0]
    for (const { it } of rowsOf(form)) {
      const [target, actual] = [decimal(it.target.value), decimal(it.actual?.value)]
      if (it.target.kind !== 'quantitative' || target === null || actual === null) continue
      // 100 % and zero are reached exactly or not at all.
      if (target.isZero() || (target.eq(100) && unitKind(it.target.unit ?? it.measureUnit) === 'percent')) continue
      count++
      if (actual.eq(target)) same++
    }
    const { from, above } = profile.limits.exactHits
    if (count < from || new Decimal(same).lte(new Decimal(count).times(above))) return
    const share = printed(new Decimal(same).div(count).times(100), { mode: 'half-up', places: 0 })
    yield say({ path: 'indicators', observed: `${same}/${count}` }, 'exact', { count, same, share })
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          selfEvaluation(),
          { target: '≥3次', actual: '3次' },
          { target: '≥3次', actual: '3次' },
          { target: '≥3次', actual: '4次' },
          { target: '≥3次', actual: '5次' },
        ),
      },
      { form: selfEvaluation() },
      {
        form: withIndicators(
          selfEvaluation(),
          ...Array.from({ length: 4 }, () => ({ target: '=100(%)', actual: '100.00(%)' })),
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(
            selfEvaluation(),
            ...Array.from({ length: 4 }, () => ({ target: '≥3(次)', actual: '3.00(次)' })),
          ),
        },
        'exact',
        'indicators',
      ],
    ],
  }),
})
