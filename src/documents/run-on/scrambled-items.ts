// The pieces of a form whose cells a PDF reader printed in no order: labels of its layout, numbers and texts.
import { type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { type Atom, atomsOf, cellText, sourceOf } from '../flow/atoms.ts'
import { type Labels, labelAt, labels } from '../flow/labels.ts'
import { aspects, dimensions, isDash, isNumber } from '../flow/vocabulary.ts'
import type { Cell } from '../grid.ts'
import { keysOf } from '../labels.ts'
import type { Line } from '../source-text.ts'
import { numberText } from '../text.ts'

/** `at`: for a label what it stands for: a field, "dimension", "fund:3" or "column:target". */
export type Item = {
  readonly kind: 'label' | 'number' | 'text'
  readonly at: string
  readonly text: string
  readonly atoms: readonly Atom[]
}

const PAGE = /^[-—–]\s*\d{1,4}\s*[-—–]$/
const MOST = 6_000

export const cellOf = (atoms: readonly Atom[]): Cell => ({
  text: cellText(atoms),
  source: sourceOf(atoms) ?? { text: '' },
})

/** What a layout prints, with the field or part it stands for. Where two have one spelling the first counts. */
function meanings(layout: Layout): Labels<string> {
  const funds = sectionOf(layout, 'funds')
  const ending = layout.sections.filter((s) => s.kind === 'totals' || s.kind === 'grade')
  const things: (readonly [{ readonly label: string; readonly aliases?: readonly string[] }, string])[] = [
    ...layout.sections.flatMap((s) => (s.kind === 'pairs' ? s.rows.flat() : [])).map((f) => [f, f.at] as const),
    ...(funds?.rows ?? []).map((row, i) => [row, `fund:${i}`] as const),
    ...(sectionOf(layout, 'goals')?.fields ?? []).map((field) => [field, field.at] as const),
    ...(sectionOf(layout, 'indicators')?.columns ?? []).map((column) => [column, `column:${column.at}`] as const),
    ...(funds?.columns ?? []).map((column) => [column, `fund-column:${column.at}`] as const),
    ...ending.map((section) => [section, section.kind] as const),
    ...layout.sections.flatMap((s) => ('label' in s && s.label ? [[{ label: s.label }, 'block'] as const] : [])),
    ...['绩效指标', '项目资金', '年度总体目标'].map((label) => [{ label }, 'block'] as const),
  ]
  const entries = things.flatMap(([thing, at]) => keysOf(thing).map((key) => [key, at] as const))
  const within = entries.filter(([, at]) => at.startsWith('fund:')).map(([key, at]) => [`其中:${key}`, at] as const)
  return labels([...entries, ...within], true)
}

/** Group labels go before the layout's own: 满意度指标 is no heading. */
export function itemsOf(lines: readonly Line[], layout: Layout): readonly Item[] {
  const atoms = atomsOf(lines)
    .filter(({ text }) => !PAGE.test(text))
    .slice(0, MOST)
  const own = meanings(layout)
  const items: Item[] = []
  for (let at = 0; at < atoms.length; ) {
    const dimension = labelAt(atoms, at, dimensions)
    const aspect = labelAt(atoms, at, aspects)
    const label = labelAt(atoms, at, own)
    const group = aspect && (!dimension || aspect.count >= dimension.count) ? aspect : dimension
    if (group && group.count >= (label?.count ?? 0)) {
      const both = dimension && aspect && dimension.spelling === aspect.spelling
      items.push(item('label', both ? 'group' : group === aspect ? 'aspect' : 'dimension', atoms, at, group.count))
      at += group.count
    } else if (label) {
      items.push(item('label', label.value, atoms, at, label.count))
      at += label.count
    } else {
      const text = atoms[at]?.text ?? ''
      items.push(
        item(isNumber(text) || isDash(text) || numberText(text) !== null ? 'number' : 'text', '', atoms, at, 1),
      )
      at++
    }
  }
  return items
}

const item = (kind: Item['kind'], of: string, atoms: readonly Atom[], from: number, count: number): Item => {
  const own = atoms.slice(from, from + count)
  return { kind, at: of, text: own.map(({ text }) => text).join(''), atoms: own }
}
