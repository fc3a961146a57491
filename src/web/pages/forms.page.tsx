import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Table, type TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type FormRow, FormSearch, forms } from '../../api/forms.ts'
import { query } from '../call.ts'
import { FormFilters } from '../parts/form-filters.tsx'
import { kindLabel } from '../parts/kind-label.ts'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useWords, type Words } from '../words.ts'

const columnsOf = (words: Words): TableColumnsType<FormRow> => [
  {
    title: words.project,
    key: 'project',
    render: (_, row) => (
      <Link to={paths.form(row.id)}>{row.project ?? row.department ?? row.title ?? words.noName}</Link>
    ),
  },
  { title: words.unit, key: 'unit', responsive: ['md'], render: (_, row) => row.unit ?? row.department ?? '—' },
  { title: words.year, dataIndex: 'year', width: 72, render: (year: number | null) => year ?? '—' },
  { title: words.region, dataIndex: 'region', width: 90, responsive: ['lg'], render: (r: string | null) => r ?? '—' },
  { title: words.kind, key: 'kind', width: 120, responsive: ['lg'], render: (_, row) => kindLabel[row.kind] },
  {
    title: words.budget,
    key: 'budget',
    align: 'right',
    width: 150,
    responsive: ['md'],
    render: (_, row) => (row.budget === null ? '—' : `${row.budget} ${row.amountUnit ?? ''}`),
  },
  { title: words.indicators, dataIndex: 'indicators', width: 92, align: 'right', responsive: ['lg'] },
  { title: words.score, dataIndex: 'score', width: 80, align: 'right', render: (score: string | null) => score ?? '—' },
  { title: words.grade, dataIndex: 'grade', width: 72, render: (grade: string | null) => grade ?? '—' },
]

/** 绩效表: what is stored, searched on the server; the address bar holds the search. */
export default function FormsPage() {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const asked = FormSearch.safeParse(Object.fromEntries(address))
  const search = asked.success ? asked.data : FormSearch.parse({})
  const { data, error, isFetching, refetch } = useQuery({
    ...query(forms.list, search),
    placeholderData: keepPreviousData,
  })
  const change = (changes: Partial<FormSearch>) =>
    setAddress(
      Object.entries({ ...search, page: 1, ...changes })
        .filter(([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1))
        .map(([name, value]) => [name, String(value)] as [string, string]),
    )
  return (
    <div className="page">
      <header className="page-head">
        <title>{`${words.forms} · ${words.system}`}</title>
        <h1>{words.forms}</h1>
        <span className="note" role="status">
          {data && words.formCount(data.total)}
        </span>
      </header>
      <FormFilters search={search} choices={data?.choices} onChange={change} />
      {error ? (
        <RefusalNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Table<FormRow>
          rowKey="id"
          size="middle"
          loading={isFetching && !data}
          columns={columnsOf(words)}
          dataSource={data ? [...data.rows] : []}
          locale={{ emptyText: data ? <Nothing onClear={() => setAddress([])} /> : words.loading(words.forms) }}
          pagination={{
            current: search.page,
            total: data?.total ?? 0,
            pageSize: data?.pageSize ?? 20,
            showSizeChanger: false,
            hideOnSinglePage: true,
            onChange: (page) => change({ page }),
          }}
        />
      )}
    </div>
  )
}

function Nothing({ onClear }: { onClear: () => void }) {
  const words = useWords()
  return (
    <Empty description={words.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE}>
      <Button onClick={onClear}>{words.clear}</Button>
    </Empty>
  )
}
