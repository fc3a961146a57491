// The official form, edited in place like a sheet.
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cellLabel } from '../../kernel/form/cells.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import type { Marks } from '../parts/marks.ts'
import { useEditorWords } from '../words/editor.ts'
import { RowView } from './row-view.tsx'
import type { useCellEditing } from './use-cell-editing.ts'

type Props = {
  readonly sheet: Sheet
  readonly marks: Marks
  readonly locked: (path: string) => boolean
  /** Cells with open comments. */
  readonly commented: ReadonlySet<string>
  readonly editing: ReturnType<typeof useCellEditing>
}

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export function SheetEditor({ sheet, marks, locked, commented, editing }: Props) {
  const words = useEditorWords()
  const frame = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const { chosen, text, choose, begin } = editing
  const [active, setActive] = useState<Box | null>(null)
  const [range, setRange] = useState<Box | null>(null)

  // Where the chosen cells are on the screen, after every change that may have moved them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form drawn anew moves the cells
  useLayoutEffect(() => {
    const place = (path: string) => boxOf(frame.current, path)
    setActive(chosen && place(chosen.focus))
    setRange(chosen && chosen.anchor !== chosen.focus ? around(place(chosen.anchor), place(chosen.focus)) : null)
  }, [chosen, sheet])
  useEffect(() => {
    if (!chosen) return
    cellAt(frame.current, chosen.focus)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    input.current?.focus({ preventScroll: true })
  }, [chosen])

  const pathAt = (event: MouseEvent): string | null =>
    (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-path]')?.dataset.path : undefined) ??
    null
  const down = (event: MouseEvent) => {
    const path = pathAt(event)
    if (path === null) return
    event.preventDefault()
    editing.commit()
    choose(path, event.shiftKey)
    input.current?.focus({ preventScroll: true })
  }
  const over = (event: MouseEvent) => {
    const path = event.buttons === 1 ? pathAt(event) : null
    if (path !== null && chosen && path !== chosen.focus) choose(path, true)
  }
  const first = sheet.rows.flat().find((cell) => cell.path !== null)?.path ?? null
  return (
    <section className={`sheet sheet-${sheet.orientation} sheet-editor`} aria-label={sheet.title}>
      <h2 className="sheet-title">{sheet.title}</h2>
      {sheet.period && <p className="sheet-period">{sheet.period}</p>}
      {sheet.caption && (
        <p className="sheet-caption">
          <span>{sheet.caption.left}</span>
          <span>{sheet.caption.right}</span>
        </p>
      )}
      <div className="sheet-frame" ref={frame}>
        <table className="sheet-table" onMouseDown={down} onMouseMove={over} onDoubleClick={() => begin(null)}>
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
                marks={row.map(({ path }) => (path === null ? undefined : marks.cells.get(path)))}
                locks={row.map(({ path }) => path !== null && locked(path))}
                commented={row.map(({ path }) => path !== null && commented.has(path))}
              />
            ))}
          </tbody>
        </table>
        {range && <div className="editor-range" style={range} />}
        <textarea
          ref={input}
          className={text === null ? 'editor-input' : 'editor-input writing'}
          style={active ?? { left: 0, top: 0, width: 1, height: 1 }}
          aria-label={
            chosen ? words.cell(labelOf(chosen.focus), text ?? textAt(sheet, chosen.focus)) : words.grid(sheet.title)
          }
          spellCheck={false}
          rows={1}
          onFocus={() => {
            if (!chosen && first) choose(first)
          }}
          {...editing.input}
        />
      </div>
    </section>
  )
}

const textAt = (sheet: Sheet, path: string): string => sheet.rows.flat().find((cell) => cell.path === path)?.text ?? ''

/** What people call a cell: 第3行 年度指标值. */
export function labelOf(path: string): string {
  const place = placeOf(path)
  return place ? `第${place.index + 1}行 ${cellLabel(place.name, place.table)}` : cellLabel(path)
}

const cellAt = (frame: HTMLElement | null, path: string): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? null

function boxOf(frame: HTMLElement | null, path: string): Box | null {
  const cell = cellAt(frame, path)
  if (!cell || !frame) return null
  const [a, b] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()]
  return {
    left: a.left - b.left + frame.scrollLeft,
    top: a.top - b.top + frame.scrollTop,
    width: a.width,
    height: a.height,
  }
}

function around(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return null
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  }
}
