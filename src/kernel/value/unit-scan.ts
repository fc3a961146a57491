// Where a unit ends in running text: 万人次/年, 个工作日每周, 台（套）, 元/天/人.
import { isDigit, isLatin, withoutSpace } from './characters.ts'
import { suffixAt } from './comparators.ts'
import { isNoUnitAt, unitWord, unitWordAt } from './unit-words.ts'

/** Latin unit letters are units only as a whole run: 60s, 5km, but not 5G. */
function latinAtomAt(text: string, at: number): string | undefined {
  let end = at
  while (end < text.length && isLatin(text.charCodeAt(end))) end++
  if (text.startsWith('²', end) || text.startsWith('³', end)) end++
  else if ((text.startsWith('2', end) || text.startsWith('3', end)) && !isDigit(text.charCodeAt(end + 1))) {
    const squared = text.slice(at, end + 1)
    if (unitWord(squared)) return squared
  }
  const run = text.slice(at, end)
  return unitWord(run) ? run : undefined
}

export const atomAt = (text: string, at: number): string | undefined =>
  isLatin(text.charCodeAt(at)) ? latinAtomAt(text, at) : unitWordAt(text, at)

const BOUNDARY = /[\s,，、;。.!:()\][】【"”'》~\-+]/
/** Where words of a unit may end: before punctuation, 以上 and the like. */
const isBoundary = (text: string, at: number): boolean =>
  at >= text.length ||
  BOUNDARY.test(text.charAt(at)) ||
  text.startsWith('左右', at) ||
  text.startsWith('上下', at) ||
  suffixAt(text, at) !== undefined

/** 台(套), 家(次), 县(市、区): a bracket that belongs to the unit; returns its end, or `at`. */
export function bracketedPart(text: string, at: number): number {
  if (text.charAt(at) !== '(') return at
  const close = at + text.slice(at, at + 9).indexOf(')')
  if (close <= at + 1) return at
  const parts = text.slice(at + 1, close).split(/[、/,]/)
  return parts.every((part) => unitWord(part)?.kind === 'count') ? close + 1 : at
}

const mayJoin = (text: string, start: number, at: number, end: number): boolean =>
  (isBoundary(text, end) || text.charAt(end) === '/') &&
  (text.charAt(at - 1) === '个' || unitWord(text.slice(start, at))?.kind === 'scale')

/** One side of a ratio: scale, then words of units as long as they go on (万 + 人次, 个 + 工作日, 台(套)). */
export function sideAt(text: string, at: number, denominator: boolean): { end: number; strong: boolean } {
  let end = at
  let strong = false
  for (let count = 0; count < 5; count++) {
    if (isNoUnitAt(text, end)) break
    const atom = atomAt(text, end)
    if (atom === undefined) break
    const of = unitWord(atom)
    // Two classifiers in a row are one unit (家次); a noun only after 个 or a scale, and at the end (个网点, 万用户).
    if (count > 0 && !of?.strong && !mayJoin(text, at, end, end + atom.length)) break
    end += atom.length
    strong = of?.strong ?? false
    end = bracketedPart(text, end)
    if (of?.kind === 'percent' || (denominator && isBoundary(text, end))) break
  }
  return { end, strong }
}

/** 元/(人·天): a denominator in brackets, or one side. */
function denominatorAt(text: string, at: number): { end: number; strong: boolean } {
  if (text.charAt(at) !== '(') return sideAt(text, at, true)
  const close = at + text.slice(at, at + 9).indexOf(')')
  const isUnit = close > at + 1 && unitEnd(text.slice(at + 1, close), 0) === close - at - 1
  return { end: isUnit ? close + 1 : at, strong: true }
}

/** Between the sides of a ratio unit. */
const JOIN = /[/每·]/

/**
 * The end of the unit that starts at `at` in a folded text; `at` itself where none does.
 * Ratio units keep their denominator: 元/天/人, 万人次/年, 个工作日每周, 万/年.
 */
export function unitEnd(text: string, at: number): number {
  const first = text.charAt(at) === '/' ? { end: at, strong: true } : sideAt(text, at, false)
  let { end, strong } = first
  if (end === at && text.charAt(at) !== '/') return at
  while (JOIN.test(text.charAt(end)) && !isDigit(text.charCodeAt(end + 1))) {
    const next = denominatorAt(text, end + 1)
    if (next.end === end + 1) break
    end = next.end
    strong = next.strong || isBoundary(text, end)
  }
  return end > at && (strong || isBoundary(text, end)) ? end : at
}

const REMARKS = /^(?:含|其中|已|未|按|约|参|见|详|包|不|全|完|达|合|以|为|或|即|共|累|年|实|及|良|优|满|正|注|较|比|同)/
/** The end of a bracket that stands after a bare number and holds its unit; `at` where it holds a remark. */
export function unitInBrackets(text: string, at: number): number {
  const limit = Math.min(text.length, at + 24)
  let depth = 0
  let close = -1
  for (let i = at; i < limit; i++) {
    if (text.charAt(i) === '(') depth++
    if (text.charAt(i) === ')' && --depth === 0) {
      close = i
      break
    }
  }
  if (close < 0) return at
  const inside = withoutSpace(text.slice(at + 1, close))
  if (inside === '') return at
  if (unitEnd(inside, 0) === inside.length) return close + 1
  const plausible = inside.length <= 10 && !/[\d,，。;:<>=≤≥"“”]/.test(inside) && !REMARKS.test(inside)
  return plausible ? close + 1 : at
}

const NO_UNITS =
  /^(?:[前后内外上中下起止底末时]|左右|上下|完成|合格|达标|正常|有效|及时|良好|满意|优良|优秀|提升|提高|增长|增加|下降|降低|减少|不变|持平|通过|按时|准时|全部|以[上下内外]|之[内外前后]|[余多来几约至]|[^一-鿿])/
/** An unknown word of one or two characters that ends the text is taken as the unit of the number before it: 5枚, 20道菜 not. */
export function unitFallback(text: string, at: number): number {
  const left = text.length - at
  if (left < 1 || left > 2 || NO_UNITS.test(text.slice(at)) || isNoUnitAt(text, at)) return at
  return /^[一-鿿]+$/.test(text.slice(at)) ? text.length : at
}
