// Ruling lines as they are meant: pieces joined, doubled lines made one, open ends closed.
import type { Rule } from './drawing.ts'

/** Points within which two lines are the same line. */
export const TOLERANCE = 2

/** Groups of values that lie within the tolerance of their neighbour, as their means, in ascending order. */
export function snapped(values: readonly number[]): readonly number[] {
  const means: number[] = []
  let group: number[] = []
  const close = (): void => {
    if (group.length > 0) means.push(group.reduce((sum, value) => sum + value, 0) / group.length)
    group = []
  }
  for (const value of values.toSorted((a, b) => a - b)) {
    if (group.length > 0 && value - (group.at(-1) ?? value) > TOLERANCE) close()
    group.push(value)
  }
  close()
  return means
}

/** The place of the nearest of ascending values; -1 where there are none. */
export function nearest(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1]
  while (low < high) {
    const mid = (low + high) >> 1
    if ((ascending[mid] ?? 0) < value) low = mid + 1
    else high = mid
  }
  const before = ascending[low - 1]
  return before !== undefined && value - before < (ascending[low] ?? Infinity) - value ? low - 1 : low
}

/** Lines drawn cell by cell or dash by dash become one; lines next to each other as well. */
export function joined(rules: readonly Rule[]): readonly Rule[] {
  const places = snapped(rules.map((rule) => rule.at))
  const byPlace = Map.groupBy(rules, (rule) => nearest(places, rule.at))
  return [...byPlace].flatMap(([place, pieces]) => {
    const lines: { at: number; from: number; to: number }[] = []
    for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
      const last = lines.at(-1)
      if (last !== undefined && from <= last.to + TOLERANCE + 1) last.to = Math.max(last.to, to)
      else lines.push({ at: places[place] ?? 0, from, to })
    }
    return lines
  })
}

/**
 * Lines missing at the ends of others: a table cut by the page, or without lines at its sides. Where at least `least`
 * of the crossing lines end at one place and none of the lines touches them there, the line is put in.
 */
export function closing(lines: readonly Rule[], crossing: readonly Rule[], least: number): readonly Rule[] {
  return (['from', 'to'] as const).flatMap((end) => {
    const open = crossing.filter((rule) => !isTouched(rule[end], rule.at, lines))
    const places = snapped(open.map((rule) => rule[end]))
    const byPlace = Map.groupBy(open, (rule) => nearest(places, rule[end]))
    return [...byPlace].flatMap(([place, ending]) => {
      const ats = ending.map((rule) => rule.at)
      const line = { at: places[place] ?? 0, from: Math.min(...ats), to: Math.max(...ats) }
      return ending.length >= least && line.to - line.from > 2 * TOLERANCE ? [line] : []
    })
  })
}

const isTouched = (at: number, along: number, lines: readonly Rule[]): boolean =>
  lines.some(
    (line) => Math.abs(line.at - at) <= TOLERANCE && line.from <= along + TOLERANCE && line.to >= along - TOLERANCE,
  )
