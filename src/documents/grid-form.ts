// Grid → form, driven by the layout: the same reader for tables of every file format.
import type { Form, NotRead } from '../kernel/form/form.ts'
import { type Layout, sectionOf } from '../kernel/layout/layout.ts'
import { type Grid, joinedSource, type Row, unrepeated } from './grid.ts'
import { isRowOf } from './grid-form/align.ts'
import { addDoubt, type Draft, finished, newDraft } from './grid-form/draft.ts'
import { type Front, frontOf, placeOf } from './grid-form/front.ts'
import { readFunds } from './grid-form/funds.ts'
import { readGoals } from './grid-form/goals.ts'
import { readHead } from './grid-form/head.ts'
import { headingRow, readIndicators } from './grid-form/indicators.ts'
import { readStatements } from './grid-form/statements.ts'
import { readTasks } from './grid-form/tasks.ts'
import { headingsJoined, ownHeadings } from './headings.ts'
import { readTitle } from './title.ts'

/**
 * Reads one form out of a grid that holds it from its title to its last row. What is not printed stays null; what
 * cannot be understood is left out and named in `doubts`; every field read has its place in `sources`.
 */
export function readGrid(grid: Grid, layout: Layout): Form {
  const draft = newDraft(layout)
  const rows = headingsJoined(grid.rows, layout)
  const heading = headingRow(rows, draft)
  const above = heading < 0 ? rows : rows.slice(0, heading)
  // Where the tables are known, so are merged cells: equal neighbours are two cells, not one printed twice.
  const whole = frontOf(grid.tables === undefined ? above.map(unrepeated) : above, layout)
  const rowsOnly = heading < 0 && !hasFront(whole) && !isTitled(grid, layout)
  const front = rowsOnly ? frontOf([], layout) : whole
  readHead(front, draft)
  readFunds(front, draft)
  readGoals(front, draft)
  readStatements(front, draft)
  readTasks(front, draft)
  if (heading >= 0) readIndicators(rows.slice(heading), draft)
  else if (rowsOnly && areRowsOf(rows, layout)) readIndicators(rows, draft)
  else if (rowsOnly) leaveOut(rows, draft)
  return finished(draft)
}

/** More rows nobody looks through. */
const MOST_LISTED = 60

function leaveOut(rows: readonly Row[], draft: Draft): void {
  addDoubt(draft, 'indicators', '未见指标表的表头，各栏是什么无法确定，未读入；请提供带表头的文件', rows.flat()[0])
  const more = rows.length - MOST_LISTED
  if (more > 0) addDoubt(draft, 'indicators', `其后另有 ${more} 行未读入，也未列出；请对照原表`, rows[MOST_LISTED]?.[0])
  draft.form.notRead = rows.slice(0, MOST_LISTED).flatMap((row): NotRead[] => {
    const filled = row.filter((cell) => cell.text.trim() !== '')
    if (filled.length === 0) return []
    const source = joinedSource(filled)
    return [{ ...source, text: source.text.slice(0, 200), label: null, why: '未见表头，未读入' }]
  })
}

/** Rows whose headings are missing belong to the layout where most of them are what its columns say. */
function areRowsOf(rows: readonly Row[], layout: Layout): boolean {
  const tables = rows.filter((row) => row.filter((cell) => cell.text.trim() !== '').length > 2)
  const fitting = tables.filter((row) => isRowOf(row, ownHeadings(layout)))
  return fitting.length * 2 >= tables.length
}

const isTitled = (grid: Grid, layout: Layout): boolean => readTitle(grid.rows.slice(0, 4).flat(), layout).title !== null

/** A piece that begins within the indicator table has no label of the parts above it. */
function hasFront(front: Front): boolean {
  const pairs = front.layout.sections.flatMap((s) => (s.kind === 'pairs' ? s.rows.flat() : []))
  const funds = sectionOf(front.layout, 'funds')
  const goals = sectionOf(front.layout, 'goals')
  return [...pairs, ...(funds?.rows ?? []), ...(goals?.fields ?? [])].some((of) => placeOf(front, of) !== undefined)
}
