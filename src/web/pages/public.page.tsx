import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { PublicSearch, publications } from '../../api/publications.ts'
import { query } from '../call.ts'
import { ChoiceFields, SearchField } from '../parts/form-filters.tsx'
import { Loading } from '../parts/loading.tsx'
import { OpenData } from '../parts/open-data.tsx'
import { PageSteps } from '../parts/page-steps.tsx'
import { PublicTable } from '../parts/public-table.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useAddressSearch } from '../parts/use-address-search.ts'
import { usePublicationWords } from '../words/publications.ts'
import { useWords } from '../words.ts'

/** 绩效公开: what is published, for everybody; the address bar holds the search. */
export default function PublicPage() {
  const words = useWords()
  const own = usePublicationWords()
  const { search, change } = useAddressSearch(PublicSearch)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...query(publications.search, search),
    placeholderData: keepPreviousData,
  })
  const { page: _, ...filter } = search
  return (
    <div className="page">
      <title>{`${own.title} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{own.title}</h1>
        <span className="note" role="status">
          {data && own.count(data.total)}
        </span>
      </header>
      <p className="note">{own.intro}</p>
      <search className="filters">
        <SearchField label={own.searchLabel} value={search.text} onSearch={(text) => change({ text })} />
        <ChoiceFields search={search} choices={data?.choices} onChange={change} />
      </search>
      <OpenData search={filter} />
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={own.title} />}
      {data?.rows.length === 0 && <Empty description={own.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {data && data.rows.length > 0 && (
        <>
          <PublicTable rows={data.rows} isOld={isPlaceholderData} />
          <PageSteps page={search.page} found={data} onPage={(page) => change({ page })} />
        </>
      )}
    </div>
  )
}
