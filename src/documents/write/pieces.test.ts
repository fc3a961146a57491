// A form over several pages: no page goes on without the groups its rows belong to.
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { parseTarget } from '../../kernel/value/value.ts'
import { type Piece, pieces, slotsOf } from './pieces.ts'
import { type Printout, printout } from './printout.ts'

const formOf = (...groups: readonly (readonly [dimension: string, aspect: string, rows: number])[]): Form => ({
  ...blankForm('project-target'),
  layout: 'national-target',
  indicators: groups.flatMap(([dimension, aspect, rows]) =>
    Array.from({ length: rows }, (_, i) => ({
      ...blankIndicator,
      dimension,
      aspect,
      name: `${aspect}${i + 1}`,
      target: parseTarget('≥1个', {}),
    })),
  ),
})

const tableOf = (print: Printout): Piece => {
  const piece = pieces(print).find(({ headings }) => headings > 0)
  if (piece === undefined) throw new Error('no table over pages')
  return piece
}

/** The groups as printed: row, rows, path, text. */
const groupsIn = (piece: Piece, column: string) =>
  piece.rows
    .flat()
    .filter(({ path }) => path?.endsWith(column))
    .map(({ rowSpan, path, text }) => [rowSpan, path, text])

const long = printout(
  formOf(['产出指标', '数量指标', 20], ['产出指标', '质量指标', 3], ['效益指标', '社会效益指标', 20]),
)

it('a group of many rows is printed again every few rows, of rows alike', () => {
  expect(groupsIn(tableOf(long), 'aspect')).toEqual([
    [7, 'indicators[0].aspect', '数量指标'],
    [7, 'indicators[7].aspect', '数量指标'],
    [6, 'indicators[14].aspect', '数量指标'],
    [3, 'indicators[20].aspect', '质量指标'],
    [7, 'indicators[23].aspect', '社会效益指标'],
    [7, 'indicators[30].aspect', '社会效益指标'],
    [6, 'indicators[37].aspect', '社会效益指标'],
  ])
})

it('beside it stands the group above it', () => {
  expect(groupsIn(tableOf(long), 'dimension').map(([rows, , text]) => [rows, text])).toEqual([
    [7, '产出指标'],
    [7, '产出指标'],
    [6, '产出指标'],
    [3, '产出指标'],
    [7, '效益指标'],
    [7, '效益指标'],
    [6, '效益指标'],
  ])
})

it('every place of every row is taken once', () => {
  for (const piece of pieces(long))
    for (const slots of slotsOf(piece)) {
      const columns = slots.flatMap(({ cell }) => Array.from({ length: cell.colSpan }, (_, i) => cell.col + i))
      expect(columns).toEqual(long.widths.map((_, i) => i))
    }
})

it('high rows stand in blocks of fewer', () => {
  const form = formOf(['产出指标', '数量指标', 24])
  const texts = form.indicators.map((row) => ({ ...row, name: '检验设备台数及其构成'.repeat(8) }))
  const rows = groupsIn(tableOf(printout({ ...form, indicators: texts })), 'aspect').map(([rows]) => Number(rows))
  expect(Math.max(...rows)).toBeLessThan(8)
  expect(rows.reduce((a, b) => a + b, 0)).toBe(24)
})

it('a form of one page is one table, its groups merged whole', () => {
  const [piece, ...others] = pieces(printout(formOf(['产出指标', '数量指标', 10])))
  expect(others).toEqual([])
  expect(piece && groupsIn(piece, 'aspect')).toEqual([[10, 'indicators[0].aspect', '数量指标']])
})
