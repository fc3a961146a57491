// The official form, drawn from its layout; every cell can be chosen, cells with findings are marked.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { useWords } from '../words.ts'
import type { CellNote } from './cell-note.ts'
import { CellView } from './cell-view.tsx'
import type { Marks } from './marks.ts'
import { neighbour } from './sheet-moves.ts'

type Props = {
  readonly sheet: Sheet
  readonly marks: Marks
  /** What people said or did at cells. */
  readonly notes?: ReadonlyMap<string, CellNote>
  readonly selected: string | null
  readonly onSelect: (path: string) => void
  /** To the next (1) or previous (-1) marked cell. */
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

export function SheetView({ sheet, marks, notes, selected, onSelect, onStep, onClose }: Props) {
  const words = useWords()
  const grid = useRef<HTMLTableElement>(null)
  // Tab enters the sheet once, at this cell; inside it the arrow keys move.
  const [entry, setEntry] = useState(marks.order[0] ?? '')
  useEffect(() => {
    const cell = selected === null ? null : cellAt(grid.current, selected)
    if (!cell || selected === null) return
    setEntry(selected)
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // From a list the focus follows too: the list gives way to the details, and the focus would fall to the page.
    const from = document.activeElement
    if (grid.current?.contains(from) || from?.closest('.finding-list, .score-table'))
      cell.focus({ preventScroll: true })
  }, [selected])

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = neighbour(sheet, entry, event.key)
    if (next !== undefined) cellAt(grid.current, next)?.focus()
    else if (event.key === 'n') onStep(1)
    else if (event.key === 'p') onStep(-1)
    else if (event.key === 'Escape') onClose()
    if (next !== undefined || event.key.startsWith('Arrow')) event.preventDefault()
  }
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
      <div className="sheet-frame">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen is a grid
          role="grid"
          className="sheet-table"
          aria-label={`${sheet.title}（${words.tableHint}）`}
          onKeyDown={press}
        >
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
                  <CellView
                    key={cell.col}
                    cell={cell}
                    mark={cell.path === null ? undefined : marks.cells.get(cell.path)}
                    note={cell.path === null ? undefined : notes?.get(cell.path)}
                    selected={cell.path !== null && cell.path === selected}
                    isEntry={cell.path === entry}
                    onSelect={onSelect}
                    onFocus={setEntry}
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

const cellAt = (grid: HTMLElement | null, path: string): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] > button`) ?? null
