// Indicator rows of a scrambled form: values and points stand in rows of four, names and groups in their order.
import { isNumber } from '../flow/vocabulary.ts'
import { hundredths } from './points.ts'
import type { Item } from './scrambled-items.ts'

/** Items of one row's cells. */
export type ScrambledRow = {
  readonly dimension: Item | null
  readonly aspect: Item | null
  readonly name: readonly Item[]
  readonly values: readonly Item[]
  readonly deviation: Item | null
}
export type ScrambledTable = {
  readonly rows: readonly ScrambledRow[]
  readonly totals: readonly Item[]
  /** Where names and values do not come out even. */
  readonly doubt: string | null
}

const SENTENCE = /[，,。；;]|未|因|由于|不足|受.{0,12}影响/
const NAME_END = /[率性度数量次额项本费金力果益间]$/

const plain = (item: Item | undefined): number | null =>
  item !== undefined && isNumber(item.text) ? hundredths(item.text.replaceAll(',', '')) : null

/** Target, actual, weight and score side by side: the score is not above the weight, the target is no bare points. */
function isQuad(items: readonly Item[], at: number): boolean {
  const [target, actual] = [items[at], items[at + 1]]
  const [weight, score] = [plain(items[at + 2]), plain(items[at + 3])]
  if (target === undefined || actual === undefined || weight === null || score === null) return false
  if (target.kind === 'label' || actual.kind === 'label' || plain(target) !== null) return false
  return weight > 0 && weight <= 10_000 && score <= weight
}

/** `items` = everything behind the first indicator heading. */
export function scrambledTable(items: readonly Item[]): ScrambledTable {
  const quads: (readonly Item[])[] = []
  const rest: Item[] = []
  let totals: readonly Item[] = []
  for (let at = 0; at < items.length; ) {
    const here = items[at]
    if (here === undefined) break
    const [sum, score] = [plain(here), plain(items[at + 1])]
    if (isQuad(items, at)) quads.push(items.slice(at, at + 4))
    else if (sum === 10_000 && score !== null && score <= sum) totals = items.slice(at, at + 2)
    else rest.push(here)
    at += isQuad(items, at) ? 4 : totals[0] === here ? 2 : 1
  }
  const texts = rest.filter((item) => item.kind !== 'number')
  const deviation = deviationIn(texts)
  const names = namesIn(
    texts.filter((item) => item !== deviation),
    quads.length,
  )
  if (names === null) return { rows: [], totals, doubt: '指标名称与指标值的个数不符，无法对应，未读入' }
  const aspects = aspectsOf(
    texts,
    names.map((name) => name.map(({ text }) => text).join('')),
  )
  const lost = quads.map((quad) => plain(quad[3]) !== plain(quad[2]))
  const only = lost.filter(Boolean).length === 1 ? lost.indexOf(true) : -1
  const rows = quads.map((values, i): ScrambledRow => {
    const aspect = aspects?.[i] ?? null
    return {
      aspect,
      dimension: aspect === null ? null : dimensionOf(aspect, texts),
      name: names[i] ?? [],
      values,
      deviation: i === only ? deviation : null,
    }
  })
  return { rows, totals, doubt: aspects === null ? '二级指标与各行的对应无法确定，未读入' : null }
}

/** The text under 偏差原因分析, or the only one that reads like a reason. */
function deviationIn(texts: readonly Item[]): Item | null {
  const heading = texts.findIndex((item) => item.at === 'column:deviation')
  const below = texts[heading + 1]
  if (heading >= 0 && below?.kind === 'text' && !NAME_END.test(below.text)) return below
  const reasons = texts.filter((item) => item.kind === 'text' && SENTENCE.test(item.text))
  return reasons.length === 1 ? (reasons[0] ?? null) : null
}

