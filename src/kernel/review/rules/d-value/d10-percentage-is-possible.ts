// D10: a share of a whole lies between 0 and 100; ≥100 % leaves only =100 %.

import { decimal } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { mayExceedHundred } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const percentageIsPossible = reviewRule({
  id: 'D10',
  title: '百分数在 0 到 100 之间，上限写“=100%”',
  severity: 'warning',
  basis: coreIndicators,
  fix: '比率类指标值改为 0～100% 之间的数；要求全部做到时写“=100%”。',
  kinds: everyKind,
  messages: {
    beyond: '“{name}”的指标值“{text}”超出 0～100%。',
    atLeastAll: '“{name}”的指标值“{text}”：比率不会超过 100%，应写“=100%”。',
    belowZero: '“{name}”的指标值“{text}”：比率不会小于 0，应写“=0”。',
  },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const { kind, unit, comparator, text } = it.target
      const value = decimal(it.target.value)
      const share = unitKind(unit) === 'percent' && /%|％|百分[比率数]/.test(unit ?? '')
      if (kind !== 'quantitative' || value === null || !share || mayExceedHundred.test(name)) continue
      const where = { path: `${path}.target`, observed: tight(text) }
      const data = { name, text: tight(text) }
      if (value.gt(100) || value.lt(0)) yield say({ ...where, expected: '0～100%' }, 'beyond', data)
      else if (value.eq(100) && comparator?.startsWith('>'))
        yield say({ ...where, expected: '=100%' }, 'atLeastAll', data)
      else if (value.isZero() && comparator?.startsWith('<')) yield say({ ...where, expected: '=0' }, 'belowZero', data)
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { name: '故障率', target: '≤5%' }, { name: '事故率', target: '=0%' }) },
      {
        form: withIndicators(
          targetForm(),
          { name: '合格率', target: '=100%' },
          { name: '专利拥有量增长率', target: '≥130%' },
          { name: '考核合格率', target: '≥95%' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '维修验收合格率', target: '≥100百分比' }),
          from: '004 行政后勤管理2024',
        },
        'atLeastAll',
        'indicators[0].target',
      ],
      [{ form: withIndicators(targetForm(), { name: '知晓率', target: '≥120%' }) }, 'beyond', 'indicators[0].target'],
      [
        { form: withIndicators(targetForm(), { name: '事故发生率', target: '≤0%' }) },
        'belowZero',
        'indicators[0].target',
      ],
    ],
  }),
})
