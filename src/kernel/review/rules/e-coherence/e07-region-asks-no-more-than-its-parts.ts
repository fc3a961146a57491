// E07: what a region promises is what its receivers together promise. Only sums of counts are compared, never rates.
import { plain, sum } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { alignIndicators } from '../../align.ts'
import { sameMeasure } from '../../amount.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { isRising, targetAmount } from '../../since-last-year.ts'
import { unitKind } from '../../unit-kind.ts'

const transfer = (target: string): Form =>
  withIndicators({ ...targetForm(), kind: 'transfer-target' }, { name: '监督抽检批次', target })
const parts = { related: { lowerForms: [transfer('≥60批次'), transfer('≥50批次')] } }

export const regionAsksNoMoreThanItsParts = reviewRule({
  id: 'E07',
  title: '区域绩效目标不高于下级目标之和',
  severity: 'warning',
  basis: '财预〔2015〕163号《中央对地方专项转移支付绩效目标管理暂行办法》',
  fix: '调高下级单位的指标值，或按下级合计调整区域指标值。',
  kinds: ['transfer-target'],
  needs: ['lowerForms'],
  messages: { more: '指标值 {target}，{count} 个下级单位合计只有 {sum}，差 {gap}。' },
  *check({ form, profile, related: { lowerForms } }, { say }) {
    const below = lowerForms.map((lower) => ({
      lower,
      pairs: alignIndicators(form, lower, Number(profile.comparison.nameLikeness)),
    }))
    for (const [here, it] of form.indicators.entries()) {
      const target = targetAmount(it)
      if (target === null || !isRising(it) || unitKind(target.unit) !== 'count') continue
      const amounts = below.map(({ lower, pairs }) => {
        const row = lower.indicators[pairs.find((pair) => pair.here === here)?.there ?? -1]
        const amount = row === undefined ? null : targetAmount(row)
        return amount !== null && sameMeasure(amount.unit, target.unit) ? amount.value : null
      })
      // a receiver without the indicator may still contribute: then nothing is added up
      if (amounts.some((amount) => amount === null) || amounts.length === 0) continue
      const known = amounts.flatMap((amount) => amount ?? [])
      const total = sum(known)
      if (target.value.lte(total)) continue
      yield say(
        {
          path: `indicators[${here}].target`,
          observed: plain(target.value),
          expected: plain(total),
          arithmetic: `${known.map(plain).join(' + ')} = ${plain(total)} < ${plain(target.value)}`,
        },
        'more',
        {
          target: it.target.text ?? '',
          count: known.length,
          sum: plain(total),
          gap: plain(target.value.minus(total)),
        },
      )
    }
  },
  examples: () => ({
    passes: [
      { form: transfer('≥110批次'), ...parts },
      { form: transfer('≥100批次'), ...parts },
    ],
    fails: [[{ form: transfer('≥120批次'), ...parts }, 'more', 'indicators[0].target']],
    unable: [{ form: transfer('≥120批次') }],
  }),
})