/** As many names as there are rows: pieces of wrapped names that follow each other are joined where it costs least. */
function namesIn(items: readonly Item[], count: number): readonly (readonly Item[])[] | null {
  const pieces = items.flatMap((item, i) =>
    item.kind === 'text' ? [{ item, follows: items[i - 1]?.kind === 'text' }] : [],
  )
  if (pieces.length < count || pieces.length > count * 3 || count === 0) return null
  type Way = { readonly names: readonly (readonly Item[])[]; readonly cost: number }
  let ways: ReadonlyMap<number, Way> = new Map([[0, { names: [], cost: 0 }]])
  for (const { item, follows } of pieces) {
    const next = new Map<number, Way>()
    const offer = (n: number, way: Way): void => {
      if (way.cost < (next.get(n)?.cost ?? Number.POSITIVE_INFINITY)) next.set(n, way)
    }
    for (const [n, { names, cost }] of ways) {
      const last = names.at(-1)
      const ended = last === undefined || NAME_END.test(last.at(-1)?.text ?? '')
      offer(n + 1, { names: [...names, [item]], cost: cost + (ended ? 0 : 1) })
      if (last && follows) offer(n, { names: [...names.slice(0, -1), [...last, item]], cost: cost + (ended ? 1 : 0.2) })
    }
    ways = next
  }
  return ways.get(count)?.names ?? null
}

/** What names of an aspect speak of. */
const SPEAKS: readonly (readonly [RegExp, RegExp, number])[] = [
  [/满意/, /满意/, 3],
  [/时效/, /及时|按时|按期|时限|时间|准时/, 2],
  [/成本/, /成本|控制数|支出|费用|单价|预算/, 2],
  [/数量/, /数量|数$|次$|次数|天数|人数|面积/, 1],
  [/质量/, /质量|合格|达标|准确|完好|[率性]$/, 1],
]

/** One aspect a row, in printed order; null where there are fewer of them and the names do not tell which rows they have. */
function aspectsOf(texts: readonly Item[], names: readonly string[]): readonly Item[] | null {
  const printed = texts.filter((item) => item.at === 'aspect' || item.at === 'group')
  const aspects = printed.filter(
    (item) =>
      !(
        item.at === 'group' &&
        printed.some(({ at, text }) => at === 'aspect' && /满意/.test(text) && /满意/.test(item.text))
      ),
  )
  if (aspects.length === names.length) return aspects
  const [first] = aspects
  if (first === undefined || aspects.length > names.length) return null
  const suits = (aspect: Item, name: string): number =>
    SPEAKS.reduce((sum, [of, words, points]) => sum + (of.test(aspect.text) && words.test(name) ? points : 0), 0)
  type Way = { readonly chosen: readonly number[]; readonly points: number; readonly ties: number }
  let ways = new Map<number, Way>([[0, { chosen: [0], points: suits(first, names[0] ?? ''), ties: 1 }]])
  for (const name of names.slice(1)) {
    const next = new Map<number, Way>()
    for (const [last, way] of ways)
      for (const k of [last, last + 1]) {
        const aspect = aspects[k]
        if (aspect === undefined) continue
        const points = way.points + suits(aspect, name)
        const known = next.get(k)
        if (known === undefined || points > known.points)
          next.set(k, { chosen: [...way.chosen, k], points, ties: way.ties })
        else if (points === known.points) next.set(k, { ...known, ties: known.ties + way.ties })
      }
    ways = next
  }
  const best = ways.get(aspects.length - 1)
  if (best === undefined || best.ties > 1) return null
  return best.chosen.flatMap((k) => aspects[k] ?? [])
}

/** The printed 一级指标 an aspect belongs to. */
function dimensionOf(aspect: Item, texts: readonly Item[]): Item | null {
  const printed = texts.filter((item) => item.at === 'dimension' || item.at === 'group')
  const of = (words: RegExp): Item | null => printed.find((item) => words.test(item.text)) ?? null
  if (/满意/.test(aspect.text)) return of(/^满意/)
  if (/效益|影响|发展/.test(aspect.text)) return of(/^(效益|效果)/)
  if (/成本/.test(aspect.text)) return of(/^成本/) ?? of(/^产出/)
  return of(/^产出/)
}
