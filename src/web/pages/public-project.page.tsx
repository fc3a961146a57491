import { useQuery } from '@tanstack/react-query'
import { Breadcrumb, Empty } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { publications } from '../../api/publications.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { OpenData } from '../parts/open-data.tsx'
import { OverYearsView } from '../parts/over-years.tsx'
import { PublicTable } from '../parts/public-table.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { usePublicationWords } from '../words/publications.ts'
import { useWords } from '../words.ts'

/** A project in public: its published forms compared over the years. */
export default function PublicProjectPage() {
  const words = useWords()
  const own = usePublicationWords()
  const [address] = useSearchParams()
  const [name, unit, region] = [address.get('name') ?? '', address.get('unit') ?? '', address.get('region') ?? '']
  const { data, error, refetch } = useQuery({
    ...query(publications.project, { name, unit, region }),
    enabled: name !== '',
  })
  const office = { title: <Link to={paths.publicDepartment({ region, name: unit })}>{unit}</Link> }
  return (
    <div className="page">
      <title>{`${name} · ${own.title} · ${words.system}`}</title>
      <Breadcrumb
        items={[{ title: <Link to={paths.public()}>{own.title}</Link> }, ...(unit ? [office] : []), { title: name }]}
      />
      <header className="page-head">
        <h1>{name || own.title}</h1>
        <span className="note">{unit}</span>
      </header>
      {name === '' && <p className="note">{own.missingName}</p>}
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {name !== '' && !data && !error && <Loading what={name} />}
      {data?.rows.length === 0 && <Empty description={own.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {data && data.rows.length > 0 && (
        <>
          <OverYearsView years={data.years} indicators={data.indicators} />
          <h2>{own.stepsTitle}</h2>
          <PublicTable rows={data.rows} />
          <OpenData search={{ project: name, unit, region }} />
        </>
      )}
    </div>
  )
}
