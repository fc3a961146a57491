// Reads a form whose cells a PDF reader printed out of order: only what can be put together in one way is read.
import type { Form } from '../../kernel/form/form.ts'
import { type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell, Row } from '../grid.ts'
import { readGrid } from '../grid-form.ts'
import type { Line, Segment } from '../source-text.ts'
import { scrambledFunds } from './scrambled-funds.ts'
import { scrambledTable } from './scrambled-indicators.ts'
import { cellOf, type Item, itemsOf } from './scrambled-items.ts'

const empty: Cell = { text: '', source: { text: '' } }

/** True where the headings of the indicator table do not stand side by side. */
export const isScrambled = (lines: readonly Line[]): boolean => {
  const text = lines.map((line) => line.text.replace(/\s+/g, '')).join('')
  return text.includes('一级指标') && text.includes('三级指标') && !/一级指标二级指标三级指标/.test(text)
}

export function readScrambled({ lines }: Segment, layout: Layout): Form {
  const [title, ...rest] = lines
  const items = itemsOf(rest, layout)
  const heading = items.findIndex((item) => /^column:(dimension|aspect|name)$/.test(item.at))
  const front = items.slice(0, heading < 0 ? items.length : heading)
  const goals = front.findIndex((item) => item.at.startsWith('goals.'))
  const head = front.slice(0, goals < 0 ? front.length : goals)
  const table = scrambledTable(heading < 0 ? [] : items.slice(heading))
  const rows: Row[] = [
    ...(title === undefined ? [] : [[{ text: title.text, source: { line: title.line, text: title.text } }]]),
    ...yearRow(rest),
    ...headRows(head, layout),
    ...fundRows(front, layout),
    ...goalRows(goals < 0 ? [] : front.slice(goals)),
    ...tableRows(table, layout),
  ]
  const form = readGrid({ rows }, layout)
  const order = { path: null, message: '原文各格的顺序是乱的，已按表内关系重新对应，请核对' }
  const doubts = [
    ...(form.doubts ?? []),
    order,
    ...(table.doubt === null ? [] : [{ path: 'indicators', message: table.doubt }]),
  ]
  return { ...form, doubts }
}

function yearRow(lines: readonly Line[]): readonly Row[] {
  const line = lines[0]
  const year = line === undefined ? null : /^\s*[（(]?\s*(?:19|20)\d{2}\s*年度?\s*[）)]?/.exec(line.text)?.[0]
  return line === undefined || !year ? [] : [[{ text: year, source: { line: line.line, text: year } }]]
}

/** The text behind a label is its value; a label with none has what stands before it and belongs to no other. */
function headRows(items: readonly Item[], layout: Layout): readonly Row[] {
  const fields = new Set(layout.sections.flatMap((s) => (s.kind === 'pairs' ? s.rows.flat().map(({ at }) => at) : [])))
  const taken = new Set<Item>()
  const labels = items.flatMap((item, i) => (fields.has(item.at) ? [{ item, i }] : []))
  const values = new Map<Item, readonly Item[]>()
  const claim = (label: Item, found: readonly Item[]): void => {
    if (found.length === 0) return
    values.set(label, found)
    for (const item of found) taken.add(item)
  }
  for (const { item, i } of labels) claim(item, textsFrom(items, i + 1, 1))
  for (const { item, i } of labels)
    if (!values.has(item))
      claim(
        item,
        textsFrom(items, i - 1, -1).filter((text) => !taken.has(text) && !YEAR.test(text.text)),
      )
  return labels.map(({ item }) => {
    const value = values.get(item)
    return [cellOf(item.atoms), ...(value === undefined ? [] : [cellOf(value.flatMap(({ atoms }) => atoms))])]
  })
}

const YEAR = /^[（(]?(?:(?:19|20)\d{2})?(?:年度?)?[）)]?$/

function textsFrom(items: readonly Item[], from: number, step: 1 | -1): readonly Item[] {
  const found: Item[] = []
  for (let at = from; items[at]?.kind === 'text'; at += step) {
    const here = items[at]
    if (here !== undefined) found.push(here)
  }
  return step === 1 ? found : found.reverse()
}

function fundRows(items: readonly Item[], layout: Layout): readonly Row[] {
  const columns = sectionOf(layout, 'funds')?.columns ?? []
  const rows = scrambledFunds(
    items,
    columns.map(({ at }) => at),
  )
  const block = items.find((item) => item.at === 'block' && /[（(]万?元[)）]/.test(item.text))
  return [
    ...(block === undefined ? [] : [[cellOf(block.atoms)]]),
    [empty, ...columns.map(({ label }) => ({ text: label, source: { text: label } }))],
    ...rows.map(({ label, cells }) => [
      cellOf(label.atoms),
      ...cells.map((cell) => (cell ? cellOf(cell.atoms) : empty)),
    ]),
  ]
}

function goalRows(items: readonly Item[]): readonly Row[] {
  const labels = items.filter((item) => item.at.startsWith('goals.'))
  const texts = labels.map((label) => textsFrom(items, items.indexOf(label) + 1, 1).flatMap(({ atoms }) => atoms))
  return [
    [empty, ...labels.map(({ atoms }) => cellOf(atoms))],
    [empty, ...texts.map((atoms) => (atoms.length === 0 ? empty : cellOf(atoms)))],
  ]
}

function tableRows({ rows, totals }: ReturnType<typeof scrambledTable>, layout: Layout): readonly Row[] {
  const columns = sectionOf(layout, 'indicators')?.columns ?? []
  const cell = (items: readonly (Item | null | undefined)[]): Cell => {
    const atoms = items.flatMap((item) => item?.atoms ?? [])
    return atoms.length === 0 ? empty : cellOf(atoms)
  }
  const order = ['target', 'actual', 'weight', 'score']
  const total = sectionOf(layout, 'totals')?.label ?? ''
  return [
    columns.map(({ label }) => ({ text: label, source: { text: label } })),
    ...rows.map((row) =>
      columns.map(({ at }) => {
        if (at === 'dimension' || at === 'aspect' || at === 'deviation') return cell([row[at]])
        return at === 'name' ? cell(row.name) : cell([row.values[order.indexOf(at)]])
      }),
    ),
    ...(totals.length > 0 ? [[{ text: total, source: { text: total } }, ...totals.map((item) => cell([item]))]] : []),
  ]
}
