// What a form still lacks before it can be submitted: the columns of its own layout, row by row.
import { cellLabel, cellOf, textOf } from '../form/cells.ts'
import type { Form } from '../form/form.ts'
import { layoutFor } from '../layout/draw.ts'
import { sectionOf } from '../layout/layout.ts'

/** Columns every indicator must fill; what is left out of a layout is not asked for. */
const required = ['dimension', 'aspect', 'name', 'target', 'actual', 'weight', 'score']

export type MissingCell = { readonly path: string; readonly message: string }

export function missingCells(form: Form): readonly MissingCell[] {
  const layout = layoutFor(form)
  const columns = (layout && sectionOf(layout, 'indicators')?.columns) ?? []
  const goals = (layout && sectionOf(layout, 'goals')?.fields) ?? []
  const missing: MissingCell[] = []
  if (columns.length > 0 && form.indicators.length === 0)
    missing.push({ path: 'indicators', message: '没有绩效指标。' })
  form.indicators.forEach((row, i) => {
    for (const name of required) {
      const column = columns.find(({ at }) => at === name)
      if (column === undefined || !isBlank(textOf(cellOf(row, name)))) continue
      const which = row.name === null || name === 'name' ? `第${i + 1}个指标` : `指标“${row.name}”`
      missing.push({
        path: `indicators[${i}].${name}`,
        message: `${which}没有填写${column.label || cellLabel(name)}。`,
      })
    }
  })
  if (goals.length > 0 && goals.every(({ at }) => isBlank(textOf(cellOf(form, at)))))
    missing.push({
      path: goals[0]?.at ?? 'goals.annual',
      message: `没有填写${goals.map(({ label }) => label).join('、')}。`,
    })
  return missing
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''
