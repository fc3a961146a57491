// D19: a satisfaction target is neither below the usual level nor an unreachable 100 %.

import { decimal } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isSatisfaction, rowsOf, sideOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

const dimension = { dimension: '满意度指标', aspect: '服务对象满意度指标' } as const

export const satisfactionIsReal = reviewRule({
  id: 'D19',
  title: '满意度指标值水平合理',
  severity: 'warning',
  basis: coreIndicators,
  fix: '参照往年调查结果，把满意度定在合理区间（一般不低于 80%，不定为 100%）。',
  kinds: everyKind,
  messages: {
    low: '“{name}”的指标值“{text}”低于通常要求的 {least}%，目标偏低。',
    all: '“{name}”的指标值“{text}”要求人人满意，抽样调查很难做到。',
  },
  *check({ form, profile }, { say }) {
    const least = decimal(profile.limits.satisfactionAtLeast)
    for (const row of rowsOf(form)) {
      const { text, kind, comparator } = row.it.target
      const value = decimal(row.it.target.value)
      if (kind !== 'quantitative' || value === null || least === null) continue
      if (!isSatisfaction(row) || !/满意(度|率|程度)/.test(row.name) || /不满意/.test(row.name)) continue
      if (!['%', null].includes(percent(row.it.target.unit)) || sideOf(comparator) === 'down') continue
      const data = { name: row.name, text: tight(text) }
      const path = `${row.path}.target`
      if (value.eq(100)) yield say({ path, observed: '100' }, 'all', data)
      else if (value.gt(1) && value.lt(least))
        yield say({ path, observed: data.text, expected: `≥${profile.limits.satisfactionAtLeast}%` }, 'low', {
          ...data,
          least: profile.limits.satisfactionAtLeast,
        })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { ...dimension, name: '参训人员满意度', target: '≥85(%)' },
          { ...dimension, name: '群众食品安全满意度', target: '≥80分' },
          { ...dimension, name: '投诉率', target: '≤5%' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            ...dimension,
            name: '市民对药械化科普宣传满意度',
            target: '≥60(%)',
          }),
          from: '002 宣传业务经费',
        },
        'low',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { ...dimension, name: '客户满意度', target: '100%' }),
          from: '004 大型检测设备运行维护2024',
        },
        'all',
        'indicators[0].target',
      ],
    ],
  }),
})

/** One spelling for percent; other units as they are. */
function percent(unit: string | null): string | null {
  return unit !== null && /^(%|％|百分[比率数])$/.test(tight(unit)) ? '%' : unit
}
