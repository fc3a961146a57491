import { useQuery } from '@tanstack/react-query'
import { Breadcrumb, Empty } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { publications } from '../../api/publications.ts'
import { query } from '../call.ts'
import { ScatterOfForms } from '../charts/scatter-chart.tsx'
import { Loading } from '../parts/loading.tsx'
import { PublicTable } from '../parts/public-table.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { usePublicationWords } from '../words/publications.ts'
import { useWords } from '../words.ts'

/** A department in public: its forms over the years, execution against score. */
export default function PublicDepartmentPage() {
  const words = useWords()
  const own = usePublicationWords()
  const [address] = useSearchParams()
  const name = address.get('name') ?? ''
  const region = address.get('region') ?? ''
  const { data, error, refetch } = useQuery({
    ...query(publications.department, { name, region }),
    enabled: name !== '',
  })
  return (
    <div className="page">
      <title>{`${name} · ${own.title} · ${words.system}`}</title>
      <Breadcrumb items={[{ title: <Link to={paths.public()}>{own.title}</Link> }, { title: name }]} />
      <header className="page-head">
        <h1>{name || own.title}</h1>
        <span className="note" role="status">
          {data && own.departmentIntro(data.rows.length)}
        </span>
      </header>
      {name === '' && <p className="note">{own.missingName}</p>}
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {name !== '' && !data && !error && <Loading what={name} />}
      {data?.rows.length === 0 && <Empty description={own.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {data && <ScatterOfForms rows={data.rows} />}
      {data && data.rows.length > 0 && <PublicTable rows={data.rows} />}
    </div>
  )
}
