import type { Form } from '../../../form/form.ts'
import { at } from '../../../form/path.ts'
import { targetManagement } from '../../basis.ts'
import { headFields, layoutOf } from '../../head-fields.ts'
import { unreadField } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, selfEvaluation, targetForm } from '../../sample.ts'

/** Where a finding about a field can stand: the field, or the group that is missing as a whole; else the title. */
function standsAt(form: Form, path: string): string {
  if (at(form, path) !== undefined) return path
  const group = path.replace(/\.[^.]+$/, '')
  return at(form, group) === undefined ? 'title' : group
}

export const headIsFilledIn = reviewRule({
  id: 'A01',
  title: '表头各栏（项目名称、主管部门、实施单位、年度等）填写完整',
  severity: 'error',
  basis: targetManagement,
  fix: '补填表头的空栏。',
  kinds: everyKind,
  messages: { empty: '表头“{label}”未填。', year: '表头未注明年度。' },
  *check({ form }, { say, unable }) {
    for (const { label, path, value } of headFields(form)) {
      if (value !== null) continue
      const unread = unreadField(form, path)
      yield unread !== null ? unable(unread) : say(standsAt(form, path), 'empty', { label })
    }
    const printsYear = layoutOf(form)?.period
    if (printsYear && (form.year === null || form.yearSource === 'inferred')) yield say('year', 'year')
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm() },
      { form: targetForm({ department: null }) },
      { form: departmentForm({ unit: null, year: null }) },
      { form: targetForm({ layout: 'tianjin-target', year: null }), from: '004' },
    ],
    fails: [
      [
        { form: departmentForm({ layout: 'guangdong-department-self-evaluation', unit: null }), from: '003' },
        'empty',
        'unit',
      ],
      [{ form: targetForm({ project: null }) }, 'empty', 'project'],
      [{ form: selfEvaluation({ layout: 'shanghai-self-evaluation', year: null }), from: '001' }, 'year', 'year'],
      [
        { form: selfEvaluation({ layout: 'shanghai-self-evaluation', unit: { code: null, name: null } }) },
        'empty',
        'unit.name',
      ],
    ],
    unable: [{ form: targetForm({ project: null, doubts: [{ path: 'project.name', message: '未见项目名称' }] }) }],
  }),
})
