// What a layout prints itself: its labels and headings, as the keys readers look for.
import { type Layout, type Section, spellings } from '../kernel/layout/layout.ts'
import { labelKey, withoutBrackets } from './text.ts'

type Labelled = { readonly label: string; readonly aliases?: readonly string[] }

/** 其中：财政拨款 and 财政拨款 are the same row. */
export const withoutWithin = (key: string): string => key.replace(/^其中:?/, '')

/** True where a printed key is one of the spellings, with or without its brackets. */
export function isLabel(key: string, of: Labelled): boolean {
  if (key === '' || key.length > 40) return false
  const plain = withoutBrackets(key)
  return spellings(of).some((spelling) => {
    const wanted = labelKey(spelling)
    return wanted !== '' && (key === wanted || (plain !== '' && plain === withoutBrackets(wanted)))
  })
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

const known = new WeakMap<Layout, ReadonlySet<string>>()

/** Every key the layout prints itself, so that no label is ever taken for a value. */
export function labelsOf(layout: Layout): ReadonlySet<string> {
  const found = known.get(layout)
  if (found !== undefined) return found
  const keys = new Set<string>()
  for (const of of layout.sections.flatMap(labelsOfSection))
    for (const spelling of spellings(of)) {
      const key = labelKey(spelling)
      for (const k of [key, withoutBrackets(key)]) if (k !== '') keys.add(k)
    }
  known.set(layout, keys)
  return keys
}

/** True where a printed key is any label of the layout. */
export const isAnyLabel = (key: string, layout: Layout): boolean => {
  if (key === '' || key.length > 40) return false
  const labels = labelsOf(layout)
  const plain = withoutBrackets(key)
  return labels.has(key) || (plain !== '' && labels.has(plain)) || labels.has(withoutWithin(plain))
}

/** First label of the form: 项目名称, 部门名称及编码. A form begins shortly before it. */
export const firstLabel = (layout: Layout): Labelled | undefined =>
  layout.sections.find((s) => s.kind === 'pairs')?.rows[0]?.[0]
