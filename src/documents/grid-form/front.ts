// The part of a form above its indicator table, searchable by label.
import type { Layout } from '../../kernel/layout/layout.ts'
import { type Cell, type Placed, placed, type Row } from '../grid.ts'
import { isAnyLabel, keysOf, withoutWithin } from '../labels.ts'
import { labelKey, withoutBrackets } from '../text.ts'

export type Front = {
  readonly layout: Layout
  readonly rows: readonly Row[]
  readonly cells: readonly Placed[]
  /** Places in `cells` by label key, in every spelling a label is looked for. */
  readonly index: ReadonlyMap<string, readonly number[]>
}

export function frontOf(rows: readonly Row[], layout: Layout): Front {
  const cells = placed(rows)
  const index = new Map<string, number[]>()
  cells.forEach(({ key }, i) => {
    if (key === '' || key.length > 60) return
    const plain = withoutBrackets(key)
    for (const k of new Set([key, plain, withoutWithin(plain), key.split(':')[0] ?? key])) {
      const places = index.get(k)
      if (places === undefined) index.set(k, [i])
      else places.push(i)
    }
  })
  return { layout, rows, cells, index }
}

type Labelled = { readonly label: string; readonly aliases?: readonly string[] }

/** Places of a label in `front.cells`, in reading order. */
export const placesOf = (front: Front, of: Labelled): readonly number[] =>
  [...new Set(keysOf(of).flatMap((key) => front.index.get(key) ?? []))].sort((a, b) => a - b)

/** The first place of a label; undefined where it is not printed. */
export const placeOf = (front: Front, of: Labelled): number | undefined => placesOf(front, of)[0]

/** Where to stamp, printed behind the name of the organisation. */
const STAMP = /\s*[（(](?:盖章|公章|签章)[）)]$/

/** The value beside a label: the text after its colon, or the next filled cell of the row that is no label. */
export function valueBeside(front: Front, place: number): Cell | null {
  const label = front.cells[place]
  if (label === undefined) return null
  const glued = /^[^：:]{2,20}[：:]\s*(\S[\s\S]*)$/.exec(label.cell.text.trim())?.[1]
  if (glued !== undefined && !/^其中/.test(label.key))
    return { text: glued.replace(STAMP, ''), source: label.cell.source }
  for (let i = place + 1; i < front.cells.length; i++) {
    const next = front.cells[i]
    if (next === undefined || next.row !== label.row) break
    if (next.key === '') continue
    return isAnyLabel(next.key, front.layout) ? null : next.cell
  }
  return valueBelow(front, label)
}

/** A row that holds nothing but the label may have been torn from its value: a row with a single filled cell. */
function valueBelow(front: Front, label: Placed): Cell | null {
  const own = (front.rows[label.row] ?? []).filter((cell) => labelKey(cell.text) !== '')
  const below = (front.rows[label.row + 1] ?? []).filter((cell) => labelKey(cell.text) !== '')
  const [value] = below
  if (own.length !== 1 || below.length !== 1 || value === undefined) return null
  return isAnyLabel(labelKey(value.text), front.layout) ? null : value
}
