// Finding cells of a drawn form by their field or their place, without walking through all of a long form.
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'

export function cellOf({ rows }: Pick<Sheet, 'rows'>, path: string): SheetCell | undefined {
  for (const row of rows) for (const cell of row) if (cell.path === path) return cell
  return undefined
}

/** The cell that covers a place of the base grid: one of its row, or a merged one that begins above. */
export function cellAt({ rows }: Pick<Sheet, 'rows'>, row: number, col: number): SheetCell | undefined {
  if (row < 0 || row >= rows.length) return undefined
  for (let r = row; r >= 0; r--) {
    const cell = rows[r]?.find((one) => col >= one.col && col < one.col + one.colSpan)
    if (cell) return cell.row + cell.rowSpan > row ? cell : undefined
  }
  return undefined
}

/** The first (last) field of the form, in reading order. */
export const endOf = ({ rows }: Pick<Sheet, 'rows'>, end: 'first' | 'last'): string | undefined => {
  const hasField = (cell: SheetCell) => cell.path !== null
  const row =
    end === 'first' ? rows.find((cells) => cells.some(hasField)) : rows.findLast((cells) => cells.some(hasField))
  return (end === 'first' ? row?.find(hasField) : row?.findLast(hasField))?.path ?? undefined
}
