// The indicator table of a department form, and the sum under it.
import { blankIndicator } from '../../kernel/form/blank.ts'
import type { Form, Indicator } from '../../kernel/form/form.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import { type Atom, cellText } from '../flow/atoms.ts'
import { isNothing, labelKey, numberText } from '../text.ts'
import { type RowCells, rowCells } from './indicator-row.ts'
import { type IndicatorRow, indicatorRows } from './indicator-rows.ts'
import { beginsLine } from './indicator-words.ts'
import type { FieldRecord } from './record.ts'
import type { TableBlock } from './sections.ts'
import { type ValueCells, valueCells } from './value-cells.ts'

const textOf = (atoms: readonly Atom[]): string | null => {
  const text = cellText(atoms)
  return isNothing(text) ? null : text
}
const pointsOf = (atoms: readonly Atom[]): string | null => numberText(cellText(atoms))

/** Units from rows where value and unit stand side by side on one line. */
function unitsOf(rows: readonly RowCells[]): ReadonlySet<string> {
  const units = new Set<string>()
  for (const { values, weight } of rows) {
    const [, unit] = values
    if (values.length === 2 && unit && !beginsLine(unit) && !beginsLine(weight[0]) && !/\d/.test(unit.text))
      units.add(unit.text)
  }
  return units
}

function indicatorOf(
  row: IndicatorRow,
  cells: RowCells,
  values: ValueCells,
  withActual: boolean,
  year: number | null,
): Indicator {
  const columns = {
    direction: textOf(cells.direction),
    nature: textOf(cells.nature),
    measureUnit: textOf(values.unit),
  }
  return {
    ...blankIndicator,
    ...columns,
    dimension: textOf(row.dimension),
    aspect: textOf(row.aspect),
    name: textOf(cells.name),
    target: parseTarget(textOf(values.target), { ...columns, year }),
    actual: withActual ? parseActual(textOf(values.actual)) : null,
    weight: pointsOf(cells.weight),
    score: pointsOf(cells.score),
    deviation: textOf(cells.deviation),
  }
}

const needed = { name: '三级指标', weight: '分值', score: '得分' } as const

function note(record: FieldRecord, index: number, row: IndicatorRow, cells: RowCells, values: ValueCells): void {
  const path = `indicators[${index}]`
  const placed = {
    dimension: row.dimension,
    aspect: row.aspect,
    name: cells.name,
    nature: cells.nature,
    direction: cells.direction,
    target: values.target,
    actual: values.actual,
    measureUnit: values.unit,
    weight: cells.weight,
    score: cells.score,
    deviation: cells.deviation,
  }
  for (const [key, atoms] of Object.entries(placed)) if (textOf(atoms) !== null) record.place(`${path}.${key}`, atoms)
  const line = row.pieces[0]?.line.line
  for (const key of ['name', 'weight', 'score'] as const)
    if (textOf(cells[key]) === null)
      record.doubt(`${path}.${key}`, `第${index + 1}个指标没有读到“${needed[key]}”`, line)
}

type Table = Pick<Form, 'indicators' | 'totals'>

export function readIndicators(
  block: TableBlock,
  label: string | null,
  year: number | null,
  record: FieldRecord,
): Table {
  const { rows, totals, left } = indicatorRows(block.lines, block.columns, label)
  const cells = rows.map((row) => rowCells(row.pieces))
  const units = unitsOf(cells)
  const withActual = block.columns.some((column) => column.at === 'actual')
  const indicators = rows.map((row, index) => {
    // One set of cells was made for each row just above.
    const own = cells[index] as RowCells
    const values = valueCells(own.values, withActual, units, own.weight[0])
    note(record, index, row, own, values)
    if (withActual && values.target.length > 0 !== values.actual.length > 0)
      record.doubt(
        `indicators[${index}].target`,
        `第${index + 1}个指标只有一个值，不能确定是目标值还是实际完成值`,
        row.pieces[0]?.line.line,
      )
    return indicatorOf(row, own, values, withActual, year)
  })
  for (const line of new Set(left.map((atom) => atom.line)))
    record.doubt(null, `“${line.text.trim()}”不能确定属于哪一格`, line.line)
  return { indicators, totals: totalsOf(totals, record) }
}

/** 合计 prints weight and score; one number alone is the score where the label says so, else it could be either. */
function totalsOf(pieces: readonly Atom[], record: FieldRecord): Form['totals'] {
  const [label, first, second] = pieces
  if (label === undefined || first === undefined) return { weight: null, score: null }
  if (second !== undefined) {
    record.place('totals.weight', [first])
    record.place('totals.score', [second])
    return { weight: numberText(first.text), score: numberText(second.text) }
  }
  if (/分/.test(labelKey(label.text))) {
    record.place('totals.score', [first])
    return { weight: null, score: numberText(first.text) }
  }
  record.doubt('totals', `“${label.text} ${first.text}”不能确定是分值还是得分`, first.line.line)
  return { weight: null, score: null }
}
