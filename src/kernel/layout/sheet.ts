// A drawn form: the official table as cells with spans. The page shows it, the writers print it.
import type { FieldFormat } from './layout.ts'

export type SheetCell = {
  /** Position in the base grid; spans count base columns and rows. */
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly role: 'label' | 'heading' | 'value'
  /** What is printed in the cell; null = empty. */
  readonly text: string | null
  /** The form field the cell shows; null for labels. */
  readonly path: string | null
  readonly format: FieldFormat | null
  /** Printed behind the text: the % of a rate whose heading does not say it. */
  readonly suffix?: '%'
}

export type Sheet = {
  readonly title: string
  readonly period: string | null
  readonly caption: { readonly left: string; readonly right: string } | null
  readonly orientation: 'portrait' | 'landscape'
  /** Widths of the base columns in thousandths of the table. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
  /**
   * The tables of the form that may go over pages: index of the first row of headings, how many rows of them every page
   * repeats, and the index of the row behind the table.
   */
  readonly tables: readonly { readonly heading: number; readonly headings: number; readonly end: number }[]
}

/** A cell before the base grid is known: from–to in thousandths of the table's width. */
export type Strip = {
  readonly from: number
  readonly to: number
  readonly rowSpan: number
  readonly role: SheetCell['role']
  readonly text: string | null
  readonly path: string | null
  readonly format: FieldFormat | null
  /** Printed behind the text: the % of a rate whose heading does not say it. */
  readonly suffix?: '%'
}

/** Lays rows of strips on the smallest base grid that has all their edges. */
export function onBaseGrid(rows: readonly (readonly Strip[])[]): Pick<Sheet, 'widths' | 'rows'> {
  const edges = [...new Set(rows.flat().flatMap((s) => [s.from, s.to]))].sort((a, b) => a - b)
  const column = new Map(edges.map((edge, index) => [edge, index]))
  const place = (edge: number) => column.get(edge) ?? 0
  return {
    widths: edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)),
    rows: rows.map((strips, row) =>
      strips.map(({ from, to, ...cell }) => ({ ...cell, row, col: place(from), colSpan: place(to) - place(from) })),
    ),
  }
}
