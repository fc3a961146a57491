// The official form, drawn from its layout; every cell can be chosen, cells with findings are marked.
import { memo, useEffect, useRef } from 'react'
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'
import { type Mark, type Marks, severityLabel } from './marks.ts'

type Props = {
  readonly sheet: Sheet
  readonly marks: Marks
  readonly selected: string | null
  readonly onSelect: (path: string) => void
}

export function SheetView({ sheet, marks, selected, onSelect }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected === null) return
    const cell = frame.current?.querySelector(`[data-path="${CSS.escape(selected)}"]`)
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  return (
    <section className={`sheet sheet-${sheet.orientation}`} aria-label={sheet.title}>
      <h2 className="sheet-title">{sheet.title}</h2>
      {sheet.period && <p className="sheet-period">{sheet.period}</p>}
      {sheet.caption && (
        <p className="sheet-caption">
          <span>{sheet.caption.left}</span>
          <span>{sheet.caption.right}</span>
        </p>
      )}
      {/* A wide table scrolls in its own frame, so the frame must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
      <div className="sheet-frame" ref={frame} tabIndex={0} role="region" aria-label="表格，可左右滚动">
        <table className="sheet-table">
          <colgroup>
            {sheet.widths.map((width, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: base columns have no identity but their place
              <col key={i} style={{ width: `${width / 10}%` }} />
            ))}
          </colgroup>
          <tbody>
            {sheet.rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={i}>
                {row.map((cell) => (
                  <Cell
                    key={cell.col}
                    cell={cell}
                    mark={cell.path === null ? undefined : marks.cells.get(cell.path)}
                    selected={cell.path !== null && cell.path === selected}
                    onSelect={onSelect}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type CellProps = {
  readonly cell: SheetCell
  readonly mark: Mark | undefined
  readonly selected: boolean
  readonly onSelect: (path: string) => void
}

const Cell = memo(function Cell({ cell, mark, selected, onSelect }: CellProps) {
  const classes = [
    `cell cell-${cell.role}`,
    cell.format ? `cell-${cell.format}` : '',
    mark?.severity ? `marked-${mark.severity}` : '',
    selected ? 'cell-selected' : '',
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
        <button type="button" className="cell-button" aria-pressed={selected} onClick={() => onSelect(path)}>
          {cell.text ?? <span className="unseen">空</span>}
          {mark && <MarkSign mark={mark} />}
        </button>
      )}
    </Tag>
  )
})

const MarkSign = ({ mark }: { mark: Mark }) => {
  const differs = mark.score?.verdict === 'different' || mark.score?.verdict === 'outside'
  const recomputed = differs ? (mark.score?.computed ?? `${mark.score?.range?.from}–${mark.score?.range?.to}`) : null
  return (
    <>
      {recomputed && <span className="cell-computed">复算 {recomputed}</span>}
      {mark.severity && mark.findings.length > 0 && (
        <span className={`cell-sign sign-${mark.severity}`}>
          {severityLabel[mark.severity]}
          {mark.findings.length > 1 ? ` ×${mark.findings.length}` : ''}
        </span>
      )}
    </>
  )
}
