// D20: satisfaction is asked for and counted, so its target is a number.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isSatisfaction, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

const dimension = { dimension: '满意度指标', aspect: '服务对象满意度指标' } as const
/** 零投诉 is a number in words. */
const counted = /\d|[零〇一二两三四五六七八九十百千万]|无(有效)?(投诉|举报|差评|上访|信访)/

export const satisfactionIsANumber = reviewRule({
  id: 'D20',
  title: '满意度指标量化',
  severity: 'error',
  basis: coreIndicators,
  fix: '写成“≥90%”，并说明调查对象、样本和方式。',
  kinds: everyKind,
  supersedes: ['D17'],
  messages: { words: '满意度指标“{name}”的指标值“{text}”没有数值，无法按调查结果计分。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const text = tight(row.it.target.text)
      if (!isSatisfaction(row) || row.it.target.kind !== 'qualitative' || counted.test(text)) continue
      yield say({ path: `${row.path}.target`, expected: '≥数值（%）' }, 'words', { name: row.name, text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { ...dimension, name: '客户满意度', target: '≥90%' },
          { ...dimension, name: '社会公众投诉率', target: '零投诉' },
          { ...dimension, name: '不涉及', target: '不涉及' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { ...dimension, name: '内部用户公众号使用评价', target: '满意' }),
          from: '000 新闻宣传专项经费',
        },
        'words',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            ...dimension,
            name: '上海市药品监管现状的国际认知度',
            target: '扩大',
          }),
          from: '002 法律法规专项业务经费',
        },
        'words',
        'indicators[0].target',
      ],
    ],
  }),
})
