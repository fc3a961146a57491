// How well text fits a layout, by the labels of the layout that it prints.
import type { Layout } from '../kernel/layout/layout.ts'
import { isAnyLabel, labelsOf } from './labels.ts'
import type { Line } from './source-text.ts'
import { labelKey } from './text.ts'

/** Labels stand in the first lines of a form and at its end; a form is short. */
const ENOUGH = 1500

const cellsOf = (line: Line): readonly string[] =>
  line.text.length > 2000 ? [] : line.text.split('\t').map((cell) => labelKey(cell.slice(0, 200)))

/** The label a running line begins with; null where it begins with none. */
function leading(key: string, layout: Layout): string | null {
  for (const label of labelsOf(layout)) if (label.length >= 2 && key.startsWith(label)) return label
  return null
}

export const beginsWithLabel = (line: Line, layout: Layout): boolean => {
  const first = cellsOf(line).find((key) => key !== '')
  return first !== undefined && (isAnyLabel(first, layout) || hits([first], layout).size >= 2)
}

function hits(keys: readonly string[], layout: Layout): ReadonlySet<string> {
  const found = new Set<string>()
  for (const key of keys) {
    if (key === '') continue
    if (isAnyLabel(key, layout)) found.add(key)
    else if (keys.length === 1) for (const label of runningLabels(key, layout)) found.add(label)
  }
  return found
}

/** 一级指标二级指标三级指标…: a running line of labels, read from its beginning. */
function runningLabels(key: string, layout: Layout): readonly string[] {
  const found: string[] = []
  let rest = key
  for (let label = leading(rest, layout); label !== null; label = leading(rest, layout)) {
    found.push(label)
    rest = rest.slice(label.length).replace(/^[():/%\d]+/, '')
  }
  return found
}

function hitsIn(rows: readonly (readonly string[])[], layout: Layout): number {
  const found = new Set<string>()
  for (const keys of rows) for (const key of hits(keys, layout)) found.add(key)
  return found.size
}

const rowsOf = (lines: readonly Line[]): readonly (readonly string[])[] => lines.slice(0, ENOUGH).map(cellsOf)

/** How many different labels of the layout the lines print. */
export const labelHits = (lines: readonly Line[], layout: Layout): number => hitsIn(rowsOf(lines), layout)

/** The layout with the largest share of its labels printed; on equal terms the preferred one. Null where none fits. */
export function fittingLayout(
  lines: readonly Line[],
  layouts: readonly Layout[],
  preferred: Layout | null,
): Layout | null {
  const rows = rowsOf(lines)
  let best: { layout: Layout; points: number } | null = null
  for (const layout of layouts) {
    const points = hitsIn(rows, layout) / Math.sqrt(labelsOf(layout).size) + (layout === preferred ? 0.3 : 0)
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
