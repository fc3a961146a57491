// Rows of one kind as a table, and as cards where the window is a telephone's.
import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  /** Null and undefined are shown as a dash. */
  readonly show: (row: Row) => ReactNode
  readonly isNumber?: boolean
  /** Left out where the window is narrow but not yet a telephone's, which shows cards. */
  readonly isMinor?: boolean
  readonly className?: string
  /** Holds a button that says itself what it does: on a card it needs no label. */
  readonly isAction?: boolean
}

type Props<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly classOf?: (row: Row) => string
  /** The rows of the search before, shown while the new ones come. */
  readonly isOld?: boolean
}

/** The first column is the head of its row: on a card it needs no label. */
export const ListTable = <Row,>({ label, columns, rows, keyOf, classOf, isOld = false }: Props<Row>) => (
  <table className="form-table cards" aria-label={label} aria-busy={isOld}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" className={classNames(column)}>
            {column.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)} className={classOf?.(row)}>
          {columns.map((column) => (
            <Cell key={column.key} column={column} shown={column.show(row)} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

type Look = Omit<Column<never>, 'key' | 'show'>

/** A card leaves out what is not known; a column must show that it is not. */
const Cell = ({ column, shown }: { readonly column: Look; readonly shown: ReactNode }) => (
  <td
    className={classNames(column, shown === null || shown === undefined)}
    data-label={column.isAction ? undefined : column.title}
  >
    {shown ?? '—'}
  </td>
)

const classNames = ({ isNumber, isMinor, className }: Look, isUnknown = false): string | undefined =>
  [isNumber && 'number', isMinor && 'minor', isUnknown && 'unknown', className].filter(Boolean).join(' ') || undefined
