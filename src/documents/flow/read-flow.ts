// Reads a form from text as a PDF prints it: cells in reading order, wrapped cells on several lines, no column marks.
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form, Fund, Indicator } from '../../kernel/form/form.ts'
import { type Column, type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import { isFiller } from '../filler.ts'
import type { Segment } from '../source-text.ts'
import { numberText } from '../text.ts'
import { atomsOf } from './atoms.ts'
import { readClosing } from './closing.ts'
import { readEnding } from './ending.ts'
import { cite, doubt, type Notes, newNotes, readText } from './field.ts'
import { readFunds } from './funds.ts'
import { readGoals } from './goals.ts'
import { readHead } from './head.ts'
import { type IndicatorRow, readIndicators } from './indicators.ts'
import { regionsOf } from './regions.ts'
import { readTasks } from './tasks.ts'

/** No official table is longer; what stands behind is not read. */
const mostAtoms = 6_000

/** Reasons, units and what the form has no field for may be missing. */
const isAlwaysFilled = ({ at, format }: Column): boolean =>
  format !== 'long-text' && ['name', 'target', 'actual', 'weight', 'score'].includes(at)

/** One row as a form shows it. */
function indicatorOf(
  notes: Notes,
  row: IndicatorRow,
  index: number,
  columns: readonly Column[],
  year: number | null,
): Indicator {
  const at = (key: string): string => `indicators[${index}].${key}`
  const text = (key: string): string | null => readText(notes, at(key), row.cells.get(key) ?? [])
  const points = (key: string): string | null => {
    const printed = text(key)
    return printed === null ? null : numberText(printed)
  }
  for (const label of ['dimension', 'aspect'] as const) cite(notes, at(label), row[label]?.atoms ?? [])
  for (const column of columns)
    if (isAlwaysFilled(column) && row.cells.get(column.at)?.length === 0)
      doubt(notes, at(column.at), `这一行没有读到“${column.label}”。`, [...row.cells.values()].flat()[0])
  const words = { direction: text('direction'), nature: text('nature'), measureUnit: text('measureUnit') }
  const remarks = columns.flatMap(({ at: path }) => {
    const label = /^remarks\.(.+)$/.exec(path)?.[1]
    const printed = label === undefined ? null : text(path)
    return label === undefined || printed === null ? [] : [[label, printed] as const]
  })
  return {
    ...blankIndicator,
    ...words,
    description: text('description'),
    ...(remarks.length > 0 ? { remarks: Object.fromEntries(remarks) } : {}),
    dimension: row.dimension?.text ?? null,
    aspect: row.aspect?.text ?? null,
    name: text('name'),
    target: parseTarget(text('target'), { year, ...words }),
    actual: row.cells.has('actual') ? parseActual(text('actual')) : null,
    weight: points('weight'),
    score: points('score'),
    deviation: text('deviation'),
  }
}

/** Nothing was asked for over the whole life of the project: its goal for that time is empty too. */
function emptyGoals(layout: Layout, funds: readonly Fund[]): ReadonlySet<string> {
  const ofProject = funds.filter((fund) => fund.scope === 'project')
  const none = ofProject.length > 0 && ofProject.every((fund) => fund.initialBudget === null)
  return new Set(
    none && sectionOf(layout, 'goals')?.fields.some((field) => field.at === 'goals.overall') ? ['goals.overall'] : [],
  )
}

/**
 * The form in a segment, read with its layout. Every field carries its place; what is not there or cannot be read is
 * null and listed in `doubts`.
 */
export function readFlow(segment: Segment, layout: Layout): Form {
  const notes = newNotes()
  const atoms = atomsOf(segment.lines.filter(({ text }) => !isFiller(text)))
  const regions = regionsOf(atoms.slice(0, mostAtoms), layout)
  if (atoms.length > mostAtoms) doubt(notes, null, '表格过长，后面的部分没有读。', atoms[mostAtoms])
  const head = readHead(notes, regions.head, layout)
  const { funds, amountUnit } = readFunds(notes, regions.funds, layout)
  const goals = readGoals(notes, regions.goals, layout, emptyGoals(layout, funds), !regions.indicatorsFound)
  const { from: end, remarks } = readClosing(notes, regions.indicators, layout)
  const table = regions.indicators.slice(0, end)
  const tasks = readTasks(notes, regions.tasks, regions.taskColumns)
  const { to, open, totals, grade } = readEnding(notes, table, layout)
  const merged = sectionOf(layout, 'indicators')?.mergeDown ?? []
  const columns = regions.columns.filter((column) => !merged.includes(column.at))
  const block = readIndicators(table.slice(0, to), columns, open)
  if (open && sectionOf(layout, 'totals')) doubt(notes, null, '表格没有结尾，可能被截断。', atoms.at(-1))
  if (block.rows.length === 0) doubt(notes, 'indicators', '没有读到绩效指标。')
  for (const lost of block.unread) doubt(notes, 'indicators', `“${lost.text}”不知属于哪一格，没有读入。`, lost)
  const indicators = block.rows.map((row, i) => indicatorOf(notes, row, i, columns, head.year))
  return {
    ...blankForm(layout.kind),
    ...head,
    amountUnit,
    funds: [...funds],
    goals,
    tasks,
    indicators,
    totals,
    grade,
    ...(Object.keys(remarks).length > 0 ? { remarks } : {}),
    layout: layout.id,
    sources: notes.sources,
    doubts: notes.doubts,
  }
}
