// The indicator rows of a form as the rules walk them: path, tidied name, and what kind of indicator it is.
import type { Comparator, Form, Indicator } from '../form/form.ts'
import { memo, memoOf } from '../memo.ts'
import { type AspectKind, aspectStems, notShares, placeholders } from './lexicon.ts'

export type Row = {
  readonly it: Indicator
  /** "indicators[3]" */
  readonly path: string
  /** Name without white space; '' where there is none. */
  readonly name: string
}

/** Without white space. */
export const tight = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '')

/** For comparing words: without white space, punctuation and brackets. */
export const wordsOf = (text: string | null | undefined): string =>
  (text ?? '').replace(/[\s,，.。;；:：、!！?？"“”'‘’()（）【】[\]《》<>*·-]+/g, '')

/** 数量指标（50分） → 数量. */
export const stem = (text: string | null): string => stemOf(text ?? '')

const stemOf = memo((text: string): string =>
  tight(text)
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/等$/, '')
    .replace(/指标$/, ''),
)

export const isPlaceholder = (text: string | null): boolean => placeholders.has(tight(text))

/** All rows except those that only say 不涉及 or 无. Forms are never changed in place; some sixty rules ask for them. */
export const rowsOf = memoOf((form: Form): readonly Row[] => walk(form))

function walk(form: Form): Row[] {
  return form.indicators
    .map((it, i) => ({ it, path: `indicators[${i}]`, name: tight(it.name) }))
    .filter(({ it }) => !isPlaceholder(it.name) && !isPlaceholder(it.target.text))
}

export const isAspect = ({ it }: Row, kind: AspectKind): boolean => {
  const words: readonly string[] = aspectStems[kind]
  return words.includes(stem(it.aspect))
}

export const isSatisfaction = ({ it }: Row): boolean =>
  stem(it.dimension).includes('满意度') || stem(it.aspect).includes('满意度')

/** A name without what stands in brackets behind it: 完成及时率（%） → 完成及时率. */
export const coreName = (name: string): string => name.replace(/[(（][^()（）]*[)）]$/, '')

/** Whether a name promises a share of a whole: …率, …比例, …占比. */
export const isRate = (name: string): boolean => {
  const core = coreName(name)
  return /(率|比例|占比|比重|百分比)$/.test(core) && !notShares.test(core)
}

const rising = /^(≥|≧|>|＞|>=|大于|不少于|不低于|不小于|至少|超过|高于|等于或大于)/
const falling = /^(≤|≦|<|＜|<=|小于|不超过|不高于|不多于|不大于|至多|低于|少于|等于或小于)/

/** The side of a number its own words allow; null where the words name none. */
export function wordedSide(text: string | null): 'up' | 'down' | 'equal' | null {
  const words = tight(text)
  if (/^(=|＝|﹦|═|等于(?!或))/.test(words)) return 'equal'
  if (rising.test(words) || /\d\D{0,8}(以上|及以上)$/.test(words)) return 'up'
  if (falling.test(words) || /\d\D{0,8}(以下|以内|之内|及以下)$/.test(words)) return 'down'
  return null
}

export const sideOf = (comparator: Comparator | null): 'up' | 'down' | 'equal' | null =>
  comparator === null ? null : comparator === '=' ? 'equal' : comparator.startsWith('>') ? 'up' : 'down'

/**
 * Whether every number of the form stands without sign and without unit: then both most likely have columns of their
 * own that were not read, and nothing can be said about a single cell.
 */
export function hasOnlyBareNumbers(rows: readonly Row[]): boolean {
  const numbers = rows.filter(({ it }) => it.target.kind === 'quantitative')
  const isBare = ({ it }: Row): boolean =>
    it.target.unit === null && it.target.comparator === null && !tight(it.measureUnit) && !tight(it.direction)
  return numbers.length > 1 && numbers.every(isBare)
}
