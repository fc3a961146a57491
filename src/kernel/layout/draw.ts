// Draws a form with its layout: one sheet of cells, each knowing the field it shows.
import { blankFund } from '../form/blank.ts'
import type { Form } from '../form/form.ts'
import { printedAt } from '../form/path.ts'
import { drawFunds } from './draw-funds.ts'
import { drawIndicators, indicatorColumns } from './draw-indicators.ts'
import { drawTasks } from './draw-tasks.ts'
import { layouts } from './index.ts'
import {
  closingFields,
  type Field,
  fundRowsOf,
  type Layout,
  type Section,
  sectionOf,
  spellings,
  statementPath,
} from './layout.ts'
import { onBaseGrid, type Sheet } from './sheet.ts'
import { type Drawer, headingCell, label, labelWidth, type Rows, unitIn, valueCell, whole } from './strips.ts'

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
  const rows = fundRowsOf(layout)
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
  const preprinted = fundRowsOf(layout).map((r) => blankFund(r.label, r.level, r.scope))
  const form = given.funds.length > 0 ? given : { ...given, funds: preprinted }
  const parts: readonly Part[] = [
    ...layout.sections.flatMap((section) => drawSection(section, form, layout)),
    ...drawClosing(form, layout),
  ]
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

/** `headings`: rows of headings every page repeats; null for what is no table over pages. */
type Part = { readonly rows: Rows; readonly headings: number | null }

function tablesIn(parts: readonly Part[]): Sheet['tables'] {
  let heading = 0
  return parts.flatMap(({ headings, rows }) => {
    const end = heading + rows.length
    const table = { heading, end, headings: headings ?? 0 }
    heading = end
    return headings === null ? [] : [table]
  })
}

function drawSection(section: Section, form: Form, layout: Layout): readonly Part[] {
  if (section.kind === 'indicators') return drawIndicators(section, form)
  if (section.kind === 'tasks') return [drawTasks(section, form, layout)]
  return [{ rows: drawRows(section, form, layout), headings: null }]
}

function drawRows(section: Exclude<Section, { kind: 'indicators' | 'tasks' }>, form: Form, layout: Layout): Rows {
  switch (section.kind) {
    case 'pairs':
      return drawPairs(section, form, layout)
    case 'funds':
      return drawFunds(section, form, layout)
    case 'goals':
      return drawGoals(section, form, layout)
    case 'statements':
      return drawStatements(section, form, layout)
    case 'totals':
      return drawTotals(section, form, layout)
    case 'grade':
      return [
        [label(section.label, 0, labelWidth), valueCell(form, { at: 'grade', format: 'text' }, labelWidth, whole)],
      ]
  }
}

const drawPairs: Drawer<'pairs'> = (section, form) => pairRows(section.rows, form)

/** What the form prints below its tables, and remarks it has no place for: they are printed as they were read. */
function drawClosing(form: Form, layout: Layout): readonly Part[] {
  const placed = new Set(closingFields(layout).map(({ at }) => at))
  for (const section of layout.sections) for (const path of remarkPaths(section)) placed.add(path)
  const others = Object.keys(form.remarks ?? {}).filter((name) => !placed.has(`remarks.${name}`))
  const own = others.map((name) => [{ label: name, at: `remarks.${name}`, format: 'long-text' } as const])
  return [{ rows: pairRows([...(layout.closing ?? []), ...own], form), headings: null }]
}

function remarkPaths(section: Section): readonly string[] {
  if (section.kind === 'pairs') return section.rows.flat().map(({ at }) => at)
  return section.kind === 'statements'
    ? section.rows.flatMap((row) => section.columns.map((column) => statementPath(row, column)))
    : []
}

const pairRows = (rows: readonly (readonly Field[])[], form: Form): Rows =>
  rows.map((fields) => {
    const edges = pairEdges(fields)
    return fields.flatMap((field, i) => {
      const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? whole]
      const edge = from + (i === 0 ? labelWidth : roomFor(field.label))
      return [label(field.label, from, edge), valueCell(form, field, edge, to)]
    })
  })

/** Where the pairs of a row begin: alike, but beside two others a project's name takes half the row. */
function pairEdges(fields: readonly Field[]): readonly number[] {
  const shares = fields.map(({ at: path }) => (fields.length > 2 && path === 'project.name' ? fields.length - 1 : 1))
  const all = shares.reduce((a, b) => a + b, 0)
  return shares.map((_, i) => Math.floor((whole * shares.slice(0, i).reduce((a, b) => a + b, 0)) / all))
}

/** Labels within a row are as wide as their words. */
const roomFor = (words: string): number => Math.min(labelWidth, 24 * words.length + 14)

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

const drawStatements: Drawer<'statements'> = (section, form) => {
  const nameTo = labelWidth + 180
  const share = (whole - nameTo) / section.columns.length
  const edge = (i: number) => nameTo + Math.round(i * share)
  const headings = section.columns.map((column, i) => headingCell(column, edge(i), edge(i + 1)))
  const rows = section.rows.map((row) => [
    label(row, labelWidth, nameTo),
    ...section.columns.map((column, i) =>
      valueCell(form, { at: statementPath(row, column), format: 'long-text' }, edge(i), edge(i + 1)),
    ),
  ])
  return [[label(section.label, 0, labelWidth, rows.length + 1), label('', labelWidth, nameTo), ...headings], ...rows]
}

const drawTotals: Drawer<'totals'> = (section, form, layout) => {
  const table = sectionOf(layout, 'indicators')
  const columns = table ? indicatorColumns(table, form) : []
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
