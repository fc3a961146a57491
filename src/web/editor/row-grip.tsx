// The handle by which the chosen rows are dragged to another place; a merged cell drags its whole group.
import { HolderOutlined } from '@ant-design/icons'
import { type PointerEvent, type RefObject, useState } from 'react'
import { placeOf } from '../../kernel/form/type-in.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Box } from './cell-boxes.ts'
import type { Rows } from './selection.ts'

type Props = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly rows: Rows
  /** Where the chosen cell stands. */
  readonly at: Box
  readonly onDrag: (rows: Rows, to: number) => void
}

/** Where the rows would go: before the row `to`, drawn as a line at `top`. */
type Target = { readonly to: number; readonly top: number }

export function RowGrip({ frame, rows, at, onDrag }: Props) {
  const words = useEditorWords()
  const [target, setTarget] = useState<Target | null>(null)
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      setTarget(targetAt(frame.current, rows.table, event.clientX, event.clientY))
  }
  const drop = () => {
    if (target) onDrag(rows, target.to)
    setTarget(null)
  }
  return (
    <>
      <button
        type="button"
        className="row-grip"
        style={{ left: at.left + at.width, top: at.top }}
        tabIndex={-1}
        aria-label={words.dragRows(rows.count)}
        title={words.dragRows(rows.count)}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={move}
        onPointerUp={drop}
        onPointerCancel={() => setTarget(null)}
      >
        <HolderOutlined aria-hidden="true" />
      </button>
      {target && <div className="drop-line" style={{ top: target.top }} />}
    </>
  )
}

/** The row under the pointer; its lower half means behind it. */
function targetAt(frame: HTMLElement | null, table: Rows['table'], x: number, y: number): Target | null {
  const tr = document
    .elementsFromPoint(x, y)
    .map((el) => el.closest('tr'))
    .find((row) => row !== null && frame?.contains(row))
  const indexes = [...(tr?.querySelectorAll<HTMLElement>('[data-path]') ?? [])].flatMap(({ dataset }) => {
    const place = placeOf(dataset.path ?? '')
    return place?.table === table ? [place.index] : []
  })
  if (!tr || !frame || indexes.length === 0) return null
  const [box, outer] = [tr.getBoundingClientRect(), frame.getBoundingClientRect()]
  const below = y > box.top + box.height / 2
  const edge = below ? box.bottom : box.top
  return { to: Math.max(...indexes) + (below ? 1 : 0), top: edge - outer.top + frame.scrollTop }
}
