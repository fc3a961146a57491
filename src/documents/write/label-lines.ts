// Where labels break that are longer than their cell: between words and before brackets, never one sign alone.
import { displayWidth } from '../wrapped.ts'

/** Words of these forms no line should end within. */
const WORDS =
  '指标|目标|情况|完成|分析|原因|改进|措施|执行|预算|代码|编码|名称|意见|结果|应用|方案|影响|性质|单位|资金|部门|内容|过程|概述|说明|事项|可能性|满意度|依据|要求|来源|方式|规则'
const word = new RegExp(WORDS, 'g')

/** What is worse the higher: torn words, lines of unlike length, breaks in odd places. */
const COST = { withinWord: 60, withinBrackets: 25, beforeBracket: -8, beforeAnd: -6, afterComma: -6, wordBegins: -5 }

/** Signs no line begins with, or ends with. */
const CLOSING = /[）)》”，。、；：:;,!？?％%]/
const OPENING = /[（(《“]/
const LATIN = /[A-Za-z0-9.×*/]/

/** The label in lines of at most `room` half squares; one line where none of the breaks there are would do. */
export function labelLines(label: string, room: number): string {
  if (label.includes('\n') || displayWidth(label) <= room) return label
  const signs = [...label]
  const costs = breakCosts(signs)
  // best[i]: the cheapest way to set the signs before i, ending a line there.
  const best: ({ readonly cost: number; readonly from: number } | null)[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= signs.length; to++) {
    best[to] = null
    for (let from = to - 1; from >= 0; from--) {
      const width = displayWidth(signs.slice(from, to).join(''))
      if (width > room) break
      const before = best[from]
      const at = to === signs.length ? 0 : costs[to]
      if (before === null || before === undefined || at === undefined || at === null) continue
      const cost = before.cost + at + raggedness(width, room)
      if (best[to] === null || cost < (best[to]?.cost ?? 0)) best[to] = { cost, from }
    }
  }
  return cutAt(signs, best) ?? label
}

/** Unfilled lines cost by the square: lines of like length are the cheapest. */
const raggedness = (width: number, room: number): number => 12 + ((room - width) * (room - width)) / 4

/** What a line break before each sign costs; null where none may be. */
function breakCosts(signs: readonly string[]): readonly (number | null)[] {
  const inside = insideWords(signs.join(''))
  const begins = new Set([...signs.join('').matchAll(word)].map(({ index }) => index))
  let depth = 0
  return signs.map((sign, i) => {
    const last = signs[i - 1] ?? ''
    if (OPENING.test(last)) depth++
    const within = depth > 0
    if (CLOSING.test(sign) && /[）)》”]/.test(sign)) depth--
    if (i === 0 || CLOSING.test(sign) || OPENING.test(last) || (LATIN.test(sign) && LATIN.test(last))) return null
    let cost = inside.has(i) ? COST.withinWord : 0
    if (within) cost += COST.withinBrackets
    if (OPENING.test(sign)) cost += COST.beforeBracket
    if (/[及和与或]/.test(sign)) cost += COST.beforeAnd
    if (/[、，：:；]/.test(last)) cost += COST.afterComma
    if (begins.has(i)) cost += COST.wordBegins
    return cost
  })
}

/** Places in the middle of a word. */
function insideWords(text: string): ReadonlySet<number> {
  const places = new Set<number>()
  for (const { 0: found, index } of text.matchAll(word)) for (let i = 1; i < found.length; i++) places.add(index + i)
  return places
}

function cutAt(signs: readonly string[], best: readonly ({ readonly from: number } | null)[]): string | null {
  const lines: string[] = []
  for (let to = signs.length; to > 0; ) {
    const line = best[to]
    if (line === null || line === undefined) return null
    lines.unshift(signs.slice(line.from, to).join(''))
    to = line.from
  }
  return lines.join('\n')
}
