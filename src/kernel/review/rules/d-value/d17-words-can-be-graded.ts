// D17: a value in words says what would be seen when it is reached; 逐步提高 alone cannot be graded.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { vagueTargets } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isSatisfaction, rowsOf, tight, wordsOf } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

const states: ReadonlySet<string> = new Set(vagueTargets.states)

/** Whether a text is made of vague words only: adverbs around states, with what the name already says left out. */
function isVague(text: string): boolean {
  let rest = wordsOf(text)
  for (let count = 0; count < 6; count++) {
    if (states.has(rest)) return true
    const adverb = vagueTargets.adverbs.find((word) => rest.startsWith(word) || rest.endsWith(word))
    if (adverb === undefined) return false
    rest = rest.startsWith(adverb) ? rest.slice(adverb.length) : rest.slice(0, -adverb.length)
    if (rest === '') return true
  }
  return false
}

export const wordsCanBeGraded = reviewRule({
  id: 'D17',
  title: '定性指标值有可判断的标准',
  severity: 'warning',
  basis: coreIndicators,
  fix: '写明达到什么状态算达成、部分达成、未达成，或改用可统计的数值。',
  kinds: everyKind,
  messages: { vague: '“{name}”的指标值只有“{text}”，没有可判断的标准，达成与否无从分档。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const text = tight(row.it.target.text)
      if (row.it.target.kind !== 'qualitative' || isSatisfaction(row) || !isVague(text)) continue
      yield say(`${row.path}.target`, 'vague', { name: row.name, text })
    }
  },
  examples: {
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { target: '符合《天津市标准化资金资助管理办法》规定' },
          { target: '全市注册在用垂直乘客电梯全部纳入电梯应急处置平台调度' },
          { target: '≥90%' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), { aspect: '质量指标', name: '公众号运作', target: '正常' }),
          from: '001 新闻宣传专项经费',
        },
        'vague',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            aspect: '社会效益指标',
            name: '药品生产监管程度',
            target: '逐步提高',
          }),
          from: '002 药品监督管理业务经费',
        },
        'vague',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '可持续影响指标', name: '提升管理水平', target: '长期影响' }),
          from: '004 行政后勤管理2024',
        },
        'vague',
        'indicators[0].target',
      ],
    ],
  },
})
