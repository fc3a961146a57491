// How well text fits a layout, by the labels of the layout that it prints.
import type { Layout } from '../kernel/layout/layout.ts'
import { labelCount, labelSpellings, labelsOf } from './labels.ts'
import type { Line } from './source-text.ts'
import { labelKey } from './text.ts'

/** Labels stand in the first lines of a form and at its end; a form is short. */
const ENOUGH = 1500

/** The keys of a line's cells. */
const cellsOf = ({ text }: Line): readonly string[] =>
  text.length > 2000 ? [] : text.split('\t').map((cell) => labelKey(cell.slice(0, 200)))

const byInitial = new WeakMap<Layout, ReadonlyMap<string, readonly string[]>>()

/** The layout's labels by their first character. */
function initials(layout: Layout): ReadonlyMap<string, readonly string[]> {
  const known = byInitial.get(layout)
  if (known !== undefined) return known
  const groups = Map.groupBy(
    [...labelsOf(layout)].filter((label) => label.length >= 2),
    (label) => label.charAt(0),
  )
  byInitial.set(layout, groups)
  return groups
}

/** 一级指标二级指标三级指标…: a running line of labels, read from its beginning. */
function runningLabels(key: string, layout: Layout): readonly string[] {
  const labels = initials(layout)
  const found: string[] = []
  for (let rest = key; ; ) {
    const label = labels.get(rest.charAt(0))?.find((candidate) => rest.startsWith(candidate))
    if (label === undefined) return found
    found.push(label)
    rest = rest.slice(label.length).replace(/^[():/%\d]+/, '')
  }
}

/** All labels of some layouts with the layouts that print them, so that most texts are looked up once. */
type Index = { readonly of: ReadonlyMap<string, readonly Layout[]>; readonly initials: ReadonlySet<string> }

const indexes = new WeakMap<readonly Layout[], Index>()

function indexOf(layouts: readonly Layout[]): Index {
  const known = indexes.get(layouts)
  if (known !== undefined) return known
  const of = new Map<string, Layout[]>()
  for (const layout of layouts)
    for (const label of labelsOf(layout)) {
      const printing = of.get(label)
      if (printing === undefined) of.set(label, [layout])
      else printing.push(layout)
    }
  const index = { of, initials: new Set(layouts.flatMap((layout) => [...initials(layout).keys()])) }
  indexes.set(layouts, index)
  return index
}

/** Which of the layouts print a key as a label. */
function printing(key: string, layouts: readonly Layout[]): readonly Layout[] {
  const { of } = indexOf(layouts)
  const spelled = labelSpellings(key).map((spelling) => of.get(spelling) ?? [])
  const [first = []] = spelled
  return spelled.length < 2 ? first : layouts.filter((layout) => spelled.some((some) => some.includes(layout)))
}

/** A line whose first cell is a label of one of the layouts, or that begins with two of them. */
export function beginsWithLabel(line: Line, layouts: readonly Layout[]): boolean {
  const first = cellsOf(line).find((key) => key !== '')
  if (first === undefined) return false
  if (printing(first, layouts).length > 0) return true
  if (!indexOf(layouts).initials.has(first.charAt(0))) return false
  return layouts.some((layout) => runningLabels(first, layout).length >= 2)
}

/**
 * How many different labels of each layout the lines print, in the order of the layouts: cells that are labels, or
 * labels at the beginning of a running line.
 */
export function labelHits(lines: readonly Line[], layouts: readonly Layout[]): readonly number[] {
  const found = new Map(layouts.map((layout) => [layout, new Set<string>()]))
  const { initials } = indexOf(layouts)
  for (const line of lines.slice(0, ENOUGH)) {
    const keys = cellsOf(line)
    let printed: readonly Layout[] = []
    for (const key of keys) {
      printed = printing(key, layouts)
      for (const layout of printed) found.get(layout)?.add(key)
    }
    const [only = ''] = keys
    if (keys.length !== 1 || !initials.has(only.charAt(0))) continue
    for (const layout of layouts)
      if (!printed.includes(layout)) for (const label of runningLabels(only, layout)) found.get(layout)?.add(label)
  }
  return [...found.values()].map((labels) => labels.size)
}

/** The layout with the largest share of its labels printed; on equal terms the preferred one. Null where none fits. */
export function fittingLayout(
  lines: readonly Line[],
  layouts: readonly Layout[],
  preferred: Layout | null,
): Layout | null {
  let best: { layout: Layout; points: number } | null = null
  const hits = labelHits(lines, layouts)
  for (const [i, layout] of layouts.entries()) {
    const points = (hits[i] ?? 0) / Math.sqrt(labelCount(layout)) + (layout === preferred ? 0.3 : 0)
    if (points > 0 && (best === null || points > best.points)) best = { layout, points }
  }
  return best?.layout ?? null
}

const GROUP = /^(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|满意度)指标/

/** Lines that begin with a 二级指标: rows of an indicator table even where its headings are missing. */
export const groupLines = (lines: readonly Line[]): number =>
  lines.slice(0, ENOUGH).filter((line) =>
    cellsOf(line)
      .slice(0, 4)
      .some((key) => GROUP.test(key)),
  ).length
