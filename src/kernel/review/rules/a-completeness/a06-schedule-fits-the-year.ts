import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** 2024-01-01, 2024年1月1日, 2024/1/1, 2024.1 as comparable text; null for anything else. */
function day(text: string | null | undefined): string | null {
  const [, year, month, date] =
    /^\s*(\d{4})\s*[-年/.]\s*(\d{1,2})\s*(?:[-月/.]\s*(\d{1,2})?\s*日?)?\s*$/.exec(text ?? '') ?? []
  if (year === undefined || month === undefined) return null
  return [year, month.padStart(2, '0'), (date ?? '').padStart(2, '0')].join('-')
}

/** 项目实施时间 全年开展 beside 项目完成时间 6月底前: work that runs all year is not done before its last months. */
function conflictingTimes(form: Form): [running: Row, done: Row][] {
  const subject = (name: string): string => name.replace(/(实施|开展|完成)(的)?(时间|时限|期限|日期|周期)$/, '')
  const rows = rowsOf(form)
  const running = rows.filter(
    ({ name, it }) =>
      /(实施|开展)(时间|时限|期限|周期)$/.test(name) && /^(全年|贯穿全年|1月[-—至]12月)/.test(tight(it.target.text)),
  )
  const done = rows.filter(
    ({ name, it }) => /完成(时间|时限|期限|日期)$/.test(name) && /-(0\d|10)-/.test(it.target.date ?? ''),
  )
  return running.flatMap((row) =>
    done.filter(({ name }) => subject(name) === subject(row.name)).map((end) => [row, end] as [Row, Row]),
  )
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
    allYear: '“{name}”写“{text}”，“{other}”却要求“{until}”完成，两处时间不一致。',
  },
  *check({ form }, { say, unable }) {
    for (const [running, done] of conflictingTimes(form))
      yield say(`${done.path}.target`, 'allYear', {
        name: running.name,
        text: tight(running.it.target.text),
        other: done.name,
        until: tight(done.it.target.text),
      })
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
      [
        {
          form: withIndicators(
            targetForm(),
            { aspect: '时效指标', name: '项目实施时间', target: '全年开展' },
            { aspect: '时效指标', name: '项目完成时间', target: '2024年6月底前' },
          ),
          from: '004 行政后勤管理2024',
        },
        'allYear',
        'indicators[1].target',
      ],
    ],
    unable: [{ form: planned('年初', '年底') }, { form: planned('2024-01-01', '年底') }],
  }),
})
