import { placeOf } from '../../kernel/form/type-in.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { cellOf } from '../parts/sheet-cells.ts'
import type { Typing } from './draft.ts'

/** Few cells are looked up one by one; for many the sheet is walked through once. */
const few = 20

/** A merged cell stands for all the rows it covers. */
export function withMerged(sheet: Sheet, cells: readonly Typing[]): readonly Typing[] {
  const spans =
    cells.length > few ? new Map(sheet.rows.flatMap((row) => row.map(({ path, rowSpan }) => [path, rowSpan]))) : null
  const spanOf = (path: string) => (spans ? spans.get(path) : cellOf(sheet, path)?.rowSpan) ?? 1
  return cells.flatMap(({ path, text }) => {
    const place = placeOf(path)
    const covered = place?.table === 'indicators' ? spanOf(path) : 1
    return Array.from({ length: covered }, (_, i) => ({
      path: place && i > 0 ? `${place.table}[${place.index + i}].${place.name}` : path,
      text,
    }))
  })
}
