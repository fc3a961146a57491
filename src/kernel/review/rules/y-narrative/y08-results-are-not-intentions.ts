import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, selfEvaluation, withIndicators } from '../../sample.ts'
import { textCells } from '../../text-cells.ts'

const intention =
  /力争(?!上游)[^，。；\n]{0,20}|拟于[^，。；\n]{0,20}|计划于[^，。；\n]{0,20}|将于[^，。；\n]{0,20}|定于[^，。；\n]{0,20}/
const resultCells = /^goals\.actual$|^tasks\[\d+\]\.completion$|\.actual\.text$/

const told = (actual: string) =>
  selfEvaluation({ goals: { overall: null, annual: null, expected: '完成全年培训任务', actual } })

export const resultsAreNotIntentions = reviewRule({
  id: 'Y08',
  title: '完成情况写已经发生的事，不写打算',
  severity: 'warning',
  basis: evaluation,
  fix: '改写为截至年底的实际结果；未完成的如实写未完成和原因。',
  kinds: evaluations,
  messages: { intention: '完成情况写的是打算：“{words}”。' },
  *check({ form }, { say }) {
    for (const { path, text } of textCells(form)) {
      const words = resultCells.test(path) ? intention.exec(text)?.[0] : undefined
      if (words) yield say({ path, quote: words, observed: words }, 'intention', { words })
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: told('已成功提交地理标志商标注册申请4件。') }],
    fails: [
      [
        {
          from: '003',
          form: departmentForm({
            tasks: [
              {
                name: '知识产权',
                plan: null,
                content: null,
                completion: '成功提交地理标志商标注册申请力争成功提交4件。',
              },
            ],
          }),
        },
        'intention',
        'tasks[0].completion',
      ],
      [{ form: told('系统定于12月26日举行启动仪式。'), from: '003' }, 'intention', 'goals.actual'],
      [{ form: withIndicators(selfEvaluation(), { actual: '力争完成3件' }) }, 'intention', 'indicators[0].actual.text'],
    ],
  }),
})
