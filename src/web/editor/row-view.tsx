// One row of the sheet being edited; drawn again only when something in it changed.
import { memo } from 'react'
import type { SheetCell } from '../../kernel/layout/sheet.ts'
import { computedText, differs, severityLabel } from '../../kernel/review/words.ts'
import type { Mark } from '../parts/marks.ts'

type Props = {
  readonly cells: readonly SheetCell[]
  /** Of the row's cells, in their order. */
  readonly marks: readonly (Mark | undefined)[]
  readonly locks: readonly boolean[]
  readonly commented: readonly boolean[]
}

export const RowView = memo(
  function RowView({ cells, marks, locks, commented }: Props) {
    return (
      <tr>
        {cells.map((cell, i) => {
          const mark = marks[i]
          const classes = [
            `cell cell-${cell.role}`,
            cell.format ? `cell-${cell.format}` : '',
            mark?.severity ? `marked-${mark.severity}` : '',
            locks[i] ? 'cell-locked' : '',
            commented[i] ? 'cell-commented' : '',
          ]
          const Tag = cell.role === 'value' ? 'td' : 'th'
          return (
            <Tag
              key={cell.col}
              className={classes.filter(Boolean).join(' ')}
              rowSpan={cell.rowSpan}
              colSpan={cell.colSpan}
              data-path={cell.path ?? undefined}
            >
              <span className="cell-text">{cell.text}</span>
              {mark?.score && differs(mark.score) && (
                <span className="cell-computed">复算 {computedText(mark.score)}</span>
              )}
              {mark?.severity && mark.findings.length > 0 && (
                <span className={`cell-sign sign-${mark.severity}`}>{severityLabel[mark.severity]}</span>
              )}
            </Tag>
          )
        })}
      </tr>
    )
  },
  (a, b) =>
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => sameCell(cell, b.cells[i])) &&
    a.marks.every((mark, i) => sameMark(mark, b.marks[i])) &&
    a.locks.every((lock, i) => lock === b.locks[i]) &&
    a.commented.every((one, i) => one === b.commented[i]),
)

const sameCell = (a: SheetCell, b: SheetCell | undefined): boolean =>
  b !== undefined &&
  a.text === b.text &&
  a.path === b.path &&
  a.col === b.col &&
  a.rowSpan === b.rowSpan &&
  a.colSpan === b.colSpan &&
  a.role === b.role

const sameMark = (a: Mark | undefined, b: Mark | undefined): boolean =>
  a === b ||
  (a?.severity === b?.severity &&
    a?.findings.length === b?.findings.length &&
    a?.score?.computed === b?.score?.computed &&
    a?.score?.printed === b?.score?.printed)
