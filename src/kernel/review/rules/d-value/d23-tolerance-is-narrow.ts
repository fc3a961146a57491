// D23: an upper bound on failures leaves no room for a tenth of the work to fail.

import { decimal } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { badRates } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, rowsOf, sideOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const toleranceIsNarrow = reviewRule({
  id: 'D23',
  title: '差错、投诉等反向指标的上限不过宽',
  severity: 'warning',
  basis: coreIndicators,
  fix: '参照往年实际（多为 0～2%）收紧上限。',
  kinds: everyKind,
  messages: { wide: '“{name}”允许到“{text}”，每十件就可有一件出问题，约束过宽。' },
  *check({ form, profile }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const { kind, comparator, unit, text } = it.target
      const value = decimal(it.target.value)
      if (kind !== 'quantitative' || value === null || sideOf(comparator) !== 'down' || unitKind(unit) !== 'percent')
        continue
      if (
        !/^(%|％|百分[比率数])$/.test(tight(unit)) ||
        !badRates.test(coreName(name)) ||
        value.lt(profile.limits.errorRate)
      )
        continue
      yield say({ path: `${path}.target`, observed: tight(text) }, 'wide', { name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '投诉率', target: '=10%' },
          { name: '投诉次数', target: '≤10次' },
          { name: '投诉率', target: '≤9.99%' },
        ),
      },
      {
        form: withIndicators(
          targetForm(),
          { name: '客户投诉率', target: '≤0.2%' },
          { name: '设备故障率', target: '≤5%' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), { name: '召回管理工作投诉举报率', target: '≤10.00(%)' }),
          from: '001 质量发展专项经费',
        },
        'wide',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { name: '食品生产许可审核工作差错率', target: '≤10.00(%)' }),
          from: '000',
        },
        'wide',
        'indicators[0].target',
      ],
    ],
  }),
})
