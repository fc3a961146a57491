// Y13 (beyond the catalogue): what a yearly form reports as done was done in its year.
// Precision: only months of an earlier year and work said to be finished in one; comparisons (比2021年, 2021年以来) are
// none. On the five documents 2 of 2 findings are true.
import type { Form } from '../../../form/form.ts'
import { evaluation } from '../../basis.ts'
import { budgetYear } from '../../form-year.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, selfEvaluation } from '../../sample.ts'
import { type TextCell, textCells } from '../../text-cells.ts'

/** 2021年11月, 2021年度已完成的; with blanks between the characters, as PDF text has them. */
const datedWork =
  /(?<![比较与从自至到\d])(20\d\d)\s*年\s*(?:度?已\s*完成|\d{1,2}\s*月(?!\s*\d{0,2}\s*日?\s*(?:以来|起|至|前|签订|印发|出台|发布)))/g

const results = (form: Form): TextCell[] =>
  textCells(form).filter(({ path }) => path === 'goals.actual' || path.endsWith('.completion'))

/** The year of the form, or the one its results name most often. */
function yearOf(form: Form): number | null {
  const stated = budgetYear(form)
  if (stated !== null) return stated
  const counts = new Map<number, number>()
  for (const { text } of results(form))
    for (const [, year] of text.matchAll(/(?<![\d〔[])(20\d\d)\s*年/g))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first !== undefined && first[1] > (second?.[1] ?? 0) && first[1] > 1 ? first[0] : null
}

const told = (completion: string, year: number | null): Form => ({
  ...departmentForm({ year }),
  tasks: [{ name: '促进消费', plan: '开展消费宣传优惠活动', content: null, completion }],
})

export const resultsAreOfTheYear = reviewRule({
  id: 'Y13',
  title: '完成情况写的是本年度的工作',
  severity: 'warning',
  basis: evaluation,
  fix: '删去以前年度的工作；跨年度的，说明本年度完成了哪一部分。',
  kinds: evaluations,
  messages: { earlier: '完成情况写的是 {when} 的工作，本表为 {year} 年度。' },
  *check({ form }, { say, unable }) {
    const year = yearOf(form)
    const found = results(form).map(({ path, text }) => ({ path, dates: [...text.matchAll(datedWork)] }))
    if (year === null) {
      if (found.some(({ dates }) => dates.length > 0)) yield unable('表中未注明年度，无法核对完成情况中的日期')
      return
    }
    for (const { path, dates } of found) {
      const [when] = dates.find(([, named]) => Number(named) < year) ?? []
      if (when !== undefined)
        yield say(path, 'earlier', { when: when.replace(/\s+/g, '').replace(/度?已完成/, ''), year })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: told('2022年3月举办活动，销售额比2021年12月增长9%，自2020年5月起连续开展。', 2022) },
      { form: told('依据2021年3月印发的通知，2022年4月启动。', 2022) },
    ],
    fails: [
      [
        { form: told('2021 年 11 月下旬正式开展促进餐饮单位开展消费宣传优惠活动。', 2022), from: '003' },
        'earlier',
        'tasks[0].completion',
      ],
      [
        {
          form: told('支付2021年已完成的15家检验检测机构技术审查经费。2022年培训2场，2022年补贴发放完毕。', null),
          from: '003',
        },
        'earlier',
        'tasks[0].completion',
      ],
    ],
    unable: [
      {
        form: {
          ...told('2021年11月开展活动。', null),
          goals: { overall: null, annual: null, expected: null, actual: null },
          indicators: [],
        },
      },
    ],
  }),
})
