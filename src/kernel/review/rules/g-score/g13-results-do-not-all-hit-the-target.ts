// G13: results that equal their targets again and again, or a poll in which everybody was satisfied, may be made up; a
// clue for spot checks.

import { Decimal, decimal, printed } from '../../../decimal.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isSatisfaction, type Row, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const resultsVary = reviewRule({
  id: 'G13',
  title: '完成值不普遍恰好等于指标值',
  severity: 'advice',
  basis: practice,
  fix: '抽查恰好等于指标值的完成值，核对统计台账。',
  kinds: evaluations,
  messages: {
    exact: '{count} 条可高可低的定量指标中有 {same} 条完成值恰好等于指标值（{share}%，第 {rows} 行），可作抽查线索。',
    everybody: '“{name}”完成值 {actual}，人人满意，可作抽查线索：核对问卷数量和统计表。',
  },
  *check({ form, profile }, { say }) {
    let count = 0
    const exact: Row[] = []
    for (const row of rowsOf(form)) {
      const { it, name, path } = row
      const percent = unitKind(it.actual?.unit ?? it.target.unit) === 'percent'
      if (isSatisfaction(row) && /满意/.test(name) && percent && decimal(it.actual?.value)?.eq(100))
        yield say(`${path}.actual`, 'everybody', { name, actual: tight(it.actual?.text) })
      const [target, actual] = [decimal(it.target.value), decimal(it.actual?.value)]
      if (it.target.kind !== 'quantitative' || target === null || actual === null) continue
      // 100 % and zero are reached exactly or not at all.
      if (target.isZero() || (target.eq(100) && unitKind(it.target.unit ?? it.measureUnit) === 'percent')) continue
      count++
      if (actual.eq(target)) exact.push(row)
    }
    const same = exact.length
    const { from, above } = profile.limits.exactHits
    if (count < from || new Decimal(same).lte(new Decimal(count).times(above))) return
    const share = printed(new Decimal(same).div(count).times(100), { mode: 'half-up', places: 0 })
    const rows = exact.map(({ path }) => Number(/\d+/.exec(path)?.[0]) + 1).join('、')
    yield say({ path: 'indicators', observed: `${same}/${count}` }, 'exact', { count, same, share, rows })
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
          form: withIndicators(selfEvaluation(), {
            dimension: '满意度指标',
            aspect: '服务对象满意度指标',
            name: '参训人员满意度',
            target: '≥85(%)',
            actual: '100.00(%)',
          }),
          from: '002 局系统培训经费',
        },
        'everybody',
        'indicators[0].actual',
      ],
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
