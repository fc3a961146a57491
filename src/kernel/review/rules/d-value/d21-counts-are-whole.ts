// D21: things that are counted are written as whole numbers.
import { practice } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const countsAreWhole = reviewRule({
  id: 'D21',
  title: '计数单位的指标值写整数',
  severity: 'advice',
  basis: practice,
  fix: '计数的指标值去掉小数，如“≥1800张”。',
  kinds: everyKind,
  messages: {
    part: '“{name}”的指标值“{text}”不是整数，而“{unit}”只能是整数。',
    zeros: '{count} 条计数指标的指标值带了无意义的小数位（如“{text}”）。',
  },
  *check({ form }, { say }) {
    const zeros: string[] = []
    for (const { it, path, name } of rowsOf(form)) {
      const { kind, value, unit } = it.target
      if (kind !== 'quantitative' || unit === null || unitKind(unit) !== 'count' || /[万亿千百]/.test(unit)) continue
      const text = tight(it.target.text)
      const decimals = value?.split('.')[1]
      if (decimals === undefined) continue
      if (/^0+$/.test(decimals)) zeros.push(text)
      else yield say(`${path}.target`, 'part', { name, text, unit })
    }
    if (zeros[0] !== undefined) yield say('indicators', 'zeros', { count: zeros.length, text: zeros[0] })
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { target: '≥1800(张)' },
          { target: '≥30.00(万份)' },
          { target: '≥84.47吨' },
          { target: '≥95.00(%)' },
        ),
      },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { target: '≥1800.00(张)' }), from: '000 业务受理工作经费' },
        'zeros',
        'indicators',
      ],
      [
        { form: withIndicators(targetForm(), { name: '检查企业数', target: '≥2.5家' }) },
        'part',
        'indicators[0].target',
      ],
    ],
  }),
})
