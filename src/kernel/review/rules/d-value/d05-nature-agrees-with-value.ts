// D05: 定量 stands beside numbers and dates, 定性 beside words.

import type { Target } from '../../../form/form.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, withIndicators } from '../../sample.ts'

/** The number decides: it opens the cell or follows a word of comparison. */
const led = /^([≥≤><=＝﹦≧≦]|不少于|不低于|不超过|至少|达到|大于|小于|超过)?\d/
const isNumber = ({ kind, text }: Target): boolean =>
  kind === 'quantitative' || (kind === 'mixed' && led.test(tight(text)))

export const natureAgrees = reviewRule({
  id: 'D05',
  title: '指标性质栏与指标值一致',
  severity: 'error',
  basis: coreIndicators,
  fix: '指标值是数值的改填“定量”，是文字的改填“定性”。',
  kinds: everyKind,
  messages: {
    number: '指标性质填“{nature}”，指标值“{text}”却是数值。',
    words: '指标性质填“{nature}”，指标值“{text}”里没有数值。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const nature = tight(it.nature)
      const text = tight(it.target.text)
      const where = { path: `${path}.nature`, observed: nature }
      if (/^定性/.test(nature) && isNumber(it.target))
        yield say({ ...where, expected: '定量' }, 'number', { nature, text })
      if (
        /^(定量|[≥≤><=＝≧≦═])/.test(nature) &&
        it.target.kind === 'qualitative' &&
        !/[\d零〇一二三四五六七八九十百千万半]/.test(text)
      )
        yield say({ ...where, expected: '定性' }, 'words', { nature, text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          departmentForm(),
          { nature: '定量', target: '不少于7家' },
          { nature: '定性', target: '逐步提高' },
          { nature: '定量', target: '2024年底前' },
          { nature: '定性', target: '质量符合TSG07-2019规定' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(departmentForm(), {
            aspect: '质量指标',
            name: '疾控中心检查覆盖率',
            nature: '定性',
            direction: '等于',
            target: '100%（10家）',
          }),
          from: '003',
        },
        'number',
        'indicators[0].nature',
      ],
      [
        {
          form: withIndicators(departmentForm(), { nature: '定性', target: '不低于3%' }),
          from: '003 双随机抽查辖区企业比例',
        },
        'number',
        'indicators[0].nature',
      ],
      [
        { form: withIndicators(departmentForm(), { nature: '定量', target: '逐步提高' }) },
        'words',
        'indicators[0].nature',
      ],
    ],
  }),
})
