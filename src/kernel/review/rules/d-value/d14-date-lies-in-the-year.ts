// D14: dates of a yearly form lie in its year.

import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** Years that a text puts before a month, quarter, half or end: 2024年6月, 2023年三季度, 2024年底. */
const yearsOf = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d{2})[年./-](?=\d{1,2}|[一二三四上下第年]|底|末)/g)].map((match) =>
    Number(match[1]),
  )

/** Last year the project is planned to run, where the form prints one. */
const lastYear = (form: Form): number => Number(/(?:19|20)\d{2}/.exec(form.project?.end ?? '')?.[0] ?? 0)

export const dateLiesInYear = reviewRule({
  id: 'D14',
  title: '指标值中的日期在预算年度内',
  severity: 'error',
  basis: targetManagement,
  fix: '把日期改到预算年度内；跨年项目只写本年度应达到的进度。',
  kinds: everyKind,
  messages: {
    outside: '指标值“{text}”写的是 {found} 年，本表年度是 {year} 年。',
    backwards: '指标值“{text}”中后一步骤（{later} 年）早于前一步骤（{earlier} 年），年份有误。',
  },
  *check({ form }, { say, unable }) {
    let unchecked = false
    for (const { it, path } of rowsOf(form)) {
      const { kind } = it.target
      if (kind !== 'date' && kind !== 'mixed') continue
      const text = tight(it.target.text)
      const years = yearsOf(text)
      const back = years.findIndex((year, i) => year < (years[i - 1] ?? 0))
      const where = { path: `${path}.target`, observed: years.join('、') }
      if (back > 0) yield say(where, 'backwards', { text, later: years[back] ?? '', earlier: years[back - 1] ?? '' })
      else if (form.year === null) unchecked ||= years.length > 0
      else {
        const latest = Math.max(form.year, lastYear(form))
        const found = years.find((year) => year < Number(form.year) || year > latest)
        if (found !== undefined)
          yield say({ ...where, expected: String(form.year) }, 'outside', { text, found, year: form.year })
      }
    }
    if (unchecked) yield unable('表中没有年度，无法判断日期是否在预算年度内')
  },
  examples: {
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
    ],
    unable: [{ form: withIndicators(targetForm({ year: null }), { aspect: '时效指标', target: '2024年12月底前' }) }],
  },
})
