import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Pagination } from 'antd'
import { useSearchParams } from 'react-router'
import { FormSearch, forms } from '../../api/forms.ts'
import { query } from '../call.ts'
import { FormFilters } from '../parts/form-filters.tsx'
import { FormTable } from '../parts/form-table.tsx'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useWords } from '../words.ts'

/** 绩效表: what is stored, searched on the server; the address bar holds the search. */
export default function FormsPage() {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const asked = FormSearch.safeParse(Object.fromEntries(address))
  const search = asked.success ? asked.data : FormSearch.parse({})
  const { data, error, isPlaceholderData, refetch } = useQuery({
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
          <FormTable rows={data.rows} isOld={isPlaceholderData} onClear={() => setAddress([])} />
          <Pagination
            className="pages"
            align="end"
            current={search.page}
            total={data.total}
            pageSize={data.pageSize}
            showSizeChanger={false}
            hideOnSinglePage
            itemRender={(_, type, element) => {
              if (type === 'prev') return <button type="button">{words.previousPage}</button>
              return type === 'next' ? <button type="button">{words.nextPage}</button> : element
            }}
            onChange={(page) => change({ page })}
          />
        </>
      )}
    </div>
  )
}
