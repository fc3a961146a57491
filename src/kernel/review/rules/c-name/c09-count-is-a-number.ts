// C09: what is called a number of things is a number.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

const counts = /(数量|份数|次数|人数|人次|个数|件数|家数|户数|台数|套数|场次|批次|篇数|期数|面积|里程)$/
/** 一名, 零投诉: numbers in words. */
const numberInWords = /[\d零〇一二两三四五六七八九十百千万]/

export const countIsANumber = reviewRule({
  id: 'C09',
  title: '名为“数量、次数”的指标，指标值是数值',
  severity: 'warning',
  basis: coreIndicators,
  fix: '指标值改为数值；考核覆盖情况的，改名为“覆盖率”。',
  kinds: everyKind,
  supersedes: ['D17'],
  messages: { words: '“{name}”应是数值，指标值却是文字“{text}”。' },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const text = tight(it.target.text)
      if (it.target.kind !== 'qualitative' || !counts.test(coreName(name)) || numberInWords.test(text)) continue
      yield say({ path: `${path}.target`, observed: text, expected: '数值' }, 'words', { name, text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(targetForm(), { name: '抽检数量', target: '≥20批次' }, { name: '投诉次数', target: '零' }),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '审计工作报告份数', target: '被审计单位全覆盖' }),
          from: '002 综合管理类专项经费',
        },
        'words',
        'indicators[0].target',
      ],
    ],
  }),
})
