import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { likeness } from '../../likeness.ts'
import { reviewRule } from '../../review-rule.ts'
import { wordsOf } from '../../rows.ts'
import { departmentForm, selfEvaluation } from '../../sample.ts'

/** Shorter texts may well be the same; from this share of common character pairs on a text is called copied. */
const SHORT = 20
const COPIED = 0.85

/** A text that names numbers the plan does not have tells a result, however alike the words are. */
const newNumbers = (plan: string, result: string): boolean =>
  (result.match(/\d+/g) ?? []).some((number) => !plan.includes(number))

const told = (expected: string, actual: string) =>
  selfEvaluation({ goals: { overall: null, annual: null, expected, actual } })
const goal = '全年检查药品生产企业200家次，抽检1200批次，违法案件按期办结，公众用药安全得到保障。'

export const resultsDoNotRepeatTheGoal = reviewRule({
  id: 'Y07',
  title: '完成情况写实际结果，不照抄目标或计划',
  severity: 'warning',
  basis: evaluation,
  fix: '写明实际做了什么、完成多少、效果如何，并与目标逐项对照。',
  kinds: evaluations,
  messages: {
    goal: '实际完成情况与预期目标{how}，没有写出实际结果。',
    task: '“{name}”的完成情况与{column}{how}，没有写出实际结果。',
  },
  *check({ form }, { say }) {
    const copied = (plan: string | null, result: string | null): string | null => {
      const [planned, done] = [wordsOf(plan), wordsOf(result)]
      if (planned.length < SHORT || done.length < SHORT) return null
      if (planned === done) return '一字不差'
      return likeness(planned, done) >= COPIED && !newNumbers(planned, done) ? '几乎一字不差' : null
    }
    const how = copied(form.goals.expected ?? form.goals.annual ?? form.goals.overall, form.goals.actual)
    if (how !== null) yield say({ path: 'goals.actual', quote: null }, 'goal', { how })
    for (const [index, task] of form.tasks.entries()) {
      const fromContent = copied(task.content, task.completion)
      const like = fromContent ?? copied(task.plan, task.completion)
      if (like === null) continue
      const column = fromContent === null ? '年度主要任务' : '主要内容'
      yield say({ path: `tasks[${index}].completion`, quote: null }, 'task', {
        name: task.name ?? '',
        column,
        how: like,
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: told('完成全年培训任务', '完成全年培训任务') },
      { form: told(goal, goal.replace('200家次', '215家次')) },
      { form: told(goal, '检查药品生产企业210家次，抽检1260批次，查办案件35件，全部按期办结。') },
    ],
    fails: [
      [{ form: told(goal, goal) }, 'goal', 'goals.actual'],
      [{ form: told(goal, goal.replace('得到保障', '保障有力')), from: '002' }, 'goal', 'goals.actual'],
      [
        { form: departmentForm({ tasks: [{ name: '药品安全专项', plan: goal, content: null, completion: goal }] }) },
        'task',
        'tasks[0].completion',
      ],
    ],
  }),
})
