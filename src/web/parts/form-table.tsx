import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { FormRow } from '../../api/forms.ts'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import { paths } from '../paths.ts'
import { useWords, type Words } from '../words.ts'

type Column = {
  readonly title: keyof Words &
    ('project' | 'unit' | 'year' | 'region' | 'kind' | 'budget' | 'indicators' | 'score' | 'grade')
  readonly show: (row: FormRow, words: Words) => ReactNode
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
  /** Left out where the window is narrow but not yet a telephone's, which shows cards. */
  readonly isMinor?: boolean
}

const columns: readonly Column[] = [
  {
    title: 'project',
    show: (row, words) => (
      <Link to={paths.form(row.id)}>{row.project ?? row.department ?? row.title ?? words.noName}</Link>
    ),
  },
  { title: 'unit', show: (row) => row.unit ?? row.department, isMinor: true },
  { title: 'year', show: (row) => row.year },
  { title: 'region', show: (row) => row.region, isMinor: true },
  { title: 'kind', show: (row) => kindLabel[row.kind], isMinor: true },
  {
    title: 'budget',
    show: (row) => row.budget && `${row.budget} ${row.amountUnit ?? ''}`,
    isNumber: true,
    isMinor: true,
  },
  { title: 'indicators', show: (row) => row.indicators, isNumber: true, isMinor: true },
  { title: 'score', show: (row) => row.score, isNumber: true },
  { title: 'grade', show: (row) => row.grade },
]

const classOf = ({ isNumber, isMinor }: Column) => `${isNumber ? 'number' : ''} ${isMinor ? 'minor' : ''}`.trim()

type Props = {
  readonly rows: readonly FormRow[]
  /** The rows of the search before, shown while the new ones come. */
  readonly isOld: boolean
  readonly onClear: () => void
}

/** The stored forms, one a row, each a link to its page. */
export function FormTable({ rows, isOld, onClear }: Props) {
  const words = useWords()
  if (rows.length === 0)
    return (
      <Empty description={words.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE}>
        <Button onClick={onClear}>{words.clear}</Button>
      </Empty>
    )
  return (
    <table className="form-table cards" aria-label={words.forms} aria-busy={isOld}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" className={classOf(column)}>
              {words[column.title]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column) => (
              <td key={column.title} className={classOf(column)} data-label={words[column.title]}>
                {column.show(row, words) ?? '—'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
