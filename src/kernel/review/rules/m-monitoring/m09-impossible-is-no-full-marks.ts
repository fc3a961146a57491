// M09: the rounds of the same project and year beside its self-evaluation.
import { decimal } from '../../../decimal.ts'
import { alignIndicators } from '../../align.ts'
import { monitoringRules } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { monitoredRows } from '../../monitored.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { monitoringForm, round, trained } from '../../samples-of-monitoring.ts'

const related = {
  monitoring: [round(monitoringForm('100.00', '10.00', trained('0(期)', { 完全不可能: '√' }, '场地被征用')))],
}
const evaluated = (score: string) =>
  withIndicators(selfEvaluation(), { target: '≥20(期)', actual: '20(期)', weight: '20', score })

export const impossibleIsNoFullMarks = reviewRule({
  id: 'M09',
  title: '监控判为“完全不可能”的指标，自评不是满分',
  severity: 'warning',
  basis: monitoringRules,
  fix: '核对监控和自评的数据；监控后情况变化的，说明变化。',
  kinds: evaluations,
  needs: ['monitoring'],
  messages: { full: '1—{month}月监控判为“完全不可能”完成，自评却得满分 {score}。' },
  *check({ form, profile, related: { monitoring } }, { say }) {
    for (const { form: watched, throughMonth } of monitoring) {
      const impossible = new Set(
        monitoredRows(watched).flatMap(({ likelihood, path }) => (likelihood === 'impossible' ? [path] : [])),
      )
      for (const { here, there } of alignIndicators(form, watched, Number(profile.comparison.nameLikeness))) {
        const it = form.indicators[here]
        const [score, weight] = [decimal(it?.score), decimal(it?.weight)]
        if (!impossible.has(`indicators[${there}]`) || score === null || weight === null || score.lt(weight)) continue
        yield say(`indicators[${here}].score`, 'full', { month: throughMonth ?? 7, score: it?.score ?? '' })
      }
    }
  },
  examples: () => ({
    passes: [{ form: evaluated('0'), related }],
    fails: [[{ form: evaluated('20'), related }, 'full', 'indicators[0].score']],
    unable: [{ form: evaluated('20') }],
  }),
})
