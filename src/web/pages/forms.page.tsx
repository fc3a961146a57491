import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Table, type TableColumnsType, Tag } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type FormRow, FormSearch, forms } from '../../api/forms.ts'
import { query } from '../call.ts'
import { FormFilters } from '../parts/form-filters.tsx'
import { kindLabel } from '../parts/kind-label.ts'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'

const columns: TableColumnsType<FormRow> = [
  {
    title: '项目 / 部门',
    key: 'project',
    render: (_, row) => (
      <Link to={paths.form(row.id)}>{row.project ?? row.department ?? row.title ?? '（无名称）'}</Link>
    ),
  },
  { title: '实施单位', key: 'unit', responsive: ['md'], render: (_, row) => row.unit ?? row.department },
  { title: '年度', dataIndex: 'year', width: 72, render: (year: number | null) => year ?? '—' },
  { title: '地区', dataIndex: 'region', width: 90, responsive: ['lg'] },
  { title: '表种', key: 'kind', width: 110, responsive: ['lg'], render: (_, row) => kindLabel[row.kind] },
  {
    title: '预算',
    key: 'budget',
    align: 'right',
    width: 140,
    responsive: ['md'],
    render: (_, row) => (row.budget === null ? '—' : `${row.budget} ${row.amountUnit ?? ''}`),
  },
  { title: '指标', dataIndex: 'indicators', width: 64, align: 'right', responsive: ['lg'] },
  { title: '得分', dataIndex: 'score', width: 80, align: 'right', render: (score: string | null) => score ?? '—' },
  {
    title: '等级',
    dataIndex: 'grade',
    width: 64,
    render: (grade: string | null) => (grade ? <Tag>{grade}</Tag> : '—'),
  },
]

/** 绩效表: what is stored, searched on the server; the address bar holds the search. */
export default function FormsPage() {
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
        <h1>绩效表</h1>
        {data && <span className="note">共 {data.total} 张</span>}
      </header>
      <FormFilters search={search} choices={data?.choices} onChange={change} />
      {error ? (
        <RefusalNote error={error} onRetry={() => void refetch()} />
      ) : (
        <Table<FormRow>
          rowKey="id"
          size="middle"
          loading={isFetching && !data}
          columns={columns}
          dataSource={data ? [...data.rows] : []}
          locale={{ emptyText: data ? <Nothing onClear={() => setAddress([])} /> : '正在载入…' }}
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

const Nothing = ({ onClear }: { onClear: () => void }) => (
  <Empty description="没有符合条件的表。换个条件，或用命令 npx hengji import 导入文件。">
    <Button onClick={onClear}>清除条件</Button>
  </Empty>
)
