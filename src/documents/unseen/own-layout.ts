// A layout nobody described, made from the labels and headings a form prints itself.
import type { FormKind } from '../../kernel/form/form.ts'
import { type Field, type Layout, type Section, sectionOf } from '../../kernel/layout/layout.ts'
import type { Grid, Row } from '../grid.ts'
import { matchHeadings } from '../headings.ts'
import { isAnyLabel, isLabel, withoutWithin } from '../labels.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'
import { type OwnTable, ownTable, wordRows } from './columns.ts'
import { type OwnFront, ownFront } from './front.ts'
import { type OwnMoney, ownMoney } from './money.ts'
import { headLabels, isGrade, isSum, meaningIn, taskColumns } from './words.ts'

/** A form's own layout, the grid it is read from, and how sure each field is: by path, columns as `indicators.weight`. */
export type Own = {
  readonly layout: Layout
  /** The known layout to draw the form with; null where it has no place for all of its columns. */
  readonly drawnAs: string | null
  readonly grid: Grid
  readonly certainty: ReadonlyMap<string, number>
}

/** What the readers of unknown forms are called after; no layout in the list has this name. */
export const OWN = 'own'

/** Null where the nearest known layout explains everything the form prints, or where no table of indicators is found. */
export function ownLayout(grid: Grid, nearest: Layout, title: string | null): Own | null {
  const table = ownTable(grid, nearest)
  if (table === null) return null
  const above = table.grid.rows.slice(0, table.heading)
  const money = ownMoney(above, nearest)
  const untitled = title === null || !isFormTitle(title)
  const kind = untitled ? kindWithin(nearest, table, above) : kindOf(title, table)
  const rest = above.filter(
    (_, i) => money === null || money.section.arrangement !== 'table' || i < money.from || i > money.to,
  )
  const front = ownFront(rest, kind, nearest)
  const likely = kind === nearest.kind || untitled
  if (likely && explainsColumns(nearest, table) && explainsFront(nearest, money, front, above)) return null
  const layout: Layout = {
    ...nearest,
    id: OWN,
    kind,
    title: title ?? nearest.title,
    titleAliases: [],
    sections: sectionsOf(table, money, front, above),
    otherLabels: [...(nearest.otherLabels ?? []), ...front.others],
  }
  const certainty = new Map<string, number>(front.certainty)
  for (const { column, certainty: sure } of table.columns) certainty.set(`indicators.${column.at}`, sure)
  for (const [at, sure] of money?.certainty ?? []) certainty.set(`funds.${at}`, sure)
  const own = new Set(sectionOf(nearest, 'indicators')?.columns.map(({ at }) => at))
  const drawable =
    kind === nearest.kind && table.columns.every(({ column: { at } }) => own.has(at) || at.startsWith('remarks.'))
  return { layout: withoutCaption(layout), drawnAs: drawable ? nearest.id : null, grid: table.grid, certainty }
}

/** An unknown form prints its organisation beside a label. */
const withoutCaption = ({ caption: _, ...layout }: Layout): Layout => layout

/** The same for text without cells: blanks set its words apart. */
export const ownFlowLayout = (lines: readonly Line[], nearest: Layout, title: string | null): Own | null =>
  ownLayout({ rows: wordRows(lines, nearest) }, nearest, title)

function sectionsOf(
  table: OwnTable,
  money: OwnMoney | null,
  front: OwnFront,
  above: readonly Row[],
): readonly Section[] {
  const below = table.grid.rows.slice(table.heading + 1)
  const tasks = tasksIn(above)
  const columns = table.columns.map(({ column }) => column)
  return [
    { kind: 'pairs', rows: front.pairs.map((field): readonly Field[] => [field]) },
    ...(money === null ? [] : [money.section]),
    ...(front.goals === null ? [] : [front.goals]),
    ...(tasks === null ? [] : [tasks]),
    { kind: 'indicators', label: '绩效指标', columns, mergeDown: ['dimension', 'aspect'] },
    ...endingIn(below),
  ]
}

function endingIn(below: readonly Row[]): readonly Section[] {
  const first = below.map((row) => row.find((cell) => labelKey(cell.text) !== ''))
  const sum = first.find((cell) => cell !== undefined && isSum(labelKey(cell.text)))
  const grade = below.flat().find((cell) => isGrade(labelKey(cell.text))) ?? besideSum(below)
  return [
    ...(sum === undefined ? [] : [{ kind: 'totals', label: sum.text } as const]),
    ...(grade === undefined ? [] : [{ kind: 'grade', label: grade.text } as const]),
  ]
}

/** 总分 100 97.99 优: a grade without a label of its own. */
function besideSum(below: readonly Row[]): { readonly text: string } | undefined {
  const sums = below.filter((row) => row.some((cell) => isSum(labelKey(cell.text))))
  const graded = sums.some((row) => row.some((cell) => /^[优良中差]$/.test(labelKey(cell.text))))
  return graded ? { text: '评分等级' } : undefined
}

function tasksIn(above: readonly Row[]): Section | null {
  for (const row of above) {
    const named = row.flatMap((cell) => {
      const meaning = meaningIn(taskColumns, labelKey(cell.text))
      return meaning === null ? [] : [{ label: cell.text, at: meaning.at, format: 'long-text', width: 25 } as const]
    })
    const distinct = named.filter(({ at }, i) => named.findIndex((one) => one.at === at) === i)
    if (distinct.length >= 2 && distinct.some(({ at }) => at === 'content'))
      return {
        kind: 'tasks',
        label: '年度主要任务',
        columns: distinct.filter(({ at }) => at !== 'plan' || named.length > 2),
      }
  }
  return null
}

const isFormTitle = (title: string): boolean => /绩效|自评/.test(labelKey(title))

