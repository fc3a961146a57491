import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextBlock } from './text-blocks.ts'
import { extentsOf, firstRows, withLabels } from './undrawn-rows.ts'

const HEIGHT = 20
const block = (text: string, left: number, top: number): TextBlock => ({
  text,
  left,
  right: left + 40,
  top,
  bottom: top + 10,
  size: 10,
  pieces: [],
})
const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => [block('值', 100, i * HEIGHT)])
/** A label in the middle of the rows it stands for. */
const labelOf = (from: number, count: number) => block('产出指标', 0, (from + (count - 1) / 2) * HEIGHT)

it('labels in the middle of their rows are given the first of them', () => {
  const groups = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(groups, (counts) => {
      const starts = counts.map((_, i) => counts.slice(0, i).reduce((sum, count) => sum + count, 0))
      const extents = extentsOf(rowsOf(counts.reduce((sum, count) => sum + count, 0)))
      const labels = counts.map((count, i) => labelOf(starts[i] ?? 0, count))
      expect(firstRows(labels, extents, false)).toEqual(starts.map((row) => ({ row, sure: true })))
    }),
  )
})

it('labels and rows without end are not shared out: no label is sure, and none is lost', () => {
  const rows = rowsOf(200)
  const labels = rows.map((_, i) => labelOf(i, 1))
  expect(firstRows(labels, extentsOf(rows), false)).toEqual([])
  const printed = labels.map((label, i) => [label, ...(i % 2 === 0 ? (rows[i] ?? []) : [])])
  expect(withLabels(printed).flat()).toHaveLength(300)
})
