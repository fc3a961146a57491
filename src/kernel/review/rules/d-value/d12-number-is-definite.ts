// D12: a value is definite: no 左右, 力争, no bound said twice.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { doubleBound, fuzzyWords } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'

export const numberIsDefinite = reviewRule({
  id: 'D12',
  title: '指标值明确，不用模糊数',
  severity: 'warning',
  basis: coreIndicators,
  fix: '改为明确的“≥数值”或“≤数值”。',
  kinds: everyKind,
  messages: {
    fuzzy: '指标值“{text}”用了模糊词“{word}”，无法判断是否完成。',
    twice: '指标值“{text}”把界限说了两遍，只留一个比较词即可。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const text = tight(it.target.text)
      if (!/\d/.test(text)) continue
      const word = fuzzyWords.exec(text)?.[0]
      if (word !== undefined) yield say(`${path}.target`, 'fuzzy', { text, word })
      else if (doubleBound.test(text)) yield say(`${path}.target`, 'twice', { text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { target: '不少于7家' },
          { target: '2次以上' },
          { target: '合同约定期限内' },
        ),
      },
      { form: withIndicators(targetForm(), { target: '符合合同约定，100%' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '受理案件数', target: '26万件左右' }),
          from: '004 信息化运维2024',
        },
        'fuzzy',
        'indicators[0].target',
      ],
      [
        { form: withIndicators(departmentForm(), { target: '力争成功提交3件' }), from: '003' },
        'fuzzy',
        'indicators[0].target',
      ],
      [
        { form: withIndicators(departmentForm(), { target: '至少2个以上' }), from: '003' },
        'twice',
        'indicators[0].target',
      ],
    ],
  }),
})
