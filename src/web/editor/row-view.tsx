// One row of the sheet being edited; drawn again only when something in it changed.
import { memo } from 'react'
import type { SheetCell } from '../../kernel/layout/sheet.ts'
import { computedText, differs, severityLabel } from '../../kernel/review/words.ts'
import type { Mark } from '../parts/marks.ts'
import type { Refused } from './draft.ts'

/** What stands in a cell beside its text. */
export type CellNotes = {
  readonly mark: Mark | undefined
  readonly locked: boolean
  readonly commented: boolean
  readonly refused: Refused | undefined
}

type Props = { readonly cells: readonly SheetCell[]; readonly notes: readonly CellNotes[] }

const noNotes: CellNotes = { mark: undefined, locked: false, commented: false, refused: undefined }

export const RowView = memo(
  ({ cells, notes }: Props) => (
    <tr>
      {cells.map((cell, i) => (
        <EditedCell key={cell.col} cell={cell} notes={notes[i] ?? noNotes} />
      ))}
    </tr>
  ),
  (a, b) =>
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => sameCell(cell, b.cells[i])) &&
    a.notes.every((notes, i) => sameNotes(notes, b.notes[i])),
)

function EditedCell({ cell, notes }: { readonly cell: SheetCell; readonly notes: CellNotes }) {
  const { mark, locked, commented, refused } = notes
  const classes = [
    `cell cell-${cell.role}`,
    cell.format ? `cell-${cell.format}` : '',
    refused ? 'cell-refused' : mark?.severity ? `marked-${mark.severity}` : '',
    locked ? 'cell-locked' : '',
    commented ? 'cell-commented' : '',
  ]
  const Tag = cell.role === 'value' ? 'td' : 'th'
  return (
    <Tag
      className={classes.filter(Boolean).join(' ')}
      rowSpan={cell.rowSpan}
      colSpan={cell.colSpan}
      data-path={cell.path ?? undefined}
    >
      <span className="cell-text">{refused ? refused.text : cell.text}</span>
      {refused && <span className="cell-sign sign-error">未写入：{refused.why}</span>}
      {mark?.score && differs(mark.score) && <span className="cell-computed">复算 {computedText(mark.score)}</span>}
      {mark?.severity && mark.findings.length > 0 && (
        <span className={`cell-sign sign-${mark.severity}`}>{severityLabel[mark.severity]}</span>
      )}
    </Tag>
  )
}

const sameCell = (a: SheetCell, b: SheetCell | undefined): boolean =>
  b !== undefined &&
  a.text === b.text &&
  a.path === b.path &&
  a.col === b.col &&
  a.rowSpan === b.rowSpan &&
  a.colSpan === b.colSpan &&
  a.role === b.role

const sameNotes = (a: CellNotes, b: CellNotes | undefined): boolean =>
  b !== undefined &&
  a.locked === b.locked &&
  a.commented === b.commented &&
  a.refused === b.refused &&
  sameMark(a.mark, b.mark)

const sameMark = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a === b ||
  (a?.severity === b?.severity &&
    a?.findings.length === b?.findings.length &&
    a?.score?.computed === b?.score?.computed &&
    a?.score?.printed === b?.score?.printed)
