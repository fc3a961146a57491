// A row of cells against the headings of its table: rows are printed shifted, or without the cells merged above them.
import type { Column } from '../../kernel/layout/layout.ts'
import type { Cell, Row } from '../grid.ts'
import type { Headings } from '../headings.ts'
import { isNothing, labelKey, numberText } from '../text.ts'

/** The cells of one row by the field they hold. */
export type Aligned = ReadonlyMap<string, Cell>

const SHIFTS = [0, -1, 1, -2, 2, -3, 3]

/** The cells of a row under their headings, at the shift where the most cells are what their column says. */
export function alignRow(row: Row, headings: Headings): Aligned {
  let best: { aligned: Aligned; points: number } = { aligned: new Map(), points: Number.NEGATIVE_INFINITY }
  for (const shift of SHIFTS) {
    const aligned = withName(at(row, headings, shift))
    if (shift === 0 && isFlawless(aligned, headings, row)) return aligned
    const points = plausibility(aligned, headings, row) - Math.abs(shift) * 0.1
    if (points > best.points) best = { aligned, points }
  }
  return best.aligned
}

const at = (row: Row, headings: Headings, shift: number): Map<string, Cell> => {
  const aligned = new Map<string, Cell>()
  for (const { column, index } of headings) {
    const cell = row[index + shift]
    if (cell !== undefined && cell.text.trim() !== '') aligned.set(column.at, cell)
  }
  return aligned
}

/** A name that slid into the empty group columns left of it stands there as no group label. */
function withName(aligned: Map<string, Cell>): Map<string, Cell> {
  if (aligned.has('name')) return aligned
  for (const group of ['aspect', 'dimension']) {
    const cell = aligned.get(group)
    if (cell === undefined || isGroup(labelKey(cell.text))) continue
    aligned.delete(group)
    aligned.set('name', cell)
    return aligned
  }
  return aligned
}

const isGroup = (key: string): boolean =>
  /(指标|效益|效果|产出|满意度|成本|影响)(\(\d+分?\))?$/.test(key) && key.length <= 20

/** Points for cells that suit their column, against those for cells that do not or stand under no heading. */
function plausibility(aligned: Aligned, headings: Headings, row: Row): number {
  let points = 0
  for (const { column } of headings) {
    const cell = aligned.get(column.at)
    if (cell !== undefined) points += suits(column, cell.text)
  }
  const used = new Set(aligned.values())
  for (const cell of row) if (cell.text.trim() !== '' && !used.has(cell)) points -= 3
  return points
}

/** Name and target are there, every printed cell has its heading, and every cell is what its column says. */
function isFlawless(aligned: Aligned, headings: Headings, row: Row): boolean {
  if (!aligned.has('name') || !aligned.has('target')) return false
  if (row.filter((cell) => cell.text.trim() !== '').length !== aligned.size) return false
  return headings.every(({ column }) => suits(column, aligned.get(column.at)?.text ?? '') >= 0)
}

const VALUE = /^(?:[≥≤><=＞＜＝≧≦﹥﹤]|[\d.,]+(?:[%％]|$))/

/** True where every printed cell of a row is what its column says: a row without headings shows so that it is of the layout. */
export function isRowOf(row: Row, headings: Headings): boolean {
  const aligned = alignRow(row, headings)
  const key = (at: string): string => labelKey(aligned.get(at)?.text ?? '')
  const groups = ['dimension', 'aspect'].every((at) => key(at) === '' || isGroup(key(at)))
  // A first indicator may be called as its group is.
  const named = !VALUE.test(key('name')) && (!/^.{2,8}指标$/.test(key('name')) || key('name') === key('aspect'))
  return isFlawless(aligned, headings, row) && groups && named && !isGroup(key('target'))
}

function suits(column: Column, text: string): number {
  const key = labelKey(text)
  // Nothing is known of a column the form has no place for.
  if (column.at.startsWith('other.') || column.at.startsWith('remarks.')) return 0
  switch (column.format) {
    case 'points':
    case 'amount':
    case 'rate':
      return numberText(key.replace(/分$/, '')) !== null ? 2 : isNothing(text) ? 0 : -3
    case 'target':
    case 'actual':
      return 1
    default:
      if (key === '') return 0
      if (column.at === 'dimension' || column.at === 'aspect') return isGroup(key) ? 1 : -1
      if (column.at === 'name') return numberText(key) === null ? 1 : -2
      return numberText(key) === null ? 0.5 : -1
  }
}
