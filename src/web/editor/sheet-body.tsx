// The tables of the form being edited. Typing in the field that lies over them does not draw them again, and of a long
// form only what is in sight is drawn.
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import type { Marks } from '../parts/marks.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import type { Draft } from './draft.ts'
import { RowView } from './row-view.tsx'

type Notes = {
  readonly marks: Marks
  readonly locked: ReadonlySet<string>
  /** Cells with open comments. */
  readonly commented: ReadonlySet<string>
  readonly refused: Draft['refused']
}
type Props = Notes & {
  readonly sheet: Sheet
  /** The chosen cell is always drawn. */
  readonly chosen: string | null
}

export const SheetBody = memo(({ sheet, chosen, ...notes }: Props) => {
  const chunks = useMemo(() => chunksOf(sheet), [sheet])
  const holds = ({ rows }: Chunk) =>
    chunks.length === 1 || (chosen !== null && rows.some((row) => row.some(({ path }) => path === chosen)))
  return chunks.map((chunk) => (
    <Piece key={chunk.from} chunk={chunk} widths={sheet.widths} needed={holds(chunk)} {...notes} />
  ))
})

type PieceProps = Notes & {
  readonly chunk: Chunk
  readonly widths: Sheet['widths']
  readonly needed: boolean
}

/** Pixels of a row before it was ever drawn. */
const usualHeight = 34

const Piece = memo(({ chunk, widths, needed, ...notes }: PieceProps) => {
  const place = useRef<HTMLDivElement>(null)
  const height = useRef(chunk.rows.length * usualHeight)
  const near = useNear(place)
  const drawn = needed || near
  useEffect(() => {
    if (drawn && place.current) height.current = place.current.offsetHeight
  })
  return (
    <div ref={place} className="sheet-piece" style={drawn ? undefined : { height: height.current }}>
      {drawn && (
        <table className="sheet-table">
          <colgroup>
            {widths.map((width, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: base columns have no identity but their place
              <col key={i} style={{ width: `${width / 10}%` }} />
            ))}
          </colgroup>
          <tbody>
            {chunk.rows.map((row, i) => (
              <RowView
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
                key={i}
                cells={row}
                notes={row.map(({ path }) => notesOf(path, notes))}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
})

const notesOf = (path: string | null, { marks, locked, commented, refused }: Notes) => ({
  mark: path === null ? undefined : marks.cells.get(path),
  locked: path !== null && locked.has(path),
  commented: path !== null && commented.has(path),
  refused: path === null ? undefined : refused.get(path),
})

/** Whether it is in sight, nearly, or being printed. */
function useNear(place: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const seen = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '600px 0px',
    })
    seen.observe(place.current)
    const print = () => flushSync(() => setNear(true))
    addEventListener('beforeprint', print)
    return () => {
      seen.disconnect()
      removeEventListener('beforeprint', print)
    }
  }, [place])
  return near
}
