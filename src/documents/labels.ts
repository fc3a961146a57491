// What a layout prints itself: its labels and headings, as the keys readers look for.
import { type Layout, type Section, spellings } from '../kernel/layout/layout.ts'
import { labelKey, withoutBrackets } from './text.ts'

type Labelled = { readonly label: string; readonly aliases?: readonly string[] }

/** 其中：财政拨款 and 财政拨款 are the same row. */
export const withoutWithin = (key: string): string => (key.startsWith('其中') ? key.replace(/^其中:?/, '') : key)

const keys = new WeakMap<Labelled, readonly string[]>()

/** The keys of all spellings of a label, with and without brackets. */
export function keysOf(of: Labelled): readonly string[] {
  const known = keys.get(of)
  if (known !== undefined) return known
  const spelled = spellings(of).map(labelKey)
  const all = [...new Set([...spelled, ...spelled.map(withoutBrackets)])].filter((key) => key !== '')
  keys.set(of, all)
  return all
}

/** No label is longer; longer texts are not compared. */
const LONGEST = 40

/** True where a printed key is one of the spellings, with or without its brackets. */
export function isLabel(key: string, of: Labelled): boolean {
  if (key === '' || key.length > LONGEST) return false
  const spelled = keysOf(of)
  return spelled.includes(key) || (key.includes('(') && spelled.includes(withoutBrackets(key)))
}

function labelsOfSection(section: Section): readonly Labelled[] {
  switch (section.kind) {
    case 'pairs':
      return section.rows.flat()
    case 'funds':
      return [
        ...section.columns,
        ...section.rows,
        { label: section.label },
        ...(section.purpose ? [section.purpose] : []),
      ]
    case 'goals':
      return [...section.fields, { label: section.label }]
    case 'tasks':
      return [...section.columns, { label: section.label }]
    case 'indicators':
      return section.label === null ? section.columns : [...section.columns, { label: section.label }]
    case 'totals':
    case 'grade':
      return [section]
  }
}

/** How many fields and parts the layout labels, however many spellings each has. */
export const labelCount = (layout: Layout): number => layout.sections.flatMap(labelsOfSection).length

const labels = new WeakMap<Layout, ReadonlySet<string>>()

/** Every key the layout prints itself, so that no label is ever taken for a value. */
export function labelsOf(layout: Layout): ReadonlySet<string> {
  const known = labels.get(layout)
  if (known !== undefined) return known
  const others = (layout.otherLabels ?? []).map((label) => ({ label }))
  const all = new Set([...layout.sections.flatMap(labelsOfSection), ...others].flatMap(keysOf))
  labels.set(layout, all)
  return all
}

/** The spellings a printed key may have as a label: as it is, without brackets, without 其中. None for what can be no label. */
export function labelSpellings(key: string): readonly string[] {
  if (key === '' || key.length > LONGEST) return []
  const plain = withoutBrackets(key)
  const bare = withoutWithin(plain)
  if (plain === '' || bare === key) return [key]
  return plain === key || bare === plain ? [key, bare] : [key, plain, bare]
}

/** True where a printed key is any label of the layout. */
export function isAnyLabel(key: string, layout: Layout): boolean {
  const all = labelsOf(layout)
  return labelSpellings(key).some((spelling) => all.has(spelling))
}

/** First label of the form: 项目名称, 部门名称及编码. A form begins shortly before it. */
export const firstLabel = (layout: Layout): Labelled | undefined =>
  layout.sections.find((s) => s.kind === 'pairs')?.rows[0]?.[0]
