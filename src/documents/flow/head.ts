// Title, year and the label–value pairs at the top of a form.
import type { Form } from '../../kernel/form/form.ts'
import { type Field, type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { memoOf } from '../../kernel/memo.ts'
import { regionOf } from '../region.ts'
import { labelKey } from '../text.ts'
import type { Atom } from './atoms.ts'
import { cite, doubt, type Notes, readText } from './field.ts'
import { type Labels, labelAt, type Placed } from './labels.ts'
import { labelsOf } from './regions.ts'

type Head = Pick<Form, 'title' | 'year' | 'region' | 'department' | 'unit' | 'project'>

const pairsOf = memoOf((layout: Layout) => {
  const fields = (sectionOf(layout, 'pairs')?.rows ?? []).flat()
  return { fields, labels: labelsOf(fields) }
})

type Pairs = { readonly values: ReadonlyMap<string, readonly Atom[]>; readonly begin: number }

/** Every label of the pairs with the atoms up to the next one as its value; `begin` = where the first label stands. */
function pairsIn(atoms: readonly Atom[], of: Labels<Field>): Pairs {
  const found: Placed<Field>[] = []
  for (let at = 0; at < atoms.length; ) {
    const label = labelAt(atoms, at, of)
    const isNew = label && !found.some((seen) => seen.value === label.value)
    if (isNew) found.push({ ...label, at })
    at += isNew ? label.count : 1
  }
  return {
    values: new Map(found.map(({ value, at, count }, i) => [value.at, atoms.slice(at + count, found[i + 1]?.at)])),
    begin: found[0]?.at ?? atoms.length,
  }
}

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

const organisation = (name: string | null): Form['unit'] => (name === null ? null : { code: null, name })

export function readHead(notes: Notes, atoms: readonly Atom[], layout: Layout): Head {
  const { fields, labels } = pairsOf(layout)
  const { values, begin } = pairsIn(atoms, labels)
  const read = new Map<string, string | null>()
  for (const field of fields) {
    const value = values.get(field.at)
    if (value === undefined) doubt(notes, field.at, `没有读到“${field.label}”。`)
    read.set(field.at, readText(notes, field.at, value ?? []))
  }
  const value = (path: string): string | null => read.get(path) ?? null
  const [department, unit] = [value('department.name'), value('unit.name')]
  return {
    title: readTitle(notes, atoms.slice(0, begin), layout),
    year: readYear(notes, atoms.slice(0, begin)),
    region: regionOf(department) ?? regionOf(unit),
    department: organisation(department),
    unit: organisation(unit),
    project: {
      code: value('project.code'),
      name: value('project.name'),
      nature: value('project.nature'),
      category: value('project.category'),
      start: value('project.start'),
      end: value('project.end'),
      purpose: value('project.purpose'),
    },
  }
}
