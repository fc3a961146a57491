// The words every form of this family uses: levels of indicators, tiers, numbers with units.
import { tierOf } from '../../kernel/value/tiers.ts'
import { isNothing, numberText } from '../text.ts'
import { labels } from './labels.ts'

/** 一级指标 of all generations of the official forms. */
export const dimensions = labels(
  [
    '产出指标',
    '效益指标',
    '满意度指标',
    '成本指标',
    '效果指标',
    '影响力指标',
    '投入指标',
    '过程指标',
    '决策指标',
    '管理指标',
    '投入和管理指标',
    '产出目标',
    '效果目标',
    '影响力目标',
    '投入和管理目标',
    '投入与管理目标',
  ].map((name) => [name, name] as const),
)

/** 二级指标, written in full. */
export const aspects = labels(
  [
    '数量指标',
    '质量指标',
    '时效指标',
    '成本指标',
    '经济成本指标',
    '社会成本指标',
    '生态环境成本指标',
    '生态成本指标',
    '环境成本指标',
    '经济效益指标',
    '社会效益指标',
    '生态效益指标',
    '生态环境效益指标',
    '环境效益指标',
    '可持续影响指标',
    '可持续发展指标',
    '可持续性影响指标',
    '可持续影响力指标',
    '社会公众满意度指标',
    '服务对象满意度指标',
    '服务对象满意指标',
    '受益对象满意度指标',
    '公众满意度指标',
    '满意度指标',
    '其他指标',
  ].map((name) => [name, name] as const),
)

/** 二级指标 without 指标: also common as names, so they count only where nothing else can stand. */
export const shortAspects = labels(
  [
    '数量',
    '质量',
    '时效',
    '成本',
    '经济效益',
    '社会效益',
    '生态效益',
    '环境效益',
    '可持续影响',
    '可持续发展',
    '服务对象满意度',
    '社会公众满意度',
    '受益对象满意度',
    '经济成本',
    '社会成本',
    '生态环境成本',
    '满意度',
  ].map((name) => [name, name] as const),
)

/** 成本指标 that make 成本指标 before them a first level. */
export const costAspects: ReadonlySet<string> = new Set([
  '经济成本指标',
  '社会成本指标',
  '生态环境成本指标',
  '生态成本指标',
  '环境成本指标',
  '成本指标',
])

/** Titles of the indicator block, printed beside it from top to bottom. */
export const blockTitles = labels(
  ['绩效指标', '年度绩效指标', '绩效指标完成情况', '年度绩效指标完成情况'].map((title) => [title, true] as const),
)

/** 达成指标, 部分达成指标并具有一定效果, 未达成指标且效果较差 and their relatives, with nothing beside them. */
export const isTier = (text: string): boolean => text.length <= 24 && tierOf(text) !== null

const comparator =
  '[≥≤＞＜><=＝≧≦≮≯﹥﹤]=?|不少于|不低于|不高于|不超过|不多于|不大于|不小于|不晚于|大于等于|小于等于|大于|小于|等于|至少|至多|超过|低于|高于'
const startsWithComparator = new RegExp(`^(?:${comparator})`)
const startsWithSign = /^[≥≤＞＜><=＝≧≦≮≯﹥﹤]/
const quantity = new RegExp(
  `^(${comparator})?\\s*([-+]?\\d[\\d,]*(?:\\.\\d+)?)\\s*([(（][^()（）]{1,20}[)）]|[%％‰]|[^\\d\\s()（），。；;、,≥≤<>=]{1,10})?$`,
)

/** A number with at most a comparator before and a unit behind it. */
export type Quantity = { readonly comparator: boolean; readonly value: string; readonly unit: string }

export function quantityOf(text: string): Quantity | undefined {
  if (text.length > 60) return undefined
  const match = quantity.exec(text)
  if (!match) return undefined
  const unit = (match[3] ?? '').replace(/[()（）]/g, '').replace('％', '%')
  return { comparator: match[1] !== undefined, value: (match[2] ?? '').replaceAll(',', ''), unit }
}

/** ≥, ≤, = … : no name of an indicator begins so. */
export const beginsWithSign = (text: string): boolean => startsWithSign.test(text)
export const beginsWithComparator = (text: string): boolean => startsWithComparator.test(text)

/** A plain number as weights, scores and amounts are printed. */
export const isNumber = (text: string): boolean => text.length < 24 && numberText(text) !== null && !/[%％]/.test(text)
/** The mark that stands in a cell which has no value. */
export const isDash = (text: string): boolean => text.length <= 3 && isNothing(text)
