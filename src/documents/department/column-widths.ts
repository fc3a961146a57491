// How wide the columns of a table are, when only its lines are left: full lines gather at the columns' widths.
import { columnPath, seamsOf } from './column-path.ts'
import type { Row } from './paragraphs.ts'

/** Lines looked at for the widths: enough for a dozen tasks, bounded for a text of any length. */
const sampleSize = 400
/** Widths closer than this belong to one column. */
const step = 5
/** So many clusters more than columns are tried. */
const spare = 2

type Cluster = { readonly width: number; readonly support: number }

/** The widths of stretches of lines about as wide as their neighbours: wrapped text fills its column. */
function clusters(rows: readonly Row[]): readonly Cluster[] {
  const stretches: { width: number; support: number }[] = []
  let before = 0
  for (const row of rows) {
    const open = stretches.at(-1)
    if (open === undefined || row.blanks > 0 || Math.abs(row.width - before) >= step)
      stretches.push({ width: row.width, support: 0.5 })
    else {
      open.width = Math.max(open.width, row.width)
      open.support += 1
    }
    before = row.width
  }
  const found: Cluster[][] = []
  for (const stretch of stretches.sort((a, b) => b.width - a.width)) {
    const last = found.at(-1)
    if (last?.[0] && last[0].width - stretch.width < step) last.push(stretch)
    else found.push([stretch])
  }
  return found.map((members) => ({ width: usualWidth(members), support: total(members) }))
}

const total = (members: readonly Cluster[]): number => members.reduce((sum, member) => sum + member.support, 0)

/** The width most lines speak for: a stray line a little wider says nothing about the column. */
function usualWidth(members: readonly Cluster[]): number {
  const support = new Map<number, number>()
  for (const member of members) support.set(member.width, (support.get(member.width) ?? 0) + member.support)
  return [...support].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

/** All orders of `count` out of some widths. */
function* arrangements(widths: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield []
    return
  }
  for (const [i, width] of widths.entries())
    for (const rest of arrangements([...widths.slice(0, i), ...widths.slice(i + 1)], count - 1)) yield [width, ...rest]
}

/** The widths under which the lines fall into their columns most easily; `share` is the official form's share of width. */
export function columnWidths(rows: readonly Row[], share: readonly number[]): readonly number[] {
  const sample = rows.slice(0, sampleSize)
  const widest = sample.reduce((most, row) => Math.max(most, row.width), 0)
  const strong = [...clusters(sample)].sort((a, b) => b.support - a.support).slice(0, share.length + spare)
  const candidates = strong.map((cluster) => cluster.width)
  while (candidates.length < share.length) candidates.push(widest)
  let best = { cost: Number.POSITIVE_INFINITY, widths: share.map(() => widest) }
  const seams = seamsOf(sample)
  // The official order first: a good guess early lets the bad ones be dropped early.
  const guesses = [...arrangements(candidates, share.length)].map((widths) => ({
    widths,
    extra: surprise(widths, share),
  }))
  for (const { widths, extra } of guesses.sort((a, b) => a.extra - b.extra)) {
    const path = columnPath(seams, widths, best.cost - extra)
    if (path && path.cost + extra < best.cost) best = { cost: path.cost + extra, widths: [...widths] }
  }
  return best.widths
}

/** A small price for columns whose order of width is not the official form's: decides only where the lines do not. */
function surprise(widths: readonly number[], share: readonly number[]): number {
  let turned = 0
  for (let i = 0; i < widths.length; i++)
    for (let j = 0; j < i; j++)
      if (((widths[i] ?? 0) - (widths[j] ?? 0)) * ((share[i] ?? 0) - (share[j] ?? 0)) < 0) turned++
  return turned * 0.5
}
