// A list of projects with their targets in one table → the same as one form a project, as the readers know them.
import { layouts } from '../kernel/layout/index.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { labelKey } from './text.ts'
import { titleIn } from './title.ts'

/** `lines`: for every row the row of the document it comes from, counted from 1. */
export type Unfolded = { readonly grid: Grid; readonly lines: readonly number[] }

/** Rows above the headings that belong to the list: title, year, unit of money. */
const ABOVE = 6
/** Cells of a list told apart; no published list has more columns. */
const WIDEST = 40

const NAMED = /^[^。]{0,12}项\s*目\s*名\s*称\s*$/
const NAME = /^(?:(?:预算)?单位名称[、,]?)?项目名称$/
const GOAL = /^(?:项目)?(?:年度)?(?:总体)?(?:绩效)?目标$/
const FIRST = /^一级指标$/
const INDICATOR = /^(?:三级指标|指标名称)$/
const UNIT = /^(?:预算)?单位(?:名称)?$/

/** Headings of a list: what belongs to a project stands left of what belongs to an indicator. */
type Headings = {
  readonly row: number
  readonly name: number
  readonly first: number
  readonly labels: readonly Cell[]
}

/** The grid with every list of projects written out; null where there is none. */
export function listsUnfolded(grid: Grid): Unfolded | null {
  const found = grid.rows.flatMap((row, at) => headingsAt(row, at) ?? [])
  if (found.length === 0) return null
  const written: { row: Row; line: number; table: number | null }[] = []
  const keep = (from: number, to: number): void => {
    for (let at = from; at < to; at++)
      written.push({ row: grid.rows[at] ?? [], line: at + 1, table: grid.tables?.[at] ?? null })
  }
  let from = 0
  for (const headings of found) {
    if (headings.row < from) continue
    const top = titleAbove(grid, headings.row, from)
    const end = listEnd(grid, headings)
    keep(from, top)
    for (const project of projectsIn(grid, headings, end)) {
      keep(top, headings.row)
      const table = grid.tables?.[headings.row] ?? null
      for (const { row, line } of formRows(grid, headings, project)) written.push({ row, line, table })
    }
    from = end
  }
  keep(from, grid.rows.length)
  const rows = written.map(({ row }) => row)
  const tables = grid.tables === undefined ? {} : { tables: written.map(({ table }) => table) }
  return { grid: { rows, ...tables }, lines: written.map(({ line }) => line) }
}

function headingsAt(row: Row, at: number): Headings | null {
  if (row.length < 5 || row.length > WIDEST || !row.some(({ text }) => NAMED.test(text))) return null
  const keys = row.map((cell) => labelKey(cell.text))
  const [name, first] = [keys.findIndex((key) => NAME.test(key)), keys.findIndex((key) => FIRST.test(key))]
  const isList = name >= 0 && first > name && keys.some((key) => INDICATOR.test(key))
  return isList && keys.slice(0, first).some((key) => GOAL.test(key)) ? { row: at, name, first, labels: row } : null
}

/** The title's row; the headings' own where none is near. */
function titleAbove({ rows }: Grid, heading: number, from: number): number {
  for (let at = heading - 1; at >= Math.max(from, heading - ABOVE); at--)
    if (titleIn((rows[at] ?? []).map(({ text }) => text).join(''), layouts) !== null) return at
  return heading
}

const filled = (row: Row, from: number, to = row.length): boolean =>
  row.slice(from, to).some((cell) => labelKey(cell.text) !== '')

/** The list goes on over its page: only a title or another table's rows end it. */
function listEnd({ rows }: Grid, { row: heading, first, name }: Headings): number {
  let at = heading + 1
  for (; at < rows.length; at++) {
    const row = rows[at] ?? []
    if (headingsAt(row, at) !== null) continue
    if (titleIn(row.map(({ text }) => text).join(''), layouts) !== null) break
    if (filled(row, first) || !filled(row, 0) || onlyName(row, name)) continue
    break
  }
  return at
}

/** A row with nothing but a name: the unit whose projects follow. */
const onlyName = (row: Row, name: number): boolean =>
  filled(row, name, name + 1) && !filled(row, 0, name) && !filled(row, name + 1)

/** `own`: the cells left of the indicators, by column; `unit`: the name above its projects. */
type Project = { readonly own: readonly Cell[]; readonly unit: Cell | null; readonly rows: number[] }

function projectsIn({ rows }: Grid, headings: Headings, end: number): readonly Project[] {
  const { name, first, labels } = headings
  const column = labels.slice(0, first).findIndex(({ text }) => UNIT.test(labelKey(text)))
  const projects: Project[] = []
  let unit: Cell | null = null
  for (let at = headings.row + 1; at < end; at++) {
    const row = rows[at] ?? []
    if (headingsAt(row, at) !== null || !filled(row, 0)) continue
    const project: Project = { own: row.slice(0, first), unit, rows: [at] }
    const last = projects.at(-1)
    if (onlyName(row, name)) unit = row[name] ?? null
    else if (keyIn(row, name) !== '' && (last === undefined || !isSame(last, project, [name, column])))
      projects.push(project)
    else last?.rows.push(at)
  }
  return projects
}

const keyIn = (row: Row, column: number): string => labelKey(row[column]?.text ?? '')

/** A name printed again goes on with its project, unless the unit is another: many have projects of one name. */
const isSame = (a: Project, b: Project, columns: readonly number[]): boolean =>
  labelKey(a.unit?.text ?? '') === labelKey(b.unit?.text ?? '') &&
  columns.every((column) => keyIn(b.own, column) === '' || keyIn(a.own, column) === keyIn(b.own, column))

const NOTHING: Cell = { text: '', source: { text: '' } }
const label = (text: string): Cell => ({ text, source: { text: '' } })

/** The rows of one project as its form prints them: labels with their texts, the headings, its indicators. */
function formRows({ rows }: Grid, { labels, name, first, row }: Headings, { own, unit, rows: lines }: Project) {
  const [line = row] = lines
  const pair = (text: string, cell: Cell): { readonly row: Row; readonly line: number } => ({
    row: [label(text), cell],
    line: line + 1,
  })
  const hasUnit = labels.slice(0, first).some(({ text }) => UNIT.test(labelKey(text)))
  const others = own.flatMap((cell, i) => {
    const text = labels[i]?.text ?? ''
    return i === name || labelKey(text) === '' ? [] : [pair(text, cell)]
  })
  return [
    pair('项目名称', own[name] ?? NOTHING),
    ...(unit !== null && !hasUnit ? [pair('单位名称', unit)] : []),
    ...others,
    { row: labels.slice(first), line: row + 1 },
    ...lines.map((at) => ({ row: (rows[at] ?? []).slice(first), line: at + 1 })),
  ]
}
