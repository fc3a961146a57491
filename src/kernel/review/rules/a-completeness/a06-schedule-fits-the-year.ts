import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm } from '../../sample.ts'

/** 2024-01-01, 2024年1月1日, 2024/1/1, 2024.1 as comparable text; null for anything else. */
function day(text: string | null | undefined): string | null {
  const [, year, month, date] =
    /^\s*(\d{4})\s*[-年/.]\s*(\d{1,2})\s*(?:[-月/.]\s*(\d{1,2})?\s*日?)?\s*$/.exec(text ?? '') ?? []
  if (year === undefined || month === undefined) return null
  return [year, month.padStart(2, '0'), (date ?? '').padStart(2, '0')].join('-')
}

const planned = (start: string, end: string, year = 2024): Form => {
  const form = targetForm({ year })
  return { ...form, project: form.project && { ...form.project, start, end } }
}

export const scheduleFitsTheYear = reviewRule({
  id: 'A06',
  title: '项目开始不晚于完成，起止日期包含预算年度',
  severity: 'warning',
  basis: targetManagement,
  fix: '更正计划开始日期或计划完成日期。',
  kinds: projectForms,
  messages: {
    reversed: '计划完成日期 {end} 早于计划开始日期 {start}。',
    outside: '项目起止为 {start} 至 {end}，不在 {year} 预算年度内。',
  },
  *check({ form }, { say, unable }) {
    const { start: printedStart = null, end: printedEnd = null } = form.project ?? {}
    const [start, end] = [day(printedStart), day(printedEnd)]
    if (printedStart !== null && printedEnd !== null && (start === null || end === null)) {
      yield unable('计划起止日期不是可识别的日期')
    }
    if (start === null || end === null) return
    const data = { start: printedStart ?? '', end: printedEnd ?? '' }
    if (end < start) yield say('project.end', 'reversed', data)
    else if (form.year !== null && (end < `${form.year}` || start > `${form.year}-12-31`)) {
      yield say('project.start', 'outside', { ...data, year: form.year })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: planned('2024-01-01', '2024-12-31'), from: '000' },
      { form: planned('2023年7月1日', '2025年6月30日') },
      { form: planned('2024年3月', '2024年3月') },
      { form: planned('2024-12-31', '2025-06-30') },
      { form: planned('2023-06-01', '2024-01-01') },
    ],
    fails: [
      [{ form: planned('2024-12-31', '2024-01-01') }, 'reversed', 'project.end'],
      [{ form: planned('2025-01-01', '2025-12-31') }, 'outside', 'project.start'],
      [{ form: planned('2023-01-01', '2023-12-31') }, 'outside', 'project.start'],
    ],
    unable: [{ form: planned('年初', '年底') }, { form: planned('2024-01-01', '年底') }],
  }),
})
