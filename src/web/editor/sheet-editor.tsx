// The official form, edited in place like a sheet.
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Form } from '../../kernel/form/form.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { labelOf } from '../parts/cell-words.ts'
import type { Marks } from '../parts/marks.ts'
import { cellOf, endOf } from '../parts/sheet-cells.ts'
import { useEditorWords } from '../words/editor.ts'
import type { BeingTyped } from './being-typed.ts'
import { around, type Box, boxOf, cellAt } from './cell-boxes.ts'
import type { Draft } from './draft.ts'
import { EchoAtCell } from './echo.tsx'
import { RowGrip } from './row-grip.tsx'
import type { Rows } from './selection.ts'
import { SheetBody } from './sheet-body.tsx'
import type { useCellEditing } from './use-cell-editing.ts'

type Props = {
  readonly form: Form
  readonly sheet: Sheet
  readonly typed: BeingTyped
  readonly marks: Marks
  readonly locked: ReadonlySet<string>
  /** Cells with open comments. */
  readonly commented: ReadonlySet<string>
  readonly refused: Draft['refused']
  readonly editing: ReturnType<typeof useCellEditing>
  /** Rows that may be dragged; null where none is chosen or they are fixed. */
  readonly rows: Rows | null
  /** The rows go before the row that stands at `to`. */
  readonly onDrag: (rows: Rows, to: number) => void
}

export function SheetEditor({ form, sheet, typed, editing, rows, onDrag, ...notes }: Props) {
  const words = useEditorWords()
  const frame = useRef<HTMLDivElement>(null)
  const { chosen, writing, choose, begin, field } = editing
  const [active, setActive] = useState<Box | null>(null)
  const [range, setRange] = useState<Box | null>(null)

  // Where the chosen cells are on the screen, after every change that may have moved them.
  useLayoutEffect(() => {
    const place = () => {
      setActive(chosen && boxOf(frame.current, chosen.focus))
      setRange(
        chosen && chosen.anchor !== chosen.focus
          ? around(boxOf(frame.current, chosen.anchor), boxOf(frame.current, chosen.focus))
          : null,
      )
    }
    place()
    const table = frame.current?.querySelector('.sheet-pieces')
    if (!table) return
    const moved = new ResizeObserver(place) // findings that appear make rows higher
    moved.observe(table)
    return () => moved.disconnect()
  }, [chosen])
  useEffect(() => {
    if (!chosen || (chosen.moved && document.activeElement !== field.current)) return
    cellAt(frame.current, chosen.focus)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    field.current?.focus({ preventScroll: true })
  }, [chosen, field])

  const down = (event: MouseEvent) => {
    const path = pathAt(event)
    if (path === null) return
    event.preventDefault()
    editing.commit()
    choose(path, event.shiftKey)
    if (chosen) field.current?.focus({ preventScroll: true }) // else once it is chosen, or the first cell would be
  }
  const over = (event: MouseEvent) => {
    const path = event.buttons === 1 ? pathAt(event) : null
    if (path !== null && chosen && path !== chosen.focus) choose(path, true)
  }
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
        {/* biome-ignore lint/a11y/noStaticElementInteractions: all the mouse does here the field below does by keys */}
        <div className="sheet-pieces" onMouseDown={down} onMouseMove={over} onDoubleClick={begin}>
          <SheetBody sheet={sheet} {...notes} chosen={chosen?.focus ?? null} />
        </div>
        {range && <div className="editor-range" style={range} />}
        {rows && active && <RowGrip frame={frame} rows={rows} at={active} onDrag={onDrag} />}
        <div className={`editor-at${writing ? ' writing' : ''}`} style={active ? placeOf(active) : nowhere}>
          <textarea
            ref={field}
            className={`editor-input${writing ? ' writing' : ''}${active ? '' : ' nowhere'}`}
            style={active ? { [writing ? 'minHeight' : 'height']: active.height } : { height: 1 }}
            aria-label={
              chosen
                ? words.cell(labelOf(chosen.focus), cellOf(sheet, chosen.focus)?.text ?? '')
                : words.grid(sheet.title)
            }
            spellCheck={false}
            rows={1}
            onFocus={() => {
              const first = chosen ? undefined : endOf(sheet, 'first')
              if (first !== undefined) choose(first)
            }}
            {...editing.input}
          />
          {writing && chosen && <EchoAtCell form={form} path={chosen.focus} typed={typed} />}
        </div>
      </div>
    </section>
  )
}

const nowhere = { left: 0, top: 0, width: 1 }
const placeOf = ({ left, top, width }: Box) => ({ left, top, width })

const pathAt = (event: MouseEvent): string | null =>
  (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-path]')?.dataset.path : undefined) ?? null
