// C19: an effect is told by something that can be seen, not by a set phrase.
// Precision: only where name and value both are made of verbs of improvement and hold no number, document, state or
// result; bare words such as 逐步提高 are said by D17. On the five documents 7 of 7 findings are true.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { checkable, setPhrases } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const benefitIsNoSetPhrase = reviewRule({
  id: 'C19',
  title: '效益指标不用套话，写看得见的变化',
  severity: 'warning',
  basis: coreIndicators,
  fix: '写明谁的什么发生了多大变化，如“投诉量同比下降10%”“平均办理时间缩短到3天”。',
  kinds: everyKind,
  messages: { phrase: '效益指标“{name}”的指标值“{text}”是套话，没有可以核对的变化。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const { kind } = row.it.target
      const text = tight(row.it.target.text)
      if (!isAspect(row, 'benefit') || kind !== 'qualitative' || text.length > 40) continue
      if (setPhrases.test(text) && !checkable.test(text))
        yield say(`${row.path}.target`, 'phrase', { name: row.name, text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { aspect: '社会效益指标', name: '社会和谐稳定', target: '代理的案件不产生重大社会影响' },
          { aspect: '社会效益指标', name: '规范棉花等纤维公证检验质量', target: '达到国家标准' },
          { aspect: '社会效益指标', name: '执法水平', target: '行政诉讼败诉率下降10%' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '效益指标',
            aspect: '社会效益指标',
            name: '维护执法执勤工作水平',
            target: '塑造良好的营商环境',
          }),
          from: '004 行政后勤管理2024',
        },
        'phrase',
        'indicators[0].target',
      ],
    ],
  }),
})
