// How well text fits a layout, by the labels of the layout that it prints.
import type { Layout } from '../kernel/layout/layout.ts'
import { isAnyLabel, labelsOf } from './labels.ts'
import type { Line } from './source-text.ts'
import { labelKey } from './text.ts'

/** Labels stand in the first lines of a form and at its end; a form is short. */
const ENOUGH = 1500

const keysIn = new WeakMap<Line, readonly string[]>()

/** The keys of a line's cells. Every layout asks for them. */
function cellsOf(line: Line): readonly string[] {
  const known = keysIn.get(line)
  if (known !== undefined) return known
  const cells = line.text.length > 2000 ? [] : line.text.split('\t').map((cell) => labelKey(cell.slice(0, 200)))
  keysIn.set(line, cells)
  return cells
}

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

/** The labels a line prints: cells that are labels, or labels at the beginning of a running line. */
function labelsIn(line: Line, layout: Layout): readonly string[] {
  const keys = cellsOf(line)
  const cells = keys.filter((key) => isAnyLabel(key, layout))
  return cells.length > 0 || keys.length !== 1 ? cells : runningLabels(keys[0] ?? '', layout)
}

/** A line whose first cell is a label, or that begins with two of them. */
export function beginsWithLabel(line: Line, layout: Layout): boolean {
  const first = cellsOf(line).find((key) => key !== '')
  return first !== undefined && (isAnyLabel(first, layout) || runningLabels(first, layout).length >= 2)
}

/** How many different labels of the layout the lines print. */
export function labelHits(lines: readonly Line[], layout: Layout): number {
  const found = new Set<string>()
  for (const line of lines.slice(0, ENOUGH)) for (const label of labelsIn(line, layout)) found.add(label)
  return found.size
}

/** The layout with the largest share of its labels printed; on equal terms the preferred one. Null where none fits. */
export function fittingLayout(
  lines: readonly Line[],
  layouts: readonly Layout[],
  preferred: Layout | null,
): Layout | null {
  let best: { layout: Layout; points: number } | null = null
  for (const layout of layouts) {
    const points = labelHits(lines, layout) / Math.sqrt(labelsOf(layout).size) + (layout === preferred ? 0.3 : 0)
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
