// A form under construction: what was read, where it stood, and what could not be read.
import { blankForm } from '../../kernel/form/blank.ts'
import type { Doubt, Form, Remarks, Source } from '../../kernel/form/form.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { type Cell, joinedSource } from '../grid.ts'
import { isNothing, numberText, printedText } from '../text.ts'

export type Draft = {
  readonly layout: Layout
  readonly form: Form
  readonly sources: Record<string, Source>
  readonly doubts: Doubt[]
}

export const newDraft = (layout: Layout): Draft => ({ layout, form: blankForm(layout.kind), sources: {}, doubts: [] })

export function finished(draft: Draft): Form {
  const form: Form = { ...draft.form, layout: draft.layout.id, sources: draft.sources }
  return draft.doubts.length > 0 ? { ...form, doubts: draft.doubts } : form
}

/** Remembers where a field stands. Empty cells are no place. */
export function noteSource(draft: Draft, path: string, cells: readonly Cell[]): void {
  const filled = cells.filter((cell) => cell.text.trim() !== '')
  if (filled.length > 0) draft.sources[path] = joinedSource(filled)
}

/** Text of one or several cells; null where nothing is printed. */
export function takeText(draft: Draft, path: string, cells: readonly Cell[]): string | null {
  noteSource(draft, path, cells)
  return printedText(cells.map((cell) => cell.text).join('\n'))
}

/** A number cell; null for blanks and dashes, null with a doubt for anything else that is no number. */
export function takeNumber(draft: Draft, path: string, cell: Cell | undefined): string | null {
  if (cell === undefined || isNothing(cell.text)) return null
  noteSource(draft, path, [cell])
  const value = numberText(cell.text.replace(/分\s*$/, ''))
  if (value === null) addDoubt(draft, path, `“${cell.text.trim()}”不是数字，未读入`, cell)
  return value
}

export function addDoubt(draft: Draft, path: string | null, message: string, cell?: Cell): void {
  const line = cell?.source.line
  draft.doubts.push(line === undefined ? { path, message } : { path, message, line })
}

/** What is printed beside the fields, at the row or the form it belongs to. An empty place is no remark. */
export function putRemark(to: { remarks?: Remarks | undefined }, label: string, text: string | null): void {
  if (text !== null) to.remarks = { ...to.remarks, [label]: text }
}

/** The cell of a row under a heading the contract has no field for ("remarks.评分细则"). */
export function takeRemark(
  draft: Draft,
  to: { remarks?: Remarks | undefined },
  row: string,
  at: string,
  cell: Cell | undefined,
): void {
  const [, label] = /^remarks\.(.+)$/.exec(at) ?? []
  if (label === undefined || cell === undefined || isNothing(cell.text)) return
  putRemark(to, label, takeText(draft, `${row}.${at}`, [cell]))
}

const blankProject: NonNullable<Form['project']> = {
  code: null,
  name: null,
  nature: null,
  category: null,
  start: null,
  end: null,
  purpose: null,
}

/** Puts a text at a field of the head ("project.name", "department.name", "goals.overall", "remarks.项目类型"). */
export function putHead(form: Form, path: string, text: string | null): void {
  const [group, key] = path.split('.')
  if (path === 'grade') form.grade = text
  if (key === undefined) return
  if (group === 'remarks') putRemark(form, key, text)
  if (group === 'totals')
    form.totals = { ...form.totals, [key]: text === null ? null : numberText(text.replace(/分\s*$/, '')) }
  if (group === 'goals') form.goals = { ...form.goals, [key]: text }
  if (group === 'project') form.project = { ...(form.project ?? blankProject), [key]: text }
  // An organisation of which nothing is printed is none.
  if ((group === 'department' || group === 'unit') && (text !== null || form[group] !== null))
    form[group] = { ...(form[group] ?? { code: null, name: null }), [key]: text }
}
