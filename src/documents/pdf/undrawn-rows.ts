// Texts of cells without lines around them → rows, and the rows a merged label stands for.
import { numberText } from '../text.ts'
import { around } from './geometry.ts'
import { isPrinted } from './printed-label.ts'
import type { TextBlock } from './text-blocks.ts'

/** Texts beside each other. */
export type UndrawnRow = readonly TextBlock[]

/** Shares of a character by which texts of one row overlap at least. */
const TOUCH = 0.15

/** Rows do not overlap, and all texts of a row do: at its top, its bottom or its middle. */
export function bandsOf(blocks: readonly TextBlock[]): readonly UndrawnRow[] {
  const bands: TextBlock[][] = []
  let bottom = Number.NEGATIVE_INFINITY
  for (const block of blocks.toSorted((a, b) => a.top - b.top)) {
    if (block.top < bottom - TOUCH * block.size) bands.at(-1)?.push(block)
    else bands.push([block])
    bottom = Math.max(bottom, block.bottom)
  }
  return bands.map((band) => band.sort((a, b) => a.left - b.left))
}

/** Rows from top to bottom. A label merged over several rows stands in the first one it reaches. */
export const rowsOf = (blocks: readonly TextBlock[]): readonly UndrawnRow[] => bandsOf(blocks).flatMap(withoutBridges)

/** No label is longer. */
const LONGEST = 24

/** The texts of one row all overlap: where those right of a short text do not, it is a label of several rows. */
function withoutBridges(band: UndrawnRow): readonly UndrawnRow[] {
  for (let labels = 1; labels < Math.min(4, band.length - 1); labels++) {
    const [own, others] = [band.slice(0, labels), band.slice(labels)]
    if (own.some(({ text }) => text.length > LONGEST || numberText(text) !== null)) break
    const rows = bandsOf(others)
    const areLabels = own.every(({ text }) => isPrinted(text)) || rows.every((row) => row.length > 1)
    if (rows.length > 1 && areLabels) return rows.map((row, i) => (i === 0 ? [...own, ...row] : row))
  }
  return [band]
}

/** Rows of labels and values below each other: a label beside several of them goes to the first one it stands for. */
export function withLabels(rows: readonly UndrawnRow[]): readonly UndrawnRow[] {
  const printed = rows.flatMap(([first]) => (first !== undefined && isPrinted(first.text) ? [first] : []))
  const outer = printed.toSorted((a, b) => a.left - b.left)[0]
  const labels = printed.filter((label) => outer !== undefined && label.left < outer.right)
  const bodies = rows.map((row) => row.filter((block) => !labels.includes(block)))
  const filled = bodies.filter((body) => body.length > 0)
  const beside = labels.filter((label) => !rows.some((row) => row.length === 1 && row[0] === label))
  if (filled.length === beside.length) return rows
  const firsts = firstRows(beside, extentsOf(filled), false)
  if (firsts.length === 0) return rows
  return rows.map((row, i) => {
    const body = bodies[i] ?? []
    const own = beside.filter((_, at) => filled[firsts[at]?.row ?? -1] === body)
    return body.length === 0 ? row : [...own, ...body]
  })
}

/** `from` and `to`: where the row's text begins and ends. */
type Extent = Readonly<Record<'top' | 'from' | 'to' | 'bottom', number>>

/** Where rows end: in the middle of the white between them. */
export function extentsOf(rows: readonly UndrawnRow[]): readonly Extent[] {
  const tops = rows.map((row) => around(row).top)
  const bottoms = rows.map((row) => around(row).bottom)
  const half = (i: number): number => ((tops[i + 1] ?? 0) - (bottoms[i] ?? 0)) / 2
  const least = rows.slice(1).reduce((found, _, i) => Math.min(found, half(i)), Number.POSITIVE_INFINITY)
  const outer = rows.length > 1 ? least : 0
  return rows.map((_, i) => ({
    top: (tops[i] ?? 0) - (i === 0 ? outer : half(i - 1)),
    from: tops[i] ?? 0,
    to: bottoms[i] ?? 0,
    bottom: (bottoms[i] ?? 0) + (i === rows.length - 1 ? outer : half(i)),
  }))
}

/**
 * The first row each label of a column stands for: labels share the rows among them in their order, and stand in the
 * middle of their rows, or all at the top or the bottom of them. `open`: the rows at the top may belong to a label on the page before.
 */
export function firstRows(
  labels: readonly TextBlock[],
  extents: readonly Extent[],
  open: boolean,
): readonly { readonly row: number; readonly sure: boolean }[] {
  const ways = ALIGNED.map((cost) => shared(labels, extents, open, cost))
  const isNear = (off: number, i: number): boolean => off < OFF * (labels[i]?.size ?? 0)
  // A label in the middle of three rows also stands at the bottom of two.
  const { rows, offs } = ways.find((way) => way.offs.every(isNear)) ?? ways[0] ?? { rows: [], offs: [] }
  return rows.map((row, i) => ({ row, sure: isNear(offs[i] ?? 0, i) }))
}

/** Characters by which a label may stand aside of where it should stand among its rows. */
const OFF = 0.6

type Cost = (label: TextBlock, first: Extent, last: Extent) => number
const ALIGNED: readonly Cost[] = [
  (label, first, last) => Math.abs((first.top + last.bottom) / 2 - (label.top + label.bottom) / 2),
  (label, first) => Math.abs(first.from - label.top),
  (label, _, last) => Math.abs(last.to - label.bottom),
]

/** `rows`: the first row of each label; `offs`: how far the label stands aside; both empty where there is no way. */
type Shared = { readonly rows: readonly number[]; readonly offs: readonly number[] }

/** Ways to share that are looked through for one column of labels; only a hostile file asks for more. */
const MOST_STEPS = 2_000_000

/** A way to share the rows above; `before`: the way without the last label, which begins at the row `from`. */
type Way = { readonly cost: number; readonly off: number; readonly from: number; readonly before: Way | null }
const NONE: Way = { cost: 0, off: 0, from: 0, before: null }

function shared(labels: readonly TextBlock[], extents: readonly Extent[], open: boolean, costOf: Cost): Shared {
  const count = extents.length
  if (labels.length * count * count > MOST_STEPS) return { rows: [], offs: [] }
  // best[n]: labels so far stand for the first n rows.
  let best = Array.from({ length: count + 1 }, (_, n): Way | null => (n === 0 || open ? NONE : null))
  for (const label of labels) {
    const next = Array.from({ length: count + 1 }, (): Way | null => null)
    for (const [from, before] of best.entries())
      for (let to = from; before !== null && to < count; to++) {
        const [first, last] = [extents[from], extents[to]]
        if (first === undefined || last === undefined) continue
        const off = costOf(label, first, last)
        const cost = before.cost + off
        const known = next[to + 1]
        if (known === undefined || known === null || cost < known.cost) next[to + 1] = { cost, off, from, before }
      }
    best = next
  }
  return sharedBy(best.at(-1) ?? null)
}

/** The way gone back, label by label. */
function sharedBy(last: Way | null): Shared {
  const [rows, offs]: [number[], number[]] = [[], []]
  for (let way = last; way !== null && way.before !== null; way = way.before) {
    rows.push(way.from)
    offs.push(way.off)
  }
  return { rows: rows.reverse(), offs: offs.reverse() }
}
