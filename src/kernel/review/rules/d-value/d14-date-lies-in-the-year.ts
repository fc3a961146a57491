// D14: dates of a yearly form lie in its year.

import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { budgetYear as statedYear } from '../../form-year.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** Years that a text puts before a month, quarter, half or end: 2024年6月, 2023年三季度, 2024年底. */
const yearsOf = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d{2})[年./-](?=\d{1,2}|[一二三四上下第年]|底|末)/g)].map((match) =>
    Number(match[1]),
  )

/** Last year the project is planned to run, where the form prints one. */
const lastYear = (form: Form): number => Number(/(?:19|20)\d{2}/.exec(form.project?.end ?? '')?.[0] ?? 0)

/** How many rows name a year. */
type Counts = ReadonlyMap<number, number>
function countYears(rows: readonly Row[]): Counts {
  const counts = new Map<number, number>()
  for (const { it } of rows)
    for (const year of new Set(yearsOf(tight(it.target.text)))) counts.set(year, (counts.get(year) ?? 0) + 1)
  return counts
}

/** The year of the form; where it prints none, the year that the project's name and another indicator both say. */
function budgetYear(form: Form, years: readonly number[], rowsWith: Counts): { year: number; said: string } | null {
  if (form.year !== null) return { year: form.year, said: '本表年度' }
  const only = statedYear(form)
  if (only !== null) return { year: only, said: '全表写的' }
  const named = [...(form.project?.name ?? '').matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year))
  const [year] = named
  if (year === undefined || named.length > 1) return null
  const others = (rowsWith.get(year) ?? 0) - (years.includes(year) ? 1 : 0)
  return others > 0 ? { year, said: '项目名称和其他指标写的' } : null
}

const unnamed = { code: null, name: null, nature: null, category: null, start: null, end: null, purpose: null }

export const dateLiesInYear = reviewRule({
  id: 'D14',
  title: '指标值中的日期在预算年度内',
  severity: 'error',
  basis: targetManagement,
  fix: '把日期改到预算年度内；跨年项目只写本年度应达到的进度。',
  kinds: everyKind,
  messages: {
    outside: '指标值“{text}”写的是 {found} 年，{said}是 {year} 年。',
    backwards: '指标值“{text}”中后一步骤（{later} 年）早于前一步骤（{earlier} 年），年份有误。',
  },
  *check({ form }, { say, unable }) {
    let unchecked = false
    const dated = rowsOf(form).filter(({ it }) => it.target.kind === 'date' || it.target.kind === 'mixed')
    const rowsWith = countYears(dated)
    for (const row of dated) {
      const text = tight(row.it.target.text)
      const years = yearsOf(text)
      if (years.length === 0) continue
      const where = { path: `${row.path}.target`, observed: years.join('、') }
      const back = years.findIndex((year, i) => year < (years[i - 1] ?? 0))
      const budget = budgetYear(form, years, rowsWith)
      if (back > 0) yield say(where, 'backwards', { text, later: years[back] ?? '', earlier: years[back - 1] ?? '' })
      else if (budget === null) unchecked = true
      else {
        const latest = Math.max(budget.year, lastYear(form))
        const found = years.find((year) => year < budget.year || year > latest)
        if (found !== undefined)
          yield say({ ...where, expected: String(budget.year) }, 'outside', { text, found, ...budget })
      }
    }
    if (unchecked) yield unable('表中没有年度，无法判断日期是否在预算年度内')
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(selfEvaluation(), { target: '2023年三季度完成', aspect: '时效指标' }),
        from: '002 宣传业务经费',
      },
      { form: withIndicators(targetForm({ year: 2024 }), { target: '2024年3月启动，2024年年底完成' }), from: '004' },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm({ year: null }), {
            aspect: '时效指标',
            name: '按期完成',
            target: '2024年1-6月实施采购；2023年7-9月组织入场施工；2023年10月组织验收；1-12月分批组织设备计量',
          }),
          from: '004 大型检测设备运行维护2024',
        },
        'backwards',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm({ year: 2024 }), { aspect: '时效指标', target: '至2025年3月底前' }),
          from: '004 企业活跃度分析2024',
        },
        'outside',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(
            { ...targetForm({ year: null }), project: { ...unnamed, name: '企业活跃度分析2024' } },
            { aspect: '时效指标', name: '项目实施时间', target: '2024年4月至年底' },
            { aspect: '时效指标', name: '项目完成时间', target: '至2025年3月底前' },
          ),
          from: '004 企业活跃度分析2024',
        },
        'outside',
        'indicators[1].target',
      ],
    ],
    unable: [
      {
        form: withIndicators(
          targetForm({ year: null }),
          { aspect: '时效指标', target: '2023年12月底前' },
          { aspect: '时效指标', target: '2024年12月底前' },
        ),
      },
    ],
  }),
})
