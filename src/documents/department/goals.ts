// Goal texts over the full width of the form, each under its label.
import type { Form } from '../../kernel/form/form.ts'
import { type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { paragraphs } from './paragraphs.ts'
import type { FieldRecord } from './record.ts'
import type { Blocks } from './sections.ts'
import { printedRows } from './tasks.ts'

const noGoals: Form['goals'] = { overall: null, annual: null, expected: null, actual: null }

export function readGoals(blocks: Blocks, layout: Layout, record: FieldRecord): Form['goals'] {
  const goals: Record<string, string | null> = { ...noGoals }
  for (const field of sectionOf(layout, 'goals')?.fields ?? []) {
    const rows = printedRows(blocks.goals.get(field.at) ?? [])
    const width = rows.reduce((widest, row) => Math.max(widest, row.width), 0)
    goals[field.at.replace('goals.', '')] = paragraphs(rows, width) || null
    record.placeRows(field.at, rows)
    if (rows.length === 0) record.doubt(field.at, `没有读到“${field.label}”`)
  }
  return { ...noGoals, ...goals }
}
