// Finds the sections of a form in its atoms by the labels its layout prints.
import { type Column, type Field, type Layout, sectionOf, spellings } from '../../kernel/layout/layout.ts'
import { memoOf } from '../../kernel/memo.ts'
import type { Atom } from './atoms.ts'
import { findLabel, type Labels, labelRun, labels, type Placed } from './labels.ts'
import { blockTitles } from './vocabulary.ts'

/** Atoms of each section; empty where the text has none. `columns` = the indicator columns as the text prints them. */
export type Regions = {
  readonly head: readonly Atom[]
  readonly funds: readonly Atom[]
  readonly goals: readonly Atom[]
  readonly goalsFound: boolean
  /** Below the headings of the tasks; `taskColumns` are those the text prints. */
  readonly tasks: readonly Atom[]
  readonly taskColumns: readonly Column[]
  readonly indicators: readonly Atom[]
  readonly columns: readonly Column[]
  readonly indicatorsFound: boolean
}

/** Labels of things that have several spellings. */
export const labelsOf = <T extends { readonly label: string; readonly aliases?: readonly string[] }>(
  things: readonly T[],
): Labels<T> =>
  labels(
    things.flatMap((thing) => spellings(thing).map((spelling) => [spelling, thing] as const)),
    true,
  )

/** 项目资金（万元）: the block's label in every currency unit, and without one. */
const blockLabels = (label: string): readonly string[] =>
  ['元', '万元'].map((unit) => label.replace('{unit}', unit)).concat(label.replace(/[（(]\{unit\}[)）]/, ''))

const fundsLabels = memoOf((funds: NonNullable<ReturnType<typeof sectionOf<'funds'>>>) => ({
  block: labels(
    blockLabels(funds.label).map((label) => [label, true] as const),
    true,
  ),
  columns: labelsOf(funds.columns.filter((column) => column.label !== '')),
  rows: labelsOf(funds.rows),
}))

function fundsBegin(atoms: readonly Atom[], layout: Layout): number | undefined {
  const funds = sectionOf(layout, 'funds')
  if (!funds) return undefined
  const printed = fundsLabels(funds)
  const block = findLabel(atoms, printed.block)
  const columns = findLabel(atoms, printed.columns)
  const rows = findLabel(atoms, printed.rows, 0, columns?.at ?? block?.at ?? atoms.length)
  const places = [block?.at, columns?.at, rows?.at].filter((at) => at !== undefined)
  return places.length === 0 ? undefined : Math.min(...places)
}

/** The first place where at least `least` of the labels stand in a row. */
function headingRun<T>(atoms: readonly Atom[], of: Labels<T>, least: number): readonly Placed<T>[] {
  for (let from = 0; ; ) {
    const found = findLabel(atoms, of, from)
    if (!found) return []
    const run = labelRun(atoms, found.at, of)
    if (new Set(run.map((label) => label.value)).size >= least) return run
    from = found.at + 1
  }
}

const endOf = (run: readonly Placed<unknown>[]): number => {
  const last = run.at(-1)
  return last ? last.at + last.count : 0
}

/** Headings of the indicator table, with 绩效指标 printed beside them. */
const headingsOf = memoOf((columns: readonly Column[]): Labels<Column | true> => {
  const of = labelsOf(columns)
  return { ...of, meaning: new Map<string, Column | true>([...of.meaning, ...blockTitles.meaning]) }
})

/** The indicator atoms without the headings repeated on later pages. */
function withoutHeadings(atoms: readonly Atom[], of: Labels<Column | true>): readonly Atom[] {
  const kept: Atom[] = []
  let removed = false
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at]
    const run = atom && atom.gap !== 'space' ? labelRun(atoms, at, of) : []
    if (run.filter((label) => label.value !== true).length >= 3) {
      at = endOf(run)
      removed = true
      continue
    }
    if (atom) kept.push(removed ? { ...atom, gap: 'page' } : atom)
    removed = false
    at++
  }
  return kept
}

/** The columns the headings name, in their order; all of the layout where the headings cannot be trusted. */
function printedColumns(run: readonly Placed<Column | true>[], columns: readonly Column[]): readonly Column[] {
  const named = [...new Set(run.map((label) => label.value))].filter((value) => value !== true)
  const needed = columns.filter((column) => column.at === 'name' || column.at === 'target')
  return named.length >= columns.length - 2 && needed.every((column) => named.includes(column)) ? named : columns
}

const goalsLabels = memoOf((fields: readonly Field[]) => labelsOf(fields))

/** Headings of the tasks, with 年度主要任务 printed beside them. */
const tasksLabels = memoOf((tasks: NonNullable<ReturnType<typeof sectionOf<'tasks'>>>): Labels<Column | true> => {
  const of = labelsOf(tasks.columns)
  const beside = labels([[tasks.label, true] as const])
  return { ...of, meaning: new Map<string, Column | true>([...beside.meaning, ...of.meaning]) }
})

const isColumn = (value: Column | true): value is Column => value !== true

/** The headings of the tasks where at least two of them stand in a row. */
function tasksRun(atoms: readonly Atom[], layout: Layout): readonly Placed<Column | true>[] {
  const tasks = sectionOf(layout, 'tasks')
  if (tasks === undefined) return []
  const run = headingRun(atoms, tasksLabels(tasks), 2)
  return new Set(run.map(({ value }) => value).filter(isColumn)).size >= 2 ? run : []
}

export function regionsOf(atoms: readonly Atom[], layout: Layout): Regions {
  const goals = sectionOf(layout, 'goals')
  const columns = sectionOf(layout, 'indicators')?.columns ?? []
  const headings = headingsOf(columns)
  const goalsRun = goals ? headingRun(atoms, goalsLabels(goals.fields), goals.fields.length) : []
  const indicatorRun = headingRun(atoms, headings, 3)
  const indicatorsAt = indicatorRun[0]?.at
  const tasks = tasksRun(atoms.slice(0, indicatorsAt), layout)
  const starts = [goalsRun[0]?.at, tasks[0]?.at, indicatorsAt].filter((at) => at !== undefined)
  const behind = (run: readonly Placed<unknown>[]): readonly Atom[] =>
    run.length === 0 ? [] : atoms.slice(endOf(run), Math.min(...starts.filter((at) => at >= endOf(run)), atoms.length))
  const fundsEnd = Math.min(...starts, atoms.length)
  const headEnd = fundsBegin(atoms.slice(0, fundsEnd), layout) ?? fundsEnd
  return {
    head: atoms.slice(0, headEnd),
    funds: atoms.slice(headEnd, fundsEnd),
    goals: behind(goalsRun),
    goalsFound: goalsRun.length > 0,
    tasks: behind(tasks),
    taskColumns: [...new Set(tasks.map(({ value }) => value).filter(isColumn))],
    indicators: indicatorsAt === undefined ? [] : withoutHeadings(atoms.slice(endOf(indicatorRun)), headings),
    columns: printedColumns(indicatorRun, columns),
    indicatorsFound: indicatorsAt !== undefined,
  }
}
