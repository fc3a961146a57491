// Draws a form with its layout: one sheet of cells, each knowing the field it shows.
import { blankFund } from '../form/blank.ts'
import type { Form } from '../form/form.ts'
import { at, printedAt } from '../form/path.ts'
import { layouts } from './index.ts'
import {
  type Column,
  type FieldFormat,
  type FundRow,
  type Layout,
  type Section,
  sectionOf,
  spellings,
} from './layout.ts'
import { onBaseGrid, type Sheet, type Strip } from './sheet.ts'

const whole = 1000
/** Width of the leftmost label column. */
const labelWidth = 150

/** 其中：当年财政拨款 stands on one line. */
const fundLabelWidth = { portrait: 180, landscape: 130 } as const

type Rows = Strip[][]
type Drawer<K extends Section['kind']> = (section: Extract<Section, { kind: K }>, form: Form, layout: Layout) => Rows

/** The layout a form was read with; else among those made for its kind the one of its place, which shows the most of it. */
export function layoutFor(form: Form): Layout | undefined {
  const points = (l: Layout): number => shown(l, form) + (form.region !== null && l.region === form.region ? 100 : 0)
  return (
    layouts.find((l) => l.id === form.layout) ??
    layouts.filter((l) => l.kind === form.kind).toSorted((a, b) => points(b) - points(a))[0]
  )
}

/** How many of the form's filled parts the layout has a place for. */
function shown(layout: Layout, form: Form): number {
  const fields = layout.sections.flatMap((s) =>
    s.kind === 'pairs' ? s.rows.flat() : s.kind === 'goals' ? s.fields : [],
  )
  const rows = sectionOf(layout, 'funds')?.rows ?? []
  const columns = sectionOf(layout, 'indicators')?.columns ?? []
  return (
    (form.grade !== null && sectionOf(layout, 'grade') ? 1 : 0) +
    fields.filter((field) => printedAt(form, field.at) !== null).length +
    form.funds.filter((fund) => rows.some((row) => spellings(row).includes(fund.label))).length +
    columns.filter((column) => printedAt(form, `indicators[0].${column.at}`) !== null).length +
    // On equal terms the national form, then the one with a place for the grade.
    (layout.region === '全国' ? 0.2 : 0) +
    (sectionOf(layout, 'grade') ? 0.3 : 0)
  )
}

/** The official form, as printed; an empty form shows its pre-printed money rows. */
export function draw(layout: Layout, given: Form): Sheet {
  const preprinted = sectionOf(layout, 'funds')?.rows.map((r) => blankFund(r.label, r.level, r.scope)) ?? []
  const form = given.funds.length > 0 ? given : { ...given, funds: preprinted }
  const parts = layout.sections.map((section) => ({ kind: section.kind, rows: drawSection(section, form, layout) }))
  return {
    title: form.title ?? layout.title.replace('{project}', form.project?.name ?? ''),
    period: layout.period === null || form.year === null ? null : layout.period.replace('{year}', String(form.year)),
    caption: layout.caption
      ? {
          left: layout.caption.left.map((path) => printedAt(form, path) ?? '').join(''),
          right: unitIn(layout.caption.right, form, layout),
        }
      : null,
    orientation: layout.orientation,
    ...onBaseGrid(parts.flatMap((part) => part.rows)),
    tables: tablesIn(parts),
  }
}

type Part = { readonly kind: Section['kind']; readonly rows: Rows }

function tablesIn(parts: readonly Part[]): Sheet['tables'] {
  let heading = 0
  return parts.flatMap(({ kind, rows }) => {
    const end = heading + rows.length
    const table = { heading, end }
    heading = end
    return kind === 'indicators' || kind === 'tasks' ? [table] : []
  })
}

function drawSection(section: Section, form: Form, layout: Layout): Rows {
  switch (section.kind) {
    case 'pairs':
      return drawPairs(section, form, layout)
    case 'funds':
      return drawFunds(section, form, layout)
    case 'goals':
      return drawGoals(section, form, layout)
    case 'tasks':
      return drawTasks(section, form, layout)
    case 'indicators':
      return drawIndicators(section, form, layout)
    case 'totals':
      return drawTotals(section, form, layout)
    case 'grade':
      return [
        [label(section.label, 0, labelWidth), valueCell(form, { at: 'grade', format: 'text' }, labelWidth, whole)],
      ]
  }
}

