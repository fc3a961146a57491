// One cell of the sheet: its text as printed, what was recomputed, and how grave its findings are.
import { memo } from 'react'
import type { SheetCell } from '../../kernel/layout/sheet.ts'
import type { Severity } from '../../kernel/profile/profile.ts'
import { computedText, differs } from '../../kernel/review/words.ts'
import { useFormWords } from '../words/form.ts'
import type { CellNote } from './cell-note.ts'
import type { Mark } from './marks.ts'

type Props = {
  readonly cell: SheetCell
  readonly mark: Mark | undefined
  readonly note: CellNote | undefined
  readonly selected: boolean
  /** The one cell of the sheet the Tab key stops at. */
  readonly isEntry: boolean
  readonly onSelect: (path: string) => void
  readonly onFocus: (path: string) => void
}

export const CellView = memo(function CellView({ cell, mark, note, selected, isEntry, onSelect, onFocus }: Props) {
  const classes = [
    `cell cell-${cell.role}`,
    cell.format ? `cell-${cell.format}` : '',
    mark?.severity ? `marked-${mark.severity}` : '',
    selected ? 'cell-selected' : '',
    note?.changed ? 'cell-changed' : '',
    note?.commented ? 'cell-commented' : '',
    note?.failing ? 'cell-failing' : '',
  ]
  const Tag = cell.role === 'value' ? 'td' : 'th'
  const { path } = cell
  return (
    <Tag
      className={classes.filter(Boolean).join(' ')}
      rowSpan={cell.rowSpan}
      colSpan={cell.colSpan}
      data-path={path ?? undefined}
    >
      {path === null ? (
        cell.text
      ) : (
        <button
          type="button"
          className="cell-button"
          tabIndex={isEntry ? 0 : -1}
          aria-pressed={selected}
          onClick={() => onSelect(path)}
          onFocus={() => onFocus(path)}
        >
          {cell.text ?? <span className="unseen">空</span>}
          {mark && <MarkSign mark={mark} />}
          {note && <NoteSign note={note} />}
        </button>
      )}
    </Tag>
  )
})

/** Findings of one severity are counted as such; the gravest is never said of milder ones. */
function howMany(findings: Mark['findings'], severity: Severity): string {
  if (findings.length === 1) return ''
  return findings.every((f) => f.severity === severity) ? ` ×${findings.length}` : `+${findings.length - 1}`
}

function MarkSign({ mark: { score, severity, findings } }: { mark: Mark }) {
  const words = useFormWords()
  return (
    <>
      {score && differs(score) && (
        <span className="cell-computed">
          {words.computed} {computedText(score)}
        </span>
      )}
      {severity && findings.length > 0 && (
        <span className={`cell-sign sign-${severity}`}>
          {words.severities[severity]}
          {howMany(findings, severity)}
        </span>
      )}
    </>
  )
}

const NoteSign = ({ note: { changed, commented, failing } }: { note: CellNote }) => (
  <>
    {changed && (
      <span className="cell-note" title={changed.message}>
        {changed.label}
      </span>
    )}
    {commented && <span className="cell-note">{commented}</span>}
    {failing && <span className="cell-note failing">{failing}</span>}
  </>
)
