// The table of the form being edited. Typing in the field that lies over it does not draw it again.
import { memo } from 'react'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import type { Marks } from '../parts/marks.ts'
import type { Draft } from './draft.ts'
import { RowView } from './row-view.tsx'

type Props = {
  readonly sheet: Sheet
  readonly marks: Marks
  readonly locked: ReadonlySet<string>
  /** Cells with open comments. */
  readonly commented: ReadonlySet<string>
  readonly refused: Draft['refused']
}

export const SheetBody = memo(({ sheet, marks, locked, commented, refused }: Props) => (
  <>
    <colgroup>
      {sheet.widths.map((width, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: base columns have no identity but their place
        <col key={i} style={{ width: `${width / 10}%` }} />
      ))}
    </colgroup>
    <tbody>
      {sheet.rows.map((row, i) => (
        <RowView
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={i}
          cells={row}
          notes={row.map(({ path }) => ({
            mark: path === null ? undefined : marks.cells.get(path),
            locked: path !== null && locked.has(path),
            commented: path !== null && commented.has(path),
            refused: path === null ? undefined : refused.get(path),
          }))}
        />
      ))}
    </tbody>
  </>
))
