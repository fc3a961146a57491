import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { layoutOf } from '../../head-fields.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm } from '../../sample.ts'

/** Without blanks, a leading number (12.) and the year in brackets. */
const bare = (title: string) =>
  title
    .replace(/\s+/g, '')
    .replace(/^\d+[.、．]/, '')
    .replace(/[（(]?\d{4}年度?[)）]?/g, '')

const expected = (form: Form, title: string) => title.replace('{project}', form.project?.name ?? '')

export const titleIsTheFormTitle = reviewRule({
  id: 'A03',
  title: '表名与规定的表式一致',
  severity: 'advice',
  basis: targetManagement,
  fix: '使用规定表式的表名。',
  kinds: everyKind,
  messages: { differs: '表名“{title}”与规定的“{expected}”不一致。' },
  *check({ form }, { say }) {
    const layout = layoutOf(form)
    if (!layout || form.title === null || bare(form.title) === '') return
    const official = expected(form, layout.title)
    if (bare(form.title).endsWith(bare(official)) || bare(official).endsWith(bare(form.title))) return
    yield say({ path: 'title', observed: form.title, expected: official }, 'differs', {
      title: form.title,
      expected: official,
    })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: selfEvaluation({ layout: 'shanghai-self-evaluation', title: '上海市财政项目支出绩效自评表（2023年度）' }),
      },
      { form: targetForm({ layout: 'tianjin-target', title: '3.教师业务培训经费绩效目标表' }), from: '004' },
    ],
    fails: [
      [
        { form: selfEvaluation({ layout: 'shanghai-self-evaluation', title: '财政项目支出绩效自评价' }), from: '001' },
        'differs',
        'title',
      ],
    ],
  }),
})
