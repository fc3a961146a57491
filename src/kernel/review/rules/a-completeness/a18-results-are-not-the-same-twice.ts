import { decimal, plain } from '../../../decimal.ts'
import type { Indicator } from '../../../form/form.ts'
import { canonicalUnit } from '../../../value/units.ts'
import { coreIndicators } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** Target and result as one key; null where they may well be equal by chance: small or round numbers, percentages. */
function result({ target, actual }: Indicator): string | null {
  const [wanted, reached] = [decimal(target.value), decimal(actual?.value)]
  if (wanted === null || reached === null || wanted.eq(reached)) return null
  if (reached.lt(20) || reached.mod(10).isZero() || canonicalUnit(target.unit ?? '') === '%') return null
  return `${target.comparator}${plain(wanted)}→${plain(reached)}`
}

const inspected = (...targets: readonly [string, string, string][]) =>
  withIndicators(selfEvaluation(), ...targets.map(([name, target, actual]) => ({ name, target, actual })))

export const resultsAreNotTheSameTwice = reviewRule({
  id: 'A18',
  title: '同一工作量不重复设置指标',
  severity: 'warning',
  basis: coreIndicators,
  fix: '两条指标说的是同一件事的，保留一条并合并分值；不是的，核对完成值。',
  kinds: evaluations,
  messages: { twice: '“{name}”与“{other}”的指标值、完成值完全相同（{target} → {actual}），疑为同一工作量计分两次。' },
  *check({ form }, { say }) {
    const first = new Map<string, Indicator>()
    for (const [index, row] of form.indicators.entries()) {
      const key = result(row)
      if (key === null) continue
      const other = first.get(key)
      if (other === undefined) first.set(key, row)
      else {
        yield say(`indicators[${index}].actual`, 'twice', {
          name: row.name ?? '',
          other: other.name ?? '',
          target: row.target.text ?? '',
          actual: row.actual?.text ?? '',
        })
      }
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: inspected(['培训班期数', '≥10期', '12期'], ['培训教材种类', '≥10种', '12种']) },
      { form: inspected(['宣传场次', '≥80场', '80场'], ['宣传报告', '≥80份', '80份']) },
    ],
    fails: [
      [
        {
          form: inspected(['药品飞检企业家次', '≥80(家次)', '159(家次)'], ['完成飞行检查报告', '≥80(份)', '159(份)']),
          from: '002',
        },
        'twice',
        'indicators[1].actual',
      ],
    ],
  }),
})
