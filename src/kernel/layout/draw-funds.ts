// The money table of a drawn form, in its three arrangements.
import type { Form } from '../form/form.ts'
import { type FundRow, type Section, spellings } from './layout.ts'
import type { Strip } from './sheet.ts'
import {
  columnEdges,
  type Drawer,
  headingCell,
  inUnit,
  label,
  labelWidth,
  type Rows,
  unitIn,
  valueCell,
  whole,
} from './strips.ts'

/** 其中：当年财政拨款 stands on one line. */
const fundLabelWidth = { portrait: 180, landscape: 130 } as const

export const drawFunds: Drawer<'funds'> = (section, form, layout) => {
  const title = unitIn(section.label, form, layout)
  if (section.arrangement === 'inline') return drawFundsInline(section, form, title)
  if (section.arrangement === 'side-by-side') return drawFundsSideBySide(section, form, title)
  const ownWidth = section.columns.reduce((width, c) => width + c.width * 10, 0)
  const columnsFrom = Math.max(whole - ownWidth, labelWidth + fundLabelWidth[layout.orientation])
  const columns = columnEdges(section.columns, columnsFrom, whole)
  // A single column of amounts has no heading.
  const plain = section.columns.every((column) => column.label === '')
  const side = label(title, 0, labelWidth, form.funds.length + (plain ? 0 : 1))
  const heading = [
    side,
    label('', labelWidth, columnsFrom),
    ...columns.map(({ column, from, to }) => headingCell(inUnit(column.label, form, layout), from, to)),
  ]
  const rows = form.funds.map((fund, i) => [
    fundCell(section.rows, fund, i, labelWidth, columnsFrom),
    ...columns.map(({ column, from, to }) => valueCell(form, { ...column, at: `funds[${i}].${column.at}` }, from, to)),
  ])
  if (!plain) return [heading, ...rows]
  return rows.map((row, i) => (i === 0 ? [side, ...row] : row))
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

/** The label of a money row; it knows its field, so that a finding about the whole row has a place. */
function fundCell(rows: readonly FundRow[], fund: Form['funds'][number], i: number, from: number, to: number): Strip {
  const row = rows.find((r) => spellings(r).includes(fund.label) && r.scope === fund.scope)
  return { ...label(row?.within ? `其中：${fund.label}` : fund.label, from, to), path: `funds[${i}].label` }
}
