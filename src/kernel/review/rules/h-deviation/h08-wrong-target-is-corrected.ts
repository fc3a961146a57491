// H08: a reason that says the target was wrong is a task for next year's targets.
// Precision: only words that name target or estimate together with its fault or its correction. On the five documents
// 3 of 3 findings are true.
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { wrongTarget } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const wrongTargetIsCorrected = reviewRule({
  id: 'H08',
  title: '自认目标不准的，下年度修订目标',
  severity: 'advice',
  basis: evaluation,
  fix: '列入下年度绩效目标修订任务。',
  kinds: evaluations,
  messages: {
    revise: '“{name}”的偏差原因承认目标设置不准（“{words}”），下年度应按实际情况重新测算指标值。',
  },
  *check({ form }, { say }) {
    const said = new Set<string>()
    for (const { it, path, name } of rowsOf(form)) {
      const reason = tight(it.deviation)
      const [words] = wrongTarget.exec(reason) ?? []
      // The same reason copied to other rows is said by H06.
      if (words === undefined || said.has(reason)) continue
      said.add(reason)
      const actual = tight(it.actual?.text)
      const fix = `下年度目标修订：“${name}”本年指标值 ${tight(it.target.text)}，实际完成 ${actual}。`
      yield say({ path: `${path}.deviation`, fix }, 'revise', { name, words })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          name: '专家研判',
          target: '≥20.00(次)',
          actual: '18.00(次)',
          deviation: '2023年需要研判的缺陷信息较少，2024年扩大缺陷信息收集范围。',
        }),
        from: '001 质量发展专项经费',
      },
      {
        form: withIndicators(selfEvaluation(), {
          target: '≥20',
          actual: '18',
          deviation: '下年加强督促，确保完成目标。',
        }),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '药品注册数据分析报告',
            target: '=4.00(期)',
            actual: '2.00(期)',
            deviation:
              '原因：合同签订日期为2023.11月-2024.10月，一月一期报告，故2023年共两份报告。改进措施：提高年度目标值设置精准度。',
          }),
          from: '002 综合管理类专项经费',
        },
        'revise',
        'indicators[0].deviation',
      ],
    ],
  }),
})
