// D16: value and description say what is to be reached, not how points are given.
import { coreIndicators } from '../../basis.ts'
import { targetForms } from '../../kinds.ts'
import { scoringWords } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const valueIsNoScoringRule = reviewRule({
  id: 'D16',
  title: '指标值和指标描述不写评分细则',
  severity: 'warning',
  basis: coreIndicators,
  fix: '指标值只写应达到的水平，评分细则移到评分标准栏或另附。',
  kinds: targetForms,
  supersedes: ['C03'],
  messages: {
    target: '指标值“{text}”写的是评分办法（“{word}”），没有应达到的数值。',
    description: '指标描述写的是评分办法（“{word}”），没有说明指标含义。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const text = tight(it.target.text)
      const inTarget = scoringWords.exec(text)?.[0]
      const inDescription = scoringWords.exec(tight(it.description))?.[0]
      if (inTarget !== undefined) yield say(`${path}.target`, 'target', { text, word: inTarget })
      if (inDescription !== undefined) yield say(`${path}.description`, 'description', { word: inDescription })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(targetForm(), {
          name: '群众满意度得分',
          target: '≥80分',
          description: '群众食品安全满意度调查得分',
        }),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            name: '投诉次数',
            target: '被投诉次数以12345、12315以及政府其他投诉举报平台接到的并查证属实的投诉。7-投诉次数为得分',
          }),
          from: '004 2024年中央纤维公证检验经费',
        },
        'target',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            target: '≥2次',
            description: '自查工作开展1次，得3分，得分以6分为上限',
          }),
          from: '004 2024年中央纤维公证检验经费',
        },
        'description',
        'indicators[0].description',
      ],
    ],
  }),
})
