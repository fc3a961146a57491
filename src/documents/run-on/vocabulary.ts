// What forms of all layouts print themselves: the words that tell where a row begins in text without rows.
import { layouts } from '../../kernel/layout/index.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import { memo } from '../../kernel/memo.ts'
import { besideLabels, keysOf, SIGNED, withoutWithin } from '../labels.ts'
import { labelKey, withoutBrackets } from '../text.ts'
import {
  comingGoals,
  fundColumns,
  headLabels,
  indicatorColumns,
  isGrade,
  isOtherLabel,
  isSum,
  meaningIn,
  pastGoals,
} from '../unseen/words.ts'

/** `block`: a label beside a whole part, 项目资金（万元）. `beside`: of something no form has a field for. */
export type LabelKind =
  | 'beside'
  | 'pair'
  | 'fund-row'
  | 'fund-column'
  | 'goal'
  | 'column'
  | 'ending'
  | 'block'
  | 'other'

type Labelled = { readonly label: string; readonly aliases?: readonly string[] }

const kindsByKey = new Map<string, Set<LabelKind>>()
const parts = new Map<string, readonly (readonly string[])[]>()
const columnsByKey = new Map<string, string>()
const moneyByKey = new Map<string, string>()

function learn(kind: LabelKind, labels: readonly Labelled[]): void {
  for (const key of labels.flatMap(keysOf)) kindsByKey.set(key, (kindsByKey.get(key) ?? new Set()).add(kind))
}

for (const layout of layouts)
  for (const section of layout.sections) {
    if (section.kind === 'pairs') learn('pair', section.rows.flat())
    if (section.kind === 'funds') {
      learn('fund-row', section.rows)
      learn('fund-column', section.columns)
      for (const column of section.columns)
        for (const key of keysOf(column)) if (!moneyByKey.has(key)) moneyByKey.set(key, column.at)
      learn('block', [{ label: section.label.replace(/\s*[（(]\{unit\}[）)]/, '') }])
    }
    if (section.kind === 'goals') {
      learn('goal', section.fields)
      learn('block', [{ label: section.label }])
    }
    if (section.kind === 'indicators') {
      learn('column', section.columns)
      for (const [under, columns] of Map.groupBy(section.columns, (column) => column.under ?? ''))
        if (under !== '') parts.set(labelKey(under), columns.map(keysOf))
      for (const column of section.columns)
        for (const key of keysOf(column)) if (!columnsByKey.has(key)) columnsByKey.set(key, column.at)
      if (section.label !== null) learn('block', [{ label: section.label }])
    }
    if (section.kind === 'totals' || section.kind === 'grade') learn('ending', [section])
  }
for (const layout of layouts) learn('other', besideLabels(layout))
learn(
  'other',
  [...SIGNED].map((label) => ({ label })),
)
learn('block', [{ label: '绩效指标' }, { label: '年度绩效指标' }])
learn('ending', [{ label: '总得分' }])

const LONGEST = 40

/** What a key may be the label of; empty where it is none. */
export function labelKinds(key: string): ReadonlySet<LabelKind> {
  if (key === '' || key.length > LONGEST) return NONE
  const plain = withoutWithin(withoutBrackets(key))
  return kindsByKey.get(key) ?? kindsByKey.get(plain) ?? unseenKinds(key)
}
const NONE: ReadonlySet<LabelKind> = new Set()

/** What a label of a form nobody described may be of. */
const unseenKinds = memo((key: string): ReadonlySet<LabelKind> => {
  if (key.length > LONGEST_HEADING || /^请|[，。；、]/.test(key)) return NONE
  const kinds = new Set<LabelKind>()
  const head = meaningIn(headLabels, key)
  if (head !== null) kinds.add(head.at.startsWith('totals') || head.at === 'grade' ? 'ending' : 'pair')
  for (const goals of [pastGoals, comingGoals]) if ((meaningIn(goals, key)?.certainty ?? 0) >= 0.9) kinds.add('goal')
  if (isSum(key) || isGrade(key)) kinds.add('ending')
  if ((meaningIn(fundColumns, key)?.at ?? 'other') !== 'other') kinds.add('fund-column')
  if (kinds.size === 0 && isOtherLabel(key)) kinds.add('beside')
  return kinds.size === 0 ? NONE : kinds
})

/** The field of the indicator column a heading names; what the form has no field for is a remark. */
export const columnAt = (key: string): string | undefined =>
  columnsByKey.get(key) ?? columnsByKey.get(withoutBrackets(key)) ?? unseenColumn(key)

/** The headings of forms nobody described; what is printed above several columns heads none. */
function unseenColumn(key: string): string | undefined {
  if (key.length > LONGEST_HEADING || /[，。；、]/.test(withoutBrackets(key))) return undefined
  const meaning = meaningIn(indicatorColumns, key)
  if (meaning === null) return undefined
  if (meaning.at === 'other') return key.length <= 10 ? 'remarks.其他' : undefined
  return meaning.at === 'content' ? 'name' : meaning.at
}
const LONGEST_HEADING = 24

/** What is printed below a heading that stands over several columns, each with its spellings. */
export const partsOf = (key: string): readonly (readonly string[])[] =>
  parts.get(key) ?? parts.get(withoutBrackets(key)) ?? []

/** The field of the money column a heading names. */
export const moneyColumn = (key: string): string => {
  const at = moneyByKey.get(key) ?? moneyByKey.get(withoutBrackets(key)) ?? meaningIn(fundColumns, key)?.at ?? 'other'
  return at === 'other' ? 'remarks.其他' : at
}

/** Labels of the first row of any form, the one a form begins with. */
export const firstLabels: ReadonlySet<string> = new Set(
  layouts.flatMap((layout) => {
    const first = sectionOf(layout, 'pairs')?.rows[0]?.[0]
    return first === undefined ? [] : keysOf(first)
  }),
)

/** Every label with its kinds, the longest first. */
export const labelsByLength: readonly string[] = [...kindsByKey.keys()].sort((a, b) => b.length - a.length)

const POINTS = '(?:\\(\\d+分?\\))?'
const DIMENSION = new RegExp(
  `^(?:产出|效益|效果|成本|满意度|投入|过程|决策|管理|影响力|履职效能|管理效率)(?:指标|目标)?${POINTS}$`,
)
const ASPECT = new RegExp(
  `^(?:数量|质量|时效|成本|(?:经济|社会|生态|环境|生态环境)(?:效益|成本)|可持续(?:性|发展)?影响力?|` +
    `[\\u4e00-\\u9fff]{0,6}满意度?)(?:指标)?等?${POINTS}$|^[^\\d，。；、]{2,12}指标等?${POINTS}$`,
)

/** 一级指标 and 二级指标, with the points of the group behind them. */
export const isDimension = (key: string): boolean => DIMENSION.test(key)
export const isAspect = (key: string): boolean => ASPECT.test(key)