const looksBack = (table: OwnTable): boolean =>
  table.columns.some(({ column }) => column.at === 'actual' || column.at === 'score')

/** The kind of a form whose title is missing, by what else it prints: of a whole department only where it says so. */
function kindWithin({ kind }: Layout, table: OwnTable, above: readonly Row[]): FormKind {
  const back = looksBack(table)
  const stage = kind.endsWith('monitoring') ? 'monitoring' : back ? 'self-evaluation' : 'target'
  const keys = above.flatMap((row) => row.map((cell) => labelKey(cell.text)))
  const ofProject = keys.some((key) => meaningIn(headLabels, key)?.at.startsWith('project.'))
  const ofDepartment = tasksIn(above) !== null || keys.some((key) => DEPARTMENT.test(key))
  if (kind.startsWith('transfer')) return back ? 'transfer-self-evaluation' : 'transfer-target'
  if (!ofProject && ofDepartment) return back ? 'department-self-evaluation' : 'department-target'
  return stage === 'target' && kind === 'project-target-declaration' ? kind : `project-${stage}`
}

const DEPARTMENT = /^(?:其中:?)?(?:基本支出|部门预算总额|部门预算执行)|整体支出/

function kindOf(title: string, table: OwnTable): FormKind {
  const key = labelKey(title)
  const back = looksBack(table)
  const stage = /监控/.test(key)
    ? 'monitoring'
    : /自评|评价/.test(key) || (back && !/目标(?:申报)?表/.test(key))
      ? 'self-evaluation'
      : /申报/.test(key)
        ? 'target-declaration'
        : 'target'
  if (/转移支付|区域绩效/.test(key)) return stage === 'self-evaluation' ? 'transfer-self-evaluation' : 'transfer-target'
  if (/整体/.test(key)) return stage === 'self-evaluation' ? 'department-self-evaluation' : 'department-target'
  return `project-${stage}`
}

/** Every heading of the indicators is one of the layout's, for the same field. */
function explainsColumns(nearest: Layout, table: OwnTable): boolean {
  const columns = sectionOf(nearest, 'indicators')?.columns ?? []
  const isNatural = table.columns.some(({ column }) => column.at === 'nature') && holdsNature(nearest, table)
  return table.columns.every(({ column }) => {
    const key = labelKey(column.label)
    if (column.at === 'nature' && isNatural) return columns.some((own) => own.at === 'nature' && isLabel(key, own))
    return columns.some((own) => isLabel(key, own)) || (column.at.startsWith('remarks.') && isAnyLabel(key, nearest))
  })
}

/** 定量 is no operator, whatever 指标性质 is in the layout, unless it stands in a column of its own. */
function holdsNature(nearest: Layout, table: OwnTable): boolean {
  const natures = (sectionOf(nearest, 'indicators')?.columns ?? []).filter(({ at }) => at === 'nature')
  if (table.columns.some(({ column }) => natures.some((own) => isLabel(labelKey(column.label), own)))) return false
  return table.grid.rows.some((row) => row.some((cell) => /^定量(?:指标)?$/.test(labelKey(cell.text))))
}

/** Every label above the indicators is one of the layout's, for the same field. */
function explainsFront(nearest: Layout, money: OwnMoney | null, front: OwnFront, above: readonly Row[]): boolean {
  const pairs = nearest.sections.flatMap((section) => (section.kind === 'pairs' ? section.rows.flat() : []))
  const paired = front.pairs.every(
    (field) =>
      pairs.some((own) => own.at === field.at && isLabel(labelKey(field.label), own)) ||
      isCaptioned(nearest, field) ||
      (field.at.startsWith('remarks.') && isAnyLabel(labelKey(field.label), nearest)),
  )
  const goals = sectionOf(nearest, 'goals')?.fields ?? []
  const meant = (front.goals?.fields ?? []).every(
    ({ label }) => goals.some((own) => isLabel(labelKey(label), own)) || isTaskColumn(labelKey(label), nearest),
  )
  return paired && meant && explainsMoney(nearest, money, above)
}

const isCaptioned = (nearest: Layout, field: Field): boolean =>
  nearest.caption?.left.some((path) => path.split('.')[0] === field.at.split('.')[0]) ?? false

const isTaskColumn = (key: string, nearest: Layout): boolean =>
  (sectionOf(nearest, 'tasks')?.columns ?? []).some((column) => isLabel(key, column))

/** Rows the layout does not print are read beside its own: the money needs its headings or one known row, not every row. */
function explainsMoney(nearest: Layout, money: OwnMoney | null, above: readonly Row[]): boolean {
  if (money === null) return true
  const funds = sectionOf(nearest, 'funds')
  const { arrangement, columns, rows } = money.section
  const known = rows.some((row) => isAnyLabel(withoutWithin(labelKey(row.label)), nearest))
  if (funds === undefined) return rows.every((row) => isAnyLabel(withoutWithin(labelKey(row.label)), nearest))
  if (funds.columns.length > 1 && arrangement !== 'table')
    return above.some((row) => matchHeadings(row, nearest, 'funds') !== null)
  const arranged = (funds.arrangement === 'table') === (arrangement === 'table') || isPlain(funds)
  const headed = columns.every(({ label }) => label === '' || (!isPlain(funds) && isAnyLabel(labelKey(label), nearest)))
  return arranged && headed && (known || isBesideBlock(funds, above))
}

/** Amounts without headings. */
const isPlain = (funds: Extract<Section, { kind: 'funds' }>): boolean =>
  funds.columns.every(({ label }) => label === '')

/** The label beside the money is the layout's, whatever stands in its rows. */
const isBesideBlock = (funds: Extract<Section, { kind: 'funds' }>, above: readonly Row[]): boolean =>
  above.some((row) => row.some((cell) => isLabel(labelKey(cell.text), funds)))