const drawPairs: Drawer<'pairs'> = (section, form) =>
  section.rows.map((fields) => {
    const share = Math.floor(whole / fields.length)
    return fields.flatMap((field, i) => {
      const from = i * share
      const to = i === fields.length - 1 ? whole : from + share
      const edge = from + (i === 0 ? labelWidth : roomFor(field.label))
      return [label(field.label, from, edge), valueCell(form, field, edge, to)]
    })
  })

/** Labels within a row are as wide as their words. */
const roomFor = (words: string): number => Math.min(labelWidth, 24 * words.length + 14)

const drawFunds: Drawer<'funds'> = (section, form, layout) => {
  const title = unitIn(section.label, form, layout)
  if (section.arrangement === 'inline') return drawFundsInline(section, form, title)
  if (section.arrangement === 'side-by-side') return drawFundsSideBySide(section, form, title)
  const ownWidth = section.columns.reduce((width, c) => width + c.width * 10, 0)
  const columnsFrom = Math.max(whole - ownWidth, labelWidth + fundLabelWidth[layout.orientation])
  const columns = columnEdges(section.columns, columnsFrom, whole)
  const heading = [
    label(title, 0, labelWidth, form.funds.length + 1),
    label('', labelWidth, columnsFrom),
    ...columns.map(({ column, from, to }) => headingCell(inUnit(column.label, form, layout), from, to)),
  ]
  const rows = form.funds.map((fund, i) => [
    fundCell(section.rows, fund, i, labelWidth, columnsFrom),
    ...columns.map(({ column, from, to }) => valueCell(form, { ...column, at: `funds[${i}].${column.at}` }, from, to)),
  ])
  return [heading, ...rows]
}

type FundsSection = Extract<Section, { kind: 'funds' }>

function drawFundsInline(section: FundsSection, form: Form, title: string): Rows {
  const share = Math.floor((whole - labelWidth) / Math.max(form.funds.length, 1))
  const amounts = form.funds.flatMap((fund, i) => {
    const from = labelWidth + i * share
    const to = i === form.funds.length - 1 ? whole : from + share
    const middle = from + Math.floor((to - from) * 0.6)
    return [
      fundCell(section.rows, fund, i, from, middle),
      valueCell(form, { at: `funds[${i}].initialBudget`, format: 'amount' }, middle, to),
    ]
  })
  const purpose = section.purpose ? [[valueCell(form, section.purpose, labelWidth, whole)]] : []
  return [[label(title, 0, labelWidth, 1 + purpose.length), ...amounts], ...purpose]
}

function drawFundsSideBySide(section: FundsSection, form: Form, title: string): Rows {
  const scoped = (scope: string) =>
    form.funds.map((fund, index) => ({ fund, index })).filter((f) => f.fund.scope === scope)
  const [left, right] = [scoped('project'), scoped('annual')]
  const height = Math.max(left.length, right.length, 1)
  const half = labelWidth + (whole - labelWidth) / 2
  const side = (entry: { fund: Form['funds'][number]; index: number } | undefined, from: number, to: number) => {
    const middle = from + 230
    return entry
      ? [
          fundCell(section.rows, entry.fund, entry.index, from, middle),
          valueCell(form, { at: `funds[${entry.index}].initialBudget`, format: 'amount' }, middle, to),
        ]
      : [label('', from, middle), label('', middle, to)]
  }
  // The form prints 其他资金 of the left side beside 其他资金 of the right side: last beside last.
  const aligned = (entries: typeof left, row: number) => {
    if (entries.length === height || row < entries.length - 1) return entries[row]
    return row === height - 1 ? entries.at(-1) : undefined
  }
  return Array.from({ length: height }, (_, row) => [
    ...(row === 0 ? [label(title, 0, labelWidth, height)] : []),
    ...side(aligned(left, row), labelWidth, half),
    ...side(aligned(right, row), half, whole),
  ])
}

const drawGoals: Drawer<'goals'> = (section, form) => {
  if (section.arrangement === 'stacked')
    return section.fields.map((field) => [label(field.label, 0, labelWidth), valueCell(form, field, labelWidth, whole)])
  const share = (whole - labelWidth) / section.fields.length
  const edge = (i: number) => labelWidth + Math.round(i * share)
  return [
    [
      label(section.label, 0, labelWidth, 2),
      ...section.fields.map((f, i) => headingCell(f.label, edge(i), edge(i + 1))),
    ],
    section.fields.map((f, i) => valueCell(form, f, edge(i), edge(i + 1))),
  ]
}

const drawTasks: Drawer<'tasks'> = (section, form) => {
  const columns = columnEdges(section.columns, 0, whole)
  return [
    columns.map(({ column, from, to }) => headingCell(column.label, from, to)),
    ...form.tasks.map((_, i) =>
      columns.map(({ column, from, to }) => valueCell(form, { ...column, at: `tasks[${i}].${column.at}` }, from, to)),
    ),
  ]
}

