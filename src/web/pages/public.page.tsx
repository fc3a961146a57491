import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Empty, Pagination, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { PublicSearch, publications } from '../../api/publications.ts'
import { FormKind } from '../../kernel/form/form.ts'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import { query } from '../call.ts'
import { optionsOf, SearchField } from '../parts/form-filters.tsx'
import { Loading } from '../parts/loading.tsx'
import { OpenData } from '../parts/open-data.tsx'
import { PublicTable } from '../parts/public-table.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { usePublicationWords } from '../words/publications.ts'
import { useWords } from '../words.ts'

/** 绩效公开: what is published, for everybody; the address bar holds the search. */
export default function PublicPage() {
  const words = useWords()
  const own = usePublicationWords()
  const [address, setAddress] = useSearchParams()
  const asked = PublicSearch.safeParse(Object.fromEntries(address))
  const search = asked.success ? asked.data : PublicSearch.parse({})
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...query(publications.search, search),
    placeholderData: keepPreviousData,
  })
  const change = (changes: Partial<PublicSearch>) =>
    setAddress(
      Object.entries({ ...search, page: 1, ...changes })
        .filter(([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1))
        .map(([name, value]) => [name, String(value)] as [string, string]), // pairs, as the address takes them
    )
  const choices = [
    ['year', words.year, optionsOf(data?.choices.years)],
    ['region', words.region, optionsOf(data?.choices.regions)],
    ['kind', words.kind, FormKind.options.map((value) => ({ value, label: kindLabel[value] }))],
    ['grade', words.grade, optionsOf(data?.choices.grades)],
  ] as const
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
        {choices.map(([name, label, options]) => (
          <Select
            key={name}
            aria-label={label}
            placeholder={label}
            allowClear
            value={search[name] || null}
            options={options}
            onChange={(value?: string | number | null) => change({ [name]: value ?? undefined })}
          />
        ))}
      </search>
      <OpenData search={filter} />
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={own.title} />}
      {data?.rows.length === 0 && <Empty description={own.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {data && data.rows.length > 0 && (
        <>
          <PublicTable rows={data.rows} isOld={isPlaceholderData} />
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
