// The head of a form as its layout prints it: the labels that must be filled in.

import type { Form } from '../form/form.ts'
import { at } from '../form/path.ts'
import { layouts } from '../layout/index.ts'
import type { Layout } from '../layout/layout.ts'

export type HeadField = { readonly label: string; readonly path: string; readonly value: string | null }

/** The layout the form was read with; undefined where it names none we know. */
export const layoutOf = (form: Form): Layout | undefined => layouts.find(({ id }) => id === form.layout)

/** Label–value pairs of the head. Without a layout only what every form of its kind names. */
export function headFields(form: Form): HeadField[] {
  const of = layoutOf(form)
  const printed = of
    ? of.sections.flatMap((section) => (section.kind === 'pairs' ? section.rows.flat() : []))
    : basicFields(form)
  return printed.map(({ label, at: path }) => ({ label, path, value: text(at(form, path)) }))
}

function basicFields(form: Form): { label: string; at: string }[] {
  if (form.kind.startsWith('department')) return [{ label: '部门名称', at: 'department.name' }]
  const office = form.unit?.name ? 'unit.name' : 'department.name'
  return [
    { label: '项目名称', at: 'project.name' },
    { label: '主管部门或实施单位', at: office },
  ]
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)
