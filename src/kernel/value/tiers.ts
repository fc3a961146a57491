// 定性指标完成情况的三档: the words of the 2012, 2015 and 2020 forms → achieved, partial, missed.
import type { Tier } from '../form/form.ts'
import { fold, withoutSpace } from './characters.ts'

const GOAL = '(?:(?:年度|年初|全年|预期|既定|预定|绩效|总体|设定|工作)*(?:指标|目标)(?:值)?)'
const REACHED = '(?:达成|达到|实现|完成)'
/** The phrase must end there: 达成率, 达成协议 are no tiers. */
const END = '(?=$|[,，。;:、.!()（]|[并且具较但])'
const LOW = '(?:完成|实现|达成)(?:年度|预期|绩效)*(?:指标|目标)(?:的)?程度较低'

/** No tier is told without 达, 实 or 完. */
const ANY_REACHED = /[达实完]/

/** 未达成 and 部分达成 contain 达成, so they are asked for first. */
const TIERS: readonly (readonly [RegExp, Tier])[] = [
  [new RegExp(`^(?:尚未|未|没有|未能|基本未)(?:${REACHED}${GOAL}|达成)${END}|^${LOW}`), 'missed'],
  [new RegExp(`^(?:部分|部份)(?:${REACHED}${GOAL}|达成)${END}`), 'partial'],
  [
    new RegExp(`^(?:(?:全部或基本|已经|已|全部|基本|全面|完全|圆满|如期|按期|按时)*)(?:${REACHED}${GOAL}|达成)${END}`),
    'achieved',
  ],
]

/** The tier that a 实际完成值 names; null where it names none. */
export function tierOf(text: string): Tier | null {
  if (!ANY_REACHED.test(text)) return null
  const words = withoutSpace(fold(text.length > 200 ? text.slice(0, 200) : text))
  for (const [rule, tier] of TIERS) if (rule.test(words)) return tier
  return null
}
