// C21: a project of a common kind has the indicators such projects are usually measured by.
// Precision: the kind comes from the project's name alone and an indicator counts as set by any of its words, so little
// is missed wrongly; what is usual is still a matter of judgement, hence advice.
import { coreIndicators } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { usualIndicators } from '../../usual-indicators.ts'

const named = (name: string, ...rows: readonly Parameters<typeof withIndicators>[1][]) => {
  const form = withIndicators(targetForm(), ...rows)
  return { ...form, project: form.project && { ...form.project, name } }
}

export const usualIndicatorsAreSet = reviewRule({
  id: 'C21',
  title: '同类项目的常用指标已经设置',
  severity: 'advice',
  basis: coreIndicators,
  fix: '补设所列指标；确不适用的，可以不设。',
  kinds: projectForms,
  messages: { lacking: '{kind}项目常用的指标没有设置：{missing}。' },
  *check({ form }, { say, unable }) {
    const name = tight(form.project?.name).replace(/[（(][^（()）]*[)）]/g, '')
    const found = usualIndicators.find(({ projects }) => projects.test(name))
    if (found === undefined || form.indicators.length === 0) return
    const unread = unreadRows(form)
    const words = rowsOf(form).map((row) => `${row.name} ${tight(row.it.description)} ${tight(row.it.target.unit)}`)
    const missing = found.usual.filter(({ words: usual }) => !words.some((text) => usual.test(text)))
    if (missing.length === 0) return
    if (unread !== null) yield unable(unread)
    else
      yield say({ path: 'indicators', quote: null }, 'lacking', {
        kind: found.kind,
        missing: missing.map(({ label }) => label).join('、'),
      })
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      {
        form: named(
          '信息化运维2024',
          { name: '系统故障率', target: '≤5%' },
          { name: '系统故障修复响应时间', target: '≤2小时' },
          { name: '使用人员满意度', target: '≥95%' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: named(
            '局系统培训经费',
            { name: '培训人次', target: '≥2500人次' },
            { name: '培训覆盖率', target: '100%' },
          ),
          from: '002',
        },
        'lacking',
        'indicators',
      ],
    ],
    unable: [
      {
        form: {
          ...named('局系统培训经费', { name: '培训人次', target: '≥2500人次' }),
          doubts: [{ path: 'indicators', message: '第 2 页未读出' }],
        },
      },
    ],
  }),
})
