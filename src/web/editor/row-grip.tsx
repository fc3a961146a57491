// The handle by which the chosen rows are dragged to another place; a merged cell drags its whole group.
import { HolderOutlined } from '@ant-design/icons'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { placeOf } from '../../kernel/form/type-in.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Box } from './cell-boxes.ts'
import type { Rows } from './selection.ts'
import { useStable } from './use-stable.ts'

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
  const pointer = useRef<Point>(null)
  const rolling = useRef(0)
  useEffect(() => () => cancelAnimationFrame(rolling.current), [])
  const follow = useStable(({ x, y }: Point) => setTarget(targetAt(frame.current, rows.table, x, y)))
  // others' rows may come in under the pointer: the line is drawn anew where it is
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are others after every change of the form
  useEffect(() => {
    if (pointer.current) follow(pointer.current)
  }, [rows, follow])
  /** Held at the edge of the window, the page goes on under it. */
  const roll = () => {
    const at = pointer.current
    const by = at === null ? 0 : rollAt(at.y)
    rolling.current = 0
    if (at === null || by === 0) return
    scrollBy(0, by)
    follow(at)
    rolling.current = requestAnimationFrame(roll)
  }
  const move = ({ currentTarget, pointerId, clientX: x, clientY: y }: PointerEvent<HTMLButtonElement>) => {
    if (!currentTarget.hasPointerCapture(pointerId)) return
    pointer.current = { x, y }
    follow(pointer.current)
    if (rolling.current === 0) rolling.current = requestAnimationFrame(roll)
  }
  const end = () => {
    pointer.current = null
    setTarget(null)
  }
  const drop = () => {
    if (target) onDrag(rows, target.to)
    end()
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
        onPointerCancel={end}
      >
        <HolderOutlined aria-hidden="true" />
      </button>
      {target && <div className="drop-line" style={{ top: target.top }} />}
    </>
  )
}

type Point = { readonly x: number; readonly y: number }

/** Pixels from the edges of the window within which it rolls (the tools stand at the top), and how far in a frame. */
const [fromTop, fromBottom, pace] = [120, 60, 12]
const rollAt = (y: number): number => (y < fromTop ? -pace : y > innerHeight - fromBottom ? pace : 0)

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
