// The other forms of an office, looked up by what they have in common. Made once for the list all of them share.
import type { Form } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import { nameOf } from './align.ts'
import { sameContent, unitName } from './relate.ts'
import { type Row, rowsOf, wordsOf } from './rows.ts'

export type Other = { readonly form: Form; readonly row: Row }

type Index = {
  readonly byProject: ReadonlyMap<string, readonly Form[]>
  readonly byIndicator: ReadonlyMap<string, readonly Other[]>
  readonly bySet: ReadonlyMap<string, Form>
}

/** So many uses of one name are looked at: with more of them it is an indicator everybody uses. */
const MOST = 50

/** Unit and project as printed: the same project of another year is another. */
const projectKey = (form: Form): string => `${form.kind} ${unitName(form)} ${wordsOf(form.project?.name)}`

/** Names and descriptions of all rows; '' where there is none. */
export const indicatorSet = (form: Form): string =>
  rowsOf(form)
    .map(({ it, name }) => `${name}｜${wordsOf(it.description)}`)
    .join('；')

const indexOf = memoOf((siblings: readonly Form[]): Index => {
  const byProject = new Map<string, Form[]>()
  const byIndicator = new Map<string, Other[]>()
  const bySet = new Map<string, Form>()
  for (const form of siblings) {
    add(byProject, projectKey(form), form)
    const set = indicatorSet(form)
    if (!bySet.has(set)) bySet.set(set, form)
    for (const row of rowsOf(form)) add(byIndicator, nameOf(row.it), { form, row })
  }
  return { byProject, byIndicator, bySet }
})

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const found = map.get(key)
  if (found === undefined) map.set(key, [value])
  else if (found.length < MOST) found.push(value)
}

/**
 * Other forms of the same unit that print the same project; the same form read twice is none. Where no unit is printed,
 * several units of the department may have a project of that name.
 */
export const sameProject = (form: Form, siblings: readonly Form[]): readonly Form[] =>
  form.unit?.name == null
    ? []
    : (indexOf(siblings).byProject.get(projectKey(form)) ?? []).filter((other) => !sameContent(other, form))

/** Rows of other forms with the name of this row. */
export const sameIndicator = (form: Form, { it }: Row, siblings: readonly Form[]): readonly Other[] =>
  (indexOf(siblings).byIndicator.get(nameOf(it)) ?? []).filter((other) => !sameContent(other.form, form))

/** The first form of the office with the same indicators and descriptions, where it stands before this one. */
export function sameSet(form: Form, siblings: readonly Form[]): Form | null {
  const first = indexOf(siblings).bySet.get(indicatorSet(form))
  return first === undefined || sameContent(first, form) ? null : first
}
