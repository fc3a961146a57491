// What a layout prints itself: its labels and headings, as the keys readers look for.
import { layouts } from '../kernel/layout/index.ts'
import { closingFields, type Layout, type Section, spellings } from '../kernel/layout/layout.ts'
import { memoOf } from '../kernel/memo.ts'
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
      return [...section.columns, { label: section.label }, ...(section.total ? [section.total] : [])]
    case 'indicators':
      return section.label === null ? section.columns : [...section.columns, { label: section.label }]
    case 'statements':
      return [section.label, ...section.columns, ...section.rows].map((label) => ({ label }))
    case 'totals':
    case 'grade':
      return [section]
  }
}

/** How many fields and parts the layout labels, however many spellings each has. */
export const labelCount = memoOf((layout: Layout): number => layout.sections.flatMap(labelsOfSection).length)

/** What a layout prints beside its fields, and those it has only a remark for. */
export const besideLabels = (layout: Layout): readonly Labelled[] => [
  ...(layout.otherLabels ?? []).map((label) => ({ label })),
  ...remarkFields(layout),
]

const remarkFields = (layout: Layout): readonly Labelled[] => [
  ...closingFields(layout),
  ...layout.sections.flatMap((section) => {
    if (section.kind === 'pairs') return section.rows.flat().filter(({ at }) => at.startsWith('remarks.'))
    if (section.kind !== 'statements') return []
    return section.rows.flatMap((row) => section.columns.map((column) => ({ label: `${row}${column}` })))
  }),
]

const beside = memoOf((layout: Layout) => new Set(besideLabels(layout).flatMap(keysOf)))

/** True where a printed key names something beside the tables: 说明, 评价结论, 填报人. */
export const isBeside = (key: string, layout: Layout): boolean =>
  labelSpellings(key).some((spelling) => beside(layout).has(spelling) || SIGNED.has(spelling))

/** Who signed, and when: forms of any place print it below the table. */
export const SIGNED: ReadonlySet<string> = new Set([
  '填报人',
  '填表人',
  '填报人员',
  '制表人',
  '经办人',
  '联系人',
  '联系电话',
  '填报日期',
  '填表日期',
  '填报时间',
  '审核人',
  '复核人',
  '单位负责人',
  '部门负责人',
  '项目负责人',
  '财务负责人',
  '分管领导',
  '主要领导签字',
  '评价结论',
  '自评结论',
  '存在问题',
  '改进措施',
  '下一步改进措施',
  '其他需要说明的问题',
  '其他需要说明的事项',
])

/** True for the label of a signature, of any form. */
export const isSignature = (key: string): boolean => SIGNED.has(key)

const ofAnyForm = (): ReadonlySet<string> => new Set(layouts.flatMap((layout) => remarkFields(layout).flatMap(keysOf)))
let known: ReadonlySet<string> | null = null

/** What some form prints beside its tables; a form converted into another layout keeps it under its label. */
export function isBesideElsewhere(key: string, layout: Layout): boolean {
  known ??= ofAnyForm()
  return known.has(key) && !isAnyLabel(key, layout)
}

const labels = new WeakMap<Layout, ReadonlySet<string>>()

/** Every key the layout prints itself, so that no label is ever taken for a value. */
export function labelsOf(layout: Layout): ReadonlySet<string> {
  const known = labels.get(layout)
  if (known !== undefined) return known
  const all = new Set([...layout.sections.flatMap(labelsOfSection), ...besideLabels(layout)].flatMap(keysOf))
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
