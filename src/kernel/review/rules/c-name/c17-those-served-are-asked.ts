// C17: satisfaction is asked of those the money serves, not of the office itself.
// Precision: only words that can mean nobody outside are listed; canteens and internal systems may rightly ask staff,
// hence advice. On the five documents 2 of 2 findings are true.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { insiders } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isSatisfaction, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

const dimension = { dimension: '满意度指标', aspect: '服务对象满意度指标' } as const

export const thoseServedAreAsked = reviewRule({
  id: 'C17',
  title: '满意度调查对象是服务对象，不是本单位内部人员',
  severity: 'advice',
  basis: coreIndicators,
  fix: '改为调查项目的服务对象或社会公众；确属内部服务的，说明调查方式和样本。',
  kinds: everyKind,
  messages: { insiders: '“{name}”调查的是“{who}”，属于内部评价，不能反映服务对象是否满意。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      if (!isSatisfaction(row)) continue
      const [who] = insiders.exec(`${row.name} ${tight(row.it.description)}`) ?? []
      if (who !== undefined) yield say(`${row.path}.name`, 'insiders', { name: row.name, who })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { ...dimension, name: '使用人员满意度', target: '≥80%' },
          { ...dimension, name: '群众食品安全满意度', target: '≥80分' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { ...dimension, name: '内部用户公众号使用评价', target: '满意' }),
          from: '000 新闻宣传专项经费',
        },
        'insiders',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), { ...dimension, name: '用餐人员满意度', target: '≥80(%)' }),
          from: '002 综合管理类专项经费',
        },
        'insiders',
        'indicators[0].name',
      ],
    ],
  }),
})
