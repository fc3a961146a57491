import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FormSearch, forms } from '../../api/forms.ts'
import { query } from '../call.ts'
import { FormFilters } from '../parts/form-filters.tsx'
import { FormTable } from '../parts/form-table.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageSteps } from '../parts/page-steps.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useAddressSearch } from '../parts/use-address-search.ts'
import { useWords } from '../words.ts'

/** 绩效表: what is stored, searched on the server; the address bar holds the search. */
export default function FormsPage() {
  const words = useWords()
  const { search, change, clear } = useAddressSearch(FormSearch)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...query(forms.list, search),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page">
      <title>{`${words.forms} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{words.forms}</h1>
        <span className="note" role="status">
          {data && words.formCount(data.total)}
        </span>
      </header>
      <FormFilters search={search} choices={data?.choices} onChange={change} />
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={words.forms} />}
      {data && !error && (
        <>
          <FormTable rows={data.rows} isOld={isPlaceholderData} onClear={clear} />
          <PageSteps page={search.page} found={data} onPage={(page) => change({ page })} />
        </>
      )}
    </div>
  )
}
