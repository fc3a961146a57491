// 计量单位: which spellings mean the same, what a unit measures, and 元 ↔ 万元.
import { decimal, plain } from '../decimal.ts'
import { memo } from '../memo.ts'
import { fold, withoutSpace } from './characters.ts'
import { atomAt, bracketedPart, sideAt, unitEnd } from './unit-scan.ts'
import { type UnitDimension, unitWord } from './unit-words.ts'

export type { UnitDimension } from './unit-words.ts'

const SPELLINGS: Readonly<Record<string, string>> = {
  百分比: '%',
  百分率: '%',
  百分数: '%',
  百分点: '个百分点',
  万: '万元',
  亿: '亿元',
  千: '千元',
  人民币元: '元',
  工作日: '个工作日',
  工作天: '个工作日',
  个工作天: '个工作日',
  台套: '台（套）',
  '台/套': '台（套）',
  台件: '台（件）',
  '家(次)': '家次',
  '人(次)': '人次',
  '场(次)': '场次',
  s: '秒',
  秒钟: '秒',
  min: '分钟',
  h: '小时',
  个小时: '小时',
  d: '天',
  日: '天',
  自然日: '天',
  个自然日: '天',
  日历天: '天',
  月: '个月',
  季: '季度',
  个季度: '季度',
  个星期: '周',
  星期: '周',
  笔数: '笔',
  家数: '家',
  户数: '户',
  件数: '件',
  人数: '人',
  次数: '次',
  份数: '份',
  个数: '个',
  项数: '项',
  平米: '平方米',
  '㎡': '平方米',
  m2: '平方米',
  'm²': '平方米',
  m3: '立方米',
  'm³': '立方米',
  km: '公里',
  千米: '公里',
  kg: '公斤',
  千克: '公斤',
  t: '吨',
}

/** One spelling for the units that mean the same: 百分比 → %, 万 → 万元, s → 秒, 台套 → 台（套）. Others as written. */
export const canonicalUnit = memo((unit: string): string => {
  const written = withoutSpace(fold(unit)).replace(/^\((.+)\)$/, '$1')
  const known = SPELLINGS[written] ?? SPELLINGS[written.toLowerCase()]
  if (known !== undefined) return known
  const ratio = written.split(/[/每]/)
  if (ratio.length > 1 && ratio[0]) return ratio.map((side) => SPELLINGS[side] ?? side).join('/')
  return written.replaceAll('(', '（').replaceAll(')', '）')
})

/** What a unit measures; null for a word that is no known unit. 万人次 is a count, 万 and 万元 are money, 元/张 is a ratio. */
export const unitDimension = memo((unit: string): UnitDimension | null => {
  const written = withoutSpace(fold(unit)).replace(/^\((.+)\)$/, '$1')
  if (written === '') return null
  const end = sideAt(written, 0, false).end
  if (end === 0) return null
  if (end < written.length)
    return /[/每]/.test(written.charAt(end)) && unitEnd(written, 0) === written.length ? 'ratio' : null
  return unitWord(written)?.kind === 'scale' ? 'money' : lastKind(written)
})

function lastKind(unit: string): UnitDimension | null {
  const whole = unitWord(unit)
  if (whole && whole.kind !== 'scale') return whole.kind
  let at = 0
  let kind: UnitDimension | null = null
  while (at < unit.length) {
    const atom = atomAt(unit, at)
    if (atom === undefined) break
    const of = unitWord(atom)
    if (of && of.kind !== 'scale') kind = of.kind
    else if (of && kind === null && at + atom.length === unit.length) kind = 'money'
    at = bracketedPart(unit, at + atom.length)
  }
  return kind
}

const YUAN: Readonly<Record<string, string>> = {
  角: '0.1',
  元: '1',
  百元: '100',
  千元: '1000',
  万元: '10000',
  十万元: '100000',
  百万元: '1000000',
  千万元: '10000000',
  亿元: '100000000',
  十亿元: '1000000000',
  百亿元: '10000000000',
  千亿元: '100000000000',
  万亿元: '1000000000000',
}

/** An amount in 元, exact: toYuan("1157.3", "万元") = "11573000". null where value or unit is no amount of money. */
export function toYuan(value: string | null, unit: string | null): string | null {
  const amount = decimal(value)
  const factor = unit === null ? undefined : YUAN[canonicalUnit(unit)]
  return amount === null || factor === undefined ? null : plain(amount.times(factor))
}

/** An amount of 元 in another money unit, exact: fromYuan("11573000", "万元") = "1157.3". */
export function fromYuan(yuan: string | null, unit: string): string | null {
  const amount = decimal(yuan)
  const factor = YUAN[canonicalUnit(unit)]
  return amount === null || factor === undefined ? null : plain(amount.div(factor))
}
