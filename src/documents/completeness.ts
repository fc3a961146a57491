// What a form of its layout has and this one does not: a form cut at either end says what is missing.
import type { Doubt, Form } from '../kernel/form/form.ts'
import { type Layout, type Section, sectionOf } from '../kernel/layout/layout.ts'

const has = (form: Form, path: string): boolean => form.sources?.[path] !== undefined

/** One doubt for every part of the layout of which nothing was found. */
export function missingParts(form: Form, layout: Layout): readonly Doubt[] {
  const missing = layout.sections.flatMap((section) => missingIn(form, section))
  return [...missing, ...unfinishedRow(form, layout)].map(({ path, part }) => ({
    path,
    message: `未见${part}，原文可能被截断或缺少这一部分`,
  }))
}

type Missing = { readonly path: string; readonly part: string }

function missingIn(form: Form, section: Section): readonly Missing[] {
  switch (section.kind) {
    case 'pairs': {
      const first = section.rows[0]?.[0]
      return first && !has(form, first.at) ? [{ path: first.at, part: first.label }] : []
    }
    case 'funds':
      return form.funds.length === 0 ? [{ path: 'funds', part: '资金表' }] : []
    case 'goals':
      return section.fields.some((field) => has(form, field.at)) ? [] : [{ path: 'goals', part: section.label }]
    // Remarks may be missing.
    case 'statements':
      return []
    case 'tasks':
      return form.tasks.length === 0 ? [{ path: 'tasks', part: section.label }] : []
    case 'indicators':
      return form.indicators.length === 0 ? [{ path: 'indicators', part: '绩效指标表' }] : []
    case 'totals':
      return form.totals.score === null && form.totals.weight === null ? [{ path: 'totals', part: '总分' }] : []
    case 'grade':
      return form.grade === null ? [{ path: 'grade', part: section.label }] : []
  }
}

/** The last row of a cut table holds its first cells only. */
function unfinishedRow(form: Form, layout: Layout): readonly Missing[] {
  const last = form.indicators.length - 1
  const row = form.indicators[last]
  const columns = sectionOf(layout, 'indicators')?.columns.map((column) => column.at) ?? []
  if (row === undefined) return []
  if (row.target.text === null) return [{ path: `indicators[${last}].target`, part: '最后一项指标的指标值' }]
  if (columns.includes('weight') && row.weight === null && form.totals.weight === null)
    return [{ path: `indicators[${last}].weight`, part: '最后一项指标的分值' }]
  return []
}
