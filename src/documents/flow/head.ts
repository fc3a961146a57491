// Title, year and the label–value pairs at the top of a form.
import type { Form } from '../../kernel/form/form.ts'
import { type Field, type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { memoOf } from '../../kernel/memo.ts'
import { besideLabels, isAnyLabel, isSignature } from '../labels.ts'
import { asksForCode, codedOrganisation, spanOf } from '../organisation.ts'
import { regionOf } from '../region.ts'
import { labelKey } from '../text.ts'
import { headLabels, meaningIn } from '../unseen/words.ts'
import { type Atom, cellText } from './atoms.ts'
import { cite, doubt, type Notes, readText } from './field.ts'
import { type Labels, labelAt, type Placed } from './labels.ts'
import { labelsOf } from './regions.ts'

type Head = Pick<Form, 'title' | 'year' | 'region' | 'department' | 'unit' | 'project'>

/** Labels of something else end a value: 财政处室, 联系电话. */
type Labelled = Pick<Field, 'label' | 'aliases'> & { readonly at: string | null }

const pairsOf = memoOf((layout: Layout) => {
  const fields = (sectionOf(layout, 'pairs')?.rows ?? []).flat()
  const others = besideLabels(layout).filter(({ label }) => label.length > 2)
  return { fields, labels: labelsOf<Labelled>([...fields, ...others.map((of) => ({ ...of, at: null }))]) }
})

type Pairs = { readonly values: ReadonlyMap<string, Value>; readonly begin: number }
type Value = { readonly label: string; readonly atoms: readonly Atom[] }

/** Every label of the pairs with the atoms up to the next one as its value; `begin` = where the first label stands. */
function pairsIn(atoms: readonly Atom[], of: Labels<Labelled>): Pairs {
  const found: Placed<Labelled>[] = []
  for (let at = 0; at < atoms.length; ) {
    const label = labelAt(atoms, at, of)
    const isNew = label && !found.some((seen) => seen.value === label.value)
    if (isNew) found.push({ ...label, at })
    at += isNew ? label.count : 1
  }
  return {
    values: new Map(
      found.flatMap(({ value, spelling, at, count }, i): [string, Value][] =>
        value.at === null ? [] : [[value.at, { label: spelling, atoms: atoms.slice(at + count, found[i + 1]?.at) }]],
      ),
    ),
    begin: found[0]?.at ?? atoms.length,
  }
}

/** Where a label of something else follows a value: what stands behind it belongs to that label. */
function otherLabel(atoms: readonly Atom[], layout: Layout): number {
  const at = atoms.findIndex(({ text }, i) => i > 0 && isOther(labelKey(text), layout))
  return at < 0 ? atoms.length : at
}

const isOther = (key: string, layout: Layout): boolean =>
  isAnyLabel(key, layout) || isSignature(key) || meaningIn(headLabels, key) !== null

/** The first line that contains a title of the layout, and that title. */
function readTitle(notes: Notes, atoms: readonly Atom[], layout: Layout): string | null {
  const titles = [layout.title, ...layout.titleAliases].toSorted((a, b) => b.length - a.length)
  const lines = Map.groupBy(atoms, (atom) => atom.line)
  for (const [line, of] of lines) {
    const title = titles.find((spelling) => labelKey(line.text).includes(labelKey(spelling)))
    if (title === undefined) continue
    cite(notes, 'title', of)
    return title
  }
  return null
}

/** 2023年度, with or without brackets, before the first label. */
function readYear(notes: Notes, atoms: readonly Atom[]): number | null {
  for (const [line, of] of Map.groupBy(atoms, (atom) => atom.line)) {
    const year = /(?:19|20)\d{2}(?=年)/.exec(labelKey(line.text))?.[0]
    if (year === undefined) continue
    cite(notes, 'year', of)
    return Number(year)
  }
  return null
}

/** Split where the label asks for the code as well. */
function organisation(name: string | null, label: string): Form['unit'] {
  if (name === null) return null
  return (asksForCode(label) ? codedOrganisation(name) : null) ?? { code: null, name }
}

export function readHead(notes: Notes, atoms: readonly Atom[], layout: Layout): Head {
  const { fields, labels } = pairsOf(layout)
  const { values, begin } = pairsIn(atoms, labels)
  const read = new Map<string, string | null>()
  for (const field of fields) {
    const value = values.get(field.at)
    if (value === undefined) doubt(notes, field.at, `没有读到“${field.label}”。`)
    const printed = value?.atoms ?? []
    const end = otherLabel(printed, layout)
    const rest = printed.slice(end)
    if (rest.some(({ text }) => !isAnyLabel(labelKey(text), layout)))
      doubt(notes, field.at, `“${cellText(rest)}”在表样中没有对应的栏目，没有读入。`, rest[0])
    read.set(field.at, readText(notes, field.at, printed.slice(0, end)))
  }
  const value = (path: string): string | null => read.get(path) ?? null
  const labelOf = (path: string): string => values.get(path)?.label ?? ''
  const department = organisation(value('department.name'), labelOf('department.name'))
  const unit = organisation(value('unit.name'), labelOf('unit.name'))
  const start = value('project.start')
  const span = start !== null && labelOf('project.start').includes('起止') ? spanOf(start) : null
  return {
    title: readTitle(notes, atoms.slice(0, begin), layout),
    year: readYear(notes, atoms.slice(0, begin)),
    region: regionOf(department?.name) ?? regionOf(unit?.name),
    department,
    unit,
    project: {
      code: value('project.code'),
      name: value('project.name'),
      nature: value('project.nature'),
      category: value('project.category'),
      start: span?.start ?? start,
      end: span?.end ?? value('project.end'),
      purpose: value('project.purpose'),
    },
  }
}
