// Three-way merge of a form, cell by cell: what one side changed is kept, what both changed differently is a conflict.
import {
  cellLabel,
  cellOf,
  headCells,
  type Row,
  rowCells,
  sameCell,
  type Table,
  tables,
  textOf,
  withCell,
} from './cells.ts'
import type { Form } from './form.ts'
import { mergeOrder } from './merge-order.ts'
import { pairRows } from './pairing.ts'

export type Conflict = {
  /** Path into `theirs`; of the table where both moved its rows; into `mine` where they removed the row. */
  readonly path: string
  /** What people call the cell: 指标“抽检批次”的指标值. */
  readonly label: string
  readonly base: string | null
  readonly mine: string | null
  readonly theirs: string | null
}

export type Merged = {
  /** Where sides conflict it holds theirs. */
  readonly form: Form
  readonly conflicts: readonly Conflict[]
}

/** Merges two versions made from one. Kind, layout and what was noted at reading are theirs. */
export function merge(base: Form, mine: Form, theirs: Form): Merged {
  const conflicts: Conflict[] = []
  let form = mergeHead(base, mine, theirs, conflicts)
  for (const table of tables) {
    // Mostly nobody else saved: then there is nothing to weigh, and what was typed goes over what was there.
    const rows = theirs === base ? typedOver(table, base, mine) : mergeTable(table, base, mine, theirs, conflicts)
    form = { ...form, [table]: rows }
  }
  return { form, conflicts: [...unitConflict(base, mine, theirs), ...conflicts] }
}

/** The rows of `mine`; a cell that prints the same, and a row of such cells, is the one of `base`. */
function typedOver(table: Table, base: Form, mine: Form): readonly Row[] {
  const pairs = pairRows(table, mine, base)
  return mine[table].map((row, i) => {
    const before = base[table][pairs[i] ?? -1]
    return before === undefined ? row : withChanges(before, row, changedCells(table, before, row))
  })
}

const withChanges = (before: Row, row: Row, names: readonly string[]): Row =>
  names.reduce((changed, name) => withCell(changed, name, cellOf(row, name)), before)

function mergeHead(base: Form, mine: Form, theirs: Form, conflicts: Conflict[]): Form {
  let form = theirs
  for (const name of headCells(base, mine, theirs)) {
    const [b, m, t] = [cellOf(base, name), cellOf(mine, name), cellOf(theirs, name)]
    if (sameCell(m, t) || sameCell(m, b)) continue
    if (sameCell(t, b)) form = withCell(form, name, m)
    else conflicts.push(conflict(name, cellLabel(name), b, m, t))
  }
  return form
}

const conflict = (path: string, label: string, b: unknown, m: unknown, t: unknown): Conflict => ({
  path,
  label,
  base: textOf(b),
  mine: textOf(m),
  theirs: textOf(t),
})

/** A row as each side has it; undefined = it does not. */
type Sides = { readonly id: string; readonly base?: Row; readonly mine?: Row; readonly theirs?: Row; path: string }

function mergeTable(table: Table, base: Form, mine: Form, theirs: Form, conflicts: Conflict[]): readonly Row[] {
  const sides = new Map<string, Sides>()
  const note = (id: string, side: 'base' | 'mine' | 'theirs', row: Row, i: number): string => {
    // The path of theirs is noted last, so it wins.
    sides.set(id, { ...(sides.get(id) ?? {}), id, [side]: row, path: `${table}[${i}]` })
    return id
  }
  const ofBase = base[table].map((row, i) => note(`base ${i}`, 'base', row, i))
  const idsOf = (side: 'mine' | 'theirs', form: Form): readonly string[] => {
    const pairs = pairRows(table, form, base)
    return form[table].map((row, i) => note(ofBase[pairs[i] ?? -1] ?? ownId(side, row, i), side, row, i))
  }
  const [ofMine, ofTheirs] = [idsOf('mine', mine), idsOf('theirs', theirs)]
  const kept = new Map<string, Row>()
  for (const row of sides.values()) {
    const merged = mergeRow(table, row, conflicts)
    if (merged !== undefined) kept.set(row.id, merged)
  }
  const order = mergeOrder(ofBase, ofMine, ofTheirs, {
    kept: (id) => kept.has(id),
    before: (a, b) => weightOf(kept.get(a)) <= weightOf(kept.get(b)),
  })
  if (order.conflict)
    conflicts.push({ path: table, label: `${tableName[table]}的顺序`, base: null, mine: null, theirs: null })
  return order.ids.flatMap((id) => kept.get(id) ?? [])
}

