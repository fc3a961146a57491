import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { yearOf, yearsIn } from '../../form-year.ts'
import { carriedOver } from '../../fund-sources.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm } from '../../sample.ts'

const titled = (name: string, year: number | null, over: Partial<Form> = {}): Form => {
  const form = targetForm()
  return { ...form, year, indicators: [], project: form.project && { ...form.project, name }, ...over }
}
const goal = (overall: string) => ({ goals: { overall, annual: null, expected: null, actual: null } })

export const nameYearIsBudgetYear = reviewRule({
  id: 'E04',
  title: '项目名称中的年份与预算年度一致',
  severity: 'warning',
  basis: targetManagement,
  fix: '更正项目名称中的年份；确为以前年度资金的，在名称中注明结转并列入上年结转资金。',
  kinds: projectForms,
  messages: { differs: '项目名称写 {named} 年，本表为 {year} 年度{source}。' },
  *check(input, { say, unable }) {
    const { form } = input
    const name = form.project?.name ?? ''
    const named = yearsIn(name)
    const [only] = named
    // Several years are the span of a plan; money carried over rightly names the year it comes from.
    if (only === undefined || named.length > 1 || carriedOver.test(name)) return
    const known = yearOf(input)
    if (known === null) yield unable('表中未注明年度，无法核对项目名称中的年份')
    else if (only !== known.year) {
      const where = { path: 'project.name', observed: String(only), expected: String(known.year) }
      yield say(where, 'differs', { named: only, ...known })
    }
  },
  examples: () => ({
    passes: [
      { form: titled('法律服务2024', 2024), from: '004' },
      { form: titled('2021—2025年规划编制', 2024) },
      { form: titled('2022年度专项资金结转资金项目', 2024) },
      { form: titled('教师业务培训经费', 2024) },
    ],
    fails: [
      [{ form: titled('2023年中央反垄断工作补助经费', 2024), from: '004' }, 'differs', 'project.name'],
      [{ form: titled('2023年中央食品监管补助资金', null, goal('2024年完成抽检任务。')) }, 'differs', 'project.name'],
      [
        {
          form: titled('2023年中央反垄断工作补助经费', null, goal('完成培训、采购任务')),
          related: { siblings: ['法律服务', '信息化运维', '行政后勤'].map((name) => titled(name, 2024)) },
          from: '004',
        },
        'differs',
        'project.name',
      ],
    ],
    unable: [{ form: titled('2023年中央食品监管补助资金', null, goal('完成抽检任务。')) }],
  }),
})
