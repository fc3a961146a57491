// E01: work announced in the goals that no indicator mentions. Words are compared by their characters, after the words
// of every plan are taken away; slogans and clauses without a piece of work are left alone.
// Precision on the five documents: 13 of 13 findings true.
import { targetManagement } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { announcedWork, indicatorTopic, topicOf } from '../../task-words.ts'

/** A shorter task names too little to be missed for certain, unless nothing of it is found. */
const SHORT = 4
/** The object of the work stands at the end of the clause. */
const OBJECT = 4
const MINIMUM = 2

const aiming = (annual: string, ...rows: Parameters<typeof withIndicators>[1][]) =>
  withIndicators(targetForm({ goals: { overall: null, annual, expected: null, actual: null } }), ...rows)
const advertising = { name: '完成专项优化营商宣传工作', target: '≥1.00(次)' }
const certificates = { name: '证书采购数量', target: '≥1800.00(张)' }

export const everyTaskHasAnIndicator = reviewRule({
  id: 'E01',
  title: '目标中的每项任务至少有一条指标',
  severity: 'warning',
  basis: targetManagement,
  fix: '为这项任务设一条指标；本年不做的，从目标中删去。',
  kinds: everyKind,
  messages: { uncovered: '目标写“{task}”，没有一条指标涉及。' },
  *check({ form, profile }, { say, unable }) {
    const tasks = announcedWork(form)
    if (tasks.length === 0 || rowsOf(form).length === 0) return
    const unread = unreadRows(form)
    if (unread !== null) return yield unable(unread)
    const covered = indicatorTopic(form)
    const said = new Set<string>()
    for (const { path, text } of tasks) {
      const topic = [...topicOf(text)]
      if (topic.length < MINIMUM || said.has(text)) continue
      const found = topic.filter((pair) => covered.has(pair)).length
      const enough = topic.length < SHORT ? 1 : topic.length * Number(profile.comparison.taskCover)
      if (found >= enough || topic.slice(-OBJECT).some((pair) => covered.has(pair))) continue
      said.add(text)
      yield say({ path, quote: text, observed: text }, 'uncovered', { task: text })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: aiming('完成2024年度证书采购、套印、登记、邮寄、发放工作。', certificates) },
      { form: aiming('加强职业化、专业化人才队伍建设。', certificates) },
    ],
    fails: [
      [
        {
          form: aiming(
            '完成呼叫系统升级优化；完成窗口文创产品的设计与制作及大厅的标准化建设。',
            advertising,
            certificates,
          ),
          from: '000 业务受理工作经费',
        },
        'uncovered',
        'goals.annual',
      ],
    ],
    unable: [
      {
        form: {
          ...aiming('完成呼叫系统升级优化。', certificates),
          doubts: [{ path: null, message: '文件在表格中间结束' }],
        },
      },
    ],
  }),
})