const tableName: Readonly<Record<Table, string>> = { funds: '资金', tasks: '任务', indicators: '指标' }

/** Rows both sides added are one row only where their keys say so. */
function ownId(side: string, row: Row, i: number): string {
  if ('key' in row && row.key !== undefined) return `key ${row.key}`
  return 'scope' in row ? `fund ${row.scope} ${row.label}` : `${side} ${i}`
}

const weightOf = (row: Row | undefined): string => JSON.stringify(row ?? null)

function mergeRow(table: Table, sides: Sides, conflicts: Conflict[]): Row | undefined {
  const { base, mine, theirs, path } = sides
  if (mine === undefined || theirs === undefined) {
    const left = mine ?? theirs
    if (left === undefined || base === undefined) return left
    if (changedCells(table, base, left).length === 0) return undefined
    conflicts.push({
      path,
      label: rowLabel(table, left),
      base: rowText(base),
      mine: mine === undefined ? null : rowText(mine),
      theirs: theirs === undefined ? null : rowText(theirs),
    })
    return left
  }
  let row = theirs
  for (const name of rowCells(table, mine, theirs, ...(base ? [base] : []))) {
    const [m, t] = [cellOf(mine, name), cellOf(theirs, name)]
    const b = base === undefined ? undefined : cellOf(base, name)
    if (sameCell(m, t) || (base !== undefined && sameCell(m, b))) continue
    if (base !== undefined && sameCell(t, b)) row = withCell(row, name, m)
    else conflicts.push(conflict(`${path}.${name}`, `${rowLabel(table, theirs)}的${cellLabel(name, table)}`, b, m, t))
  }
  return row
}

/** Names of the cells in which two states of a row differ. */
export const changedCells = (table: Table, before: Row, after: Row): readonly string[] =>
  rowCells(table, before, after).filter((name) => !sameCell(cellOf(before, name), cellOf(after, name)))

export function rowLabel(table: Table, row: Row): string {
  const name = 'label' in row ? row.label : row.name
  return `${tableName[table]}“${name ?? '（未命名）'}”`
}

/** A row in one line, for people who must choose. */
const rowText = (row: Row): string => {
  const cells = 'scope' in row ? [row.label, row.initialBudget, row.annualBudget, row.executed] : []
  const indicator = 'target' in row ? [row.aspect, row.name, row.target.text, row.actual?.text ?? null, row.score] : []
  const task = 'completion' in row ? [row.name, row.content, row.completion] : []
  return [...cells, ...indicator, ...task].filter((text) => text !== null).join(' ｜ ')
}

/** Amounts mean nothing without their unit: one side converts them all while the other edits some. */
function unitConflict(base: Form, mine: Form, theirs: Form): readonly Conflict[] {
  const changedUnit = (side: Form): boolean => side.amountUnit !== base.amountUnit
  const changedFunds = (side: Form): boolean => JSON.stringify(side.funds) !== JSON.stringify(base.funds)
  if (mine.amountUnit === theirs.amountUnit) return []
  if (!(changedUnit(mine) && changedFunds(theirs)) && !(changedUnit(theirs) && changedFunds(mine))) return []
  return [conflict('amountUnit', '金额单位与资金', base.amountUnit, mine.amountUnit, theirs.amountUnit)]
}
