// G06: what is measured by a number is answered by a number.

import type { Target } from '../../../form/form.ts'
import { integratedSystem } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { placeholders } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

const isNumber = ({ kind, value, unit, date, period, text }: Target): boolean =>
  value !== null &&
  (kind === 'quantitative' || (kind === 'mixed' && unit !== null && !date && !period && !/年|月/.test(text ?? '')))
/** Words in front of the number: 平均响应时长：9.19s. Remarks behind it do no harm. */
const wordsFirst = /^[\u4e00-\u9fff：:，,]{4,}\d/

export const resultIsANumber = reviewRule({
  id: 'G06',
  title: '定量指标的实际完成值是数值',
  severity: 'error',
  basis: integratedSystem,
  fix: '实际完成值只填数值和单位，说明文字移到偏差原因或备注。',
  kinds: evaluations,
  messages: {
    words: '“{name}”的指标值是 {target}，实际完成值“{actual}”不是数值，无法计分。',
    mixed: '“{name}”的实际完成值“{actual}”夹带文字，只应填数值和单位。',
  },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const actual = tight(it.actual?.text)
      if (actual === '' || placeholders.has(actual) || !isNumber(it.target)) continue
      const where = { path: `${path}.actual`, observed: actual }
      if (it.actual?.value === null || it.actual?.value === undefined)
        yield say(where, 'words', { name, target: tight(it.target.text), actual })
      else if (wordsFirst.test(actual) && it.target.kind === 'quantitative') yield say(where, 'mixed', { name, actual })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(
          selfEvaluation(),
          { target: '≥20(次)', actual: '不适用' },
          { target: '完好', actual: '达成指标' },
          { target: '2023年11月完成', actual: '达成指标' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '成本控制数',
            target: '≤30万元',
            actual: '完成',
            weight: '90',
            score: '90',
          }),
        },
        'words',
        'indicators[0].actual',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '加强监管队伍建设',
            target: '队伍培训覆盖率100%',
            actual: '达成指标',
          }),
          from: '002 局系统培训经费',
        },
        'words',
        'indicators[0].actual',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '线上帮办响应时限',
            target: '≤60s',
            actual: '平均响应时长： 9.19s',
          }),
          from: '001 政府聘用辅助人员经费',
        },
        'mixed',
        'indicators[0].actual',
      ],
    ],
  }),
})
