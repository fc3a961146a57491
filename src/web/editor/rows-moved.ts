// Where the rows of the form went when what others saved came in: what is chosen, written and refused goes with its row.
import type { Table } from '../../kernel/form/cells.ts'
import type { Form } from '../../kernel/form/form.ts'
import { pairRows } from '../../kernel/form/pairing.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import { rowKeyAt } from '../../kernel/lifecycle/comment-place.ts'

export type RowsMoved = {
  /** The path of the same cell; null = its row is gone. */
  readonly to: (path: string) => string | null
  /** Where the row stands now; null = it is gone. */
  readonly rowTo: (table: Table, index: number) => number | null
}

export function rowsMoved(before: Form, after: Form): RowsMoved {
  const known = new Map<Table, readonly (number | null)[]>()
  const placesOf = (table: Table): readonly (number | null)[] => {
    const places = known.get(table) ?? placesIn(table, before, after)
    known.set(table, places)
    return places
  }
  const rowTo = (table: Table, index: number) => placesOf(table)[index] ?? null
  return {
    rowTo,
    to: (path) => {
      const place = placeOf(path)
      if (place === null) return path
      const index = rowTo(place.table, place.index)
      return index === null ? null : `${place.table}[${index}].${place.name}`
    },
  }
}

/** The key of a row as `indicators[3]`; null = the row is gone, or was never kept. */
export type KeyOfRow = (row: string) => string | null

/** By which key the server, that keeps `kept`, knows a row of `here`: one just put in is given its key with the save. */
export function keysOfRows(here: Form, kept: Form): KeyOfRow {
  const { to } = rowsMoved(here, kept)
  return (row) => rowKeyAt(kept, to(`${row}.name`))
}

/** A row that says nothing by which it is known is the one that stands behind the same row as before. */
function placesIn(table: Table, before: Form, after: Form): readonly (number | null)[] {
  const pairs = pairRows(table, before, after)
  const taken = new Set(pairs)
  let last = -1
  return pairs.map((pair) => {
    const place = pair >= 0 ? pair : last + 1
    if (pair < 0 && (taken.has(place) || place >= after[table].length)) return null
    last = place
    return place
  })
}