const drawIndicators: Drawer<'indicators'> = (section, form) => {
  const left = section.label === null ? 0 : 60
  const columns = columnEdges(section.columns, left, whole)
  const heading = columns.map(({ column, from, to }) => headingCell(column.label, from, to))
  const rows = form.indicators.map((_, i) =>
    columns.flatMap(({ column, from, to }) => {
      const merged = section.mergeDown.includes(column.at) ? mergedRows(form, i, column.at, section.mergeDown) : 1
      return merged === 0 ? [] : [valueCell(form, { ...column, at: `indicators[${i}].${column.at}` }, from, to, merged)]
    }),
  )
  const side = section.label === null ? [] : [label(section.label, 0, left, rows.length + 1)]
  return [[...side, ...heading], ...rows]
}

/** Rows a merged cell covers from row i on; 0 where row i is covered by the cell above. */
function mergedRows(form: Form, i: number, column: string, mergeDown: readonly string[]): number {
  const keys = mergeDown.slice(0, mergeDown.indexOf(column) + 1)
  const key = (index: number) => keys.map((k) => at(form, `indicators[${index}].${k}`) ?? '').join('\u0000')
  const here = key(i)
  if (i > 0 && key(i - 1) === here) return 0
  let n = 1
  while (i + n < form.indicators.length && key(i + n) === here) n++
  return n
}

const drawTotals: Drawer<'totals'> = (section, form, layout) => {
  const table = layout.sections.find((s) => s.kind === 'indicators')
  const columns = table ? columnEdges(table.columns, table.label === null ? 0 : 60, whole) : []
  const sums = columns.filter(({ column }) => column.at === 'weight' || column.at === 'score')
  if (sums.length === 0) return []
  const cells = sums.flatMap(({ column, from, to }, i) => {
    const before = sums[i - 1]?.to ?? 0
    const gap = from > before ? [label(i === 0 ? section.label : '', before, from)] : []
    return [...gap, valueCell(form, { at: `totals.${column.at}`, format: 'points' }, from, to)]
  })
  const end = sums.at(-1)?.to ?? whole
  return [[...cells, ...(end < whole ? [label('', end, whole)] : [])]]
}

const label = (text: string, from: number, to: number, rowSpan = 1): Strip => ({
  from,
  to,
  rowSpan,
  role: 'label',
  text: text === '' ? null : text,
  path: null,
  format: null,
})
const headingCell = (text: string, from: number, to: number): Strip => ({ ...label(text, from, to), role: 'heading' })

function valueCell(
  form: Form,
  field: { at: string; format: FieldFormat; label?: string; with?: string },
  from: number,
  to: number,
  rowSpan = 1,
): Strip {
  const second = field.with === undefined ? null : printedAt(form, field.with)
  const text = [printedAt(form, field.at), second].filter((t) => t !== null).join(' ')
  const strip = { from, to, rowSpan, role: 'value', path: field.at, format: field.format } as const
  if (text === '') return { ...strip, text: null }
  return field.format === 'rate' && !/[%％]/.test(field.label ?? '')
    ? { ...strip, text, suffix: '%' }
    : { ...strip, text }
}

/** Edges of columns whose width shares are scaled to the space from–to. */
function columnEdges(columns: readonly Column[], from: number, to: number) {
  const total = columns.reduce((width, c) => width + c.width, 0)
  let used = 0
  return columns.map((column) => {
    const start = from + Math.round(((to - from) * used) / total)
    used += column.width
    return { column, from: start, to: from + Math.round(((to - from) * used) / total) }
  })
}

/** The label of a money row; it knows its field, so that a finding about the whole row has a place. */
function fundCell(rows: readonly FundRow[], fund: Form['funds'][number], i: number, from: number, to: number): Strip {
  const row = rows.find((r) => spellings(r).includes(fund.label) && r.scope === fund.scope)
  return { ...label(row?.within ? `其中：${fund.label}` : fund.label, from, to), path: `funds[${i}].label` }
}

const unitIn = (text: string, form: Form, layout: Layout) =>
  text.replace('{unit}', form.amountUnit ?? layout.amountUnit)

/** A heading that prints the layout's own unit, （万元）, in a form whose amounts are in the other one. */
const inUnit = (text: string, form: Form, layout: Layout) =>
  text.replace(`（${layout.amountUnit}）`, `（${form.amountUnit ?? layout.amountUnit}）`)
