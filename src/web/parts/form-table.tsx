import { Button, Empty } from 'antd'
import { Link } from 'react-router'
import type { FormRow } from '../../api/forms.ts'
import { paths } from '../paths.ts'
import { type DomainWords, useDomainWords } from '../words/domain.ts'
import { useWords, type Words } from '../words.ts'
import { type Column, ListTable } from './list-table.tsx'

type Props = {
  readonly rows: readonly FormRow[]
  /** The rows of the search before, shown while the new ones come. */
  readonly isOld: boolean
  readonly onClear: () => void
}

/** The stored forms, one a row, each a link to its page. */
export function FormTable({ rows, isOld, onClear }: Props) {
  const words = useWords()
  const domain = useDomainWords()
  if (rows.length === 0)
    return (
      <Empty description={words.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE}>
        <Button onClick={onClear}>{words.clear}</Button>
      </Empty>
    )
  return (
    <ListTable
      label={words.forms}
      columns={columnsOf(words, domain)}
      rows={rows}
      keyOf={({ id }) => id}
      isOld={isOld}
    />
  )
}

const columnsOf = (words: Words, domain: DomainWords): readonly Column<FormRow>[] => [
  {
    key: 'project',
    title: words.project,
    show: (row) => <Link to={paths.form(row.id)}>{row.project ?? row.department ?? row.title ?? words.noName}</Link>,
  },
  { key: 'unit', title: words.unit, show: (row) => row.unit ?? row.department, isMinor: true },
  { key: 'year', title: words.year, show: ({ year }) => year, className: 'year' },
  { key: 'region', title: words.region, show: ({ region }) => region, isMinor: true },
  { key: 'kind', title: words.kind, show: ({ kind }) => domain.formKind(kind), isMinor: true },
  {
    key: 'budget',
    title: words.budget,
    show: ({ budget, amountUnit }) => budget && `${budget} ${amountUnit ?? ''}`,
    isNumber: true,
    isMinor: true,
  },
  { key: 'indicators', title: words.indicators, show: ({ indicators }) => indicators, isNumber: true, isMinor: true },
  { key: 'score', title: words.score, show: ({ score }) => score, isNumber: true },
  { key: 'grade', title: words.grade, show: ({ grade }) => grade },
]
