// The money table: rows found by their printed labels, the numbers behind a label are its cells.

import { blankFund } from '../../kernel/form/blank.ts'
import type { Form, Fund } from '../../kernel/form/form.ts'
import { type Column, type FundRow, type Layout, sectionOf, spellings } from '../../kernel/layout/layout.ts'
import { memoOf } from '../../kernel/memo.ts'
import { placedAmounts } from '../money-cells.ts'
import { numberText } from '../text.ts'
import type { Atom } from './atoms.ts'
import { cite, doubt, type Notes } from './field.ts'
import { type Labels, labelAt, labelRun, labels } from './labels.ts'
import { labelsOf } from './regions.ts'
import { isDash } from './vocabulary.ts'

type Amounts = Pick<Form, 'funds' | 'amountUnit'>
type Entry = { readonly label: string; readonly row: FundRow; readonly values: Atom[] }

/** Spellings of all rows, with and without 其中：. The same spelling may name a row of the project and one of the year. */
const rowLabels = memoOf((rows: readonly FundRow[]): Labels<readonly FundRow[]> => {
  const byLabel = new Map<string, FundRow[]>()
  for (const row of rows)
    for (const spelling of spellings(row))
      for (const label of [spelling, `其中：${spelling}`, `其中:${spelling}`])
        byLabel.set(label, [...(byLabel.get(label) ?? []), row])
  return labels(byLabel)
})

const columnLabels = memoOf((columns: readonly Column[]) => labelsOf(columns))

const isValue = (atom: Atom): boolean => isDash(atom.text) || numberText(atom.text) !== null

/** A row the layout does not know: words at the beginning of a line with a whole row of numbers behind them. */
function unknownRow(atoms: readonly Atom[], at: number, columns: number): FundRow | undefined {
  const atom = atoms[at]
  if (!atom || atom.gap === 'space' || columns < 3 || !/^[\u4e00-\u9fff（）()：:、]{3,20}$/.test(atom.text))
    return undefined
  const behind = atoms.slice(at + 1, at + 1 + columns)
  const full = behind.length === columns && behind.every((next) => next.gap === 'space' && isValue(next))
  return full ? { label: atom.text.replace(/^其中[:：]?|[:：]$/g, ''), scope: 'annual', level: 1 } : undefined
}

function entriesIn(atoms: readonly Atom[], rows: readonly FundRow[], columns: readonly Column[]): readonly Entry[] {
  const of = rowLabels(rows)
  const headings = columnLabels(columns)
  const entries: Entry[] = []
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at]
    const label = labelAt(atoms, at, of)
    const row = label?.value.find((candidate) => !entries.some((entry) => entry.row === candidate))
    const unknown = label ? undefined : unknownRow(atoms, at, columns.length)
    const heading = labelAt(atoms, at, headings)
    if (row && label) entries.push({ label: label.spelling.replace(/^其中:?/, ''), row, values: [] })
    else if (unknown) entries.push({ label: unknown.label, row: unknown, values: [] })
    else if (!heading && atom && isValue(atom)) entries.at(-1)?.values.push(atom)
    at += label?.count ?? heading?.count ?? 1
  }
  // Side by side the columns of the project and of the year are printed line by line; the form lists them one by one.
  const places = new Map(rows.map((row, i) => [row, i]))
  const sideBySide = rows.some((row) => row.scope === 'project')
  return sideBySide ? entries.toSorted((a, b) => (places.get(a.row) ?? 0) - (places.get(b.row) ?? 0)) : entries
}

/** The columns in the order their headings are printed in. */
function printedColumns(atoms: readonly Atom[], columns: readonly Column[]): readonly Column[] {
  const of = columnLabels(columns)
  for (let at = 0; at < atoms.length; at++) {
    const run = [...new Set(labelRun(atoms, at, of).map((label) => label.value))]
    if (run.length >= Math.max(3, columns.length - 2)) return run
  }
  return columns
}

/**
 * Which column each number of a row belongs to. Empty cells leave no trace in the text, so a short row is given only
 * as far as it is certain: the amounts come first, and behind them a rate.
 */
function columnsOfValues(
  columns: readonly Column[],
  values: readonly Atom[],
  part: boolean,
): readonly Column[] | undefined {
  if (values.length === columns.length) return columns
  const amounts = columns.filter((column) => column.format === 'amount')
  const rate = columns.filter((column) => column.format === 'rate')
  if (values.length === amounts.length) return amounts
  const isRate = part || /[%％]$/.test(values.at(-1)?.text ?? '')
  if (values.length === amounts.length + 1 && isRate) return [...amounts, ...rate]
  const places = placedAmounts(
    values.map(({ text }) => text),
    columns.map(({ at }) => at),
  )
  return places?.flatMap((at) => columns[at] ?? [])
}

function fundOf(notes: Notes, entry: Entry, index: number, columns: readonly Column[]): Fund {
  const fund: Record<string, unknown> = blankFund(entry.label, entry.row.level, entry.row.scope)
  if (entry.values.length === 0) return fund as Fund
  const into = columnsOfValues(columns, entry.values, entry.row.level > 0)
  if (!into) doubt(notes, `funds[${index}]`, `“${entry.label}”一行的数字个数与表头不符，没有读入。`, entry.values[0])
  for (const [i, column] of (into ?? []).entries()) {
    const atom = entry.values[i]
    const value = atom ? numberText(atom.text) : null
    if (!atom || value === null) continue
    fund[column.at] = value
    cite(notes, `funds[${index}].${column.at}`, [atom])
  }
  // Only money columns of the layout were set, and every one of them holds a decimal text.
  return fund as Fund
}

/** The currency unit stands in the label of the block: 项目资金（万元）. */
function unitIn(notes: Notes, atoms: readonly Atom[]): Form['amountUnit'] {
  for (const atom of atoms) {
    const unit = /[（(](万?元)[)）]/.exec(atom.text)?.[1]
    if (unit !== '元' && unit !== '万元') continue
    cite(notes, 'amountUnit', [atom])
    return unit
  }
  return null
}

export function readFunds(notes: Notes, atoms: readonly Atom[], layout: Layout): Amounts {
  const section = sectionOf(layout, 'funds')
  if (!section) return { funds: [], amountUnit: null }
  const columns = section.arrangement === 'table' ? printedColumns(atoms, section.columns) : section.columns
  const entries = entriesIn(atoms, section.rows, columns)
  if (entries.length === 0) doubt(notes, 'funds', '没有读到项目资金。')
  else
    for (const row of section.rows)
      if (!entries.some((entry) => entry.row === row)) doubt(notes, 'funds', `没有读到资金行“${row.label}”。`)
  return { funds: entries.map((entry, i) => fundOf(notes, entry, i, columns)), amountUnit: unitIn(notes, atoms) }
}
