import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Empty } from 'antd'
import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { mostCompiled } from '../../api/compilations.ts'
import { type FormList, type FormRow, FormSearch, forms } from '../../api/forms.ts'
import { query } from '../call.ts'
import { CompileBar } from '../parts/compile-bar.tsx'
import { FormFilters } from '../parts/form-filters.tsx'
import { type Column, ListTable } from '../parts/list-table.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageSteps } from '../parts/page-steps.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useAddressSearch } from '../parts/use-address-search.ts'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useCompileWords } from '../words/compile.ts'
import { useDomainWords } from '../words/domain.ts'
import { useWords } from '../words.ts'

/** 汇编: forms are searched and ticked, looked through and written as one book; the address bar holds the search. */
export default function CompilePage() {
  const words = useWords()
  const own = useCompileWords()
  const { session, signedIn } = useMe()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { search, change } = useAddressSearch(FormSearch)
  const { data, error, refetch } = useQuery({ ...query(forms.list, search), placeholderData: keepPreviousData })
  // What is ticked while other pages are fetched counts too.
  const add = (ids: readonly string[]) => setChosen((before) => [...new Set([...before, ...ids])])
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  const addAll = useMutation({
    mutationFn: async (pages: number) => {
      for (let page = 1; page <= pages; page++)
        add((await queries.fetchQuery(query(forms.list, { ...search, page }))).rows.map(({ id }) => id))
    },
  })
  if (session && !signedIn) return <Navigate to={paths.signIn(paths.compile())} replace />
  return (
    <div className="page">
      <title>{`${own.title} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{own.title}</h1>
      </header>
      <p className="note">{own.intro}</p>
      <FormFilters search={search} choices={data?.choices} onChange={change} />
      <CompileBar chosen={chosen} />
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={own.title} />}
      {data && (
        <div className="compile-bar">
          <Button onClick={() => add(data.rows.map(({ id }) => id))}>{own.choosePage}</Button>
          {data.total <= mostCompiled && data.total > data.pageSize && (
            <Button loading={addAll.isPending} onClick={() => addAll.mutate(Math.ceil(data.total / data.pageSize))}>
              {own.chooseAll(data.total)}
            </Button>
          )}
          {chosen.length > 0 && <Button onClick={() => setChosen([])}>{own.clear}</Button>}
        </div>
      )}
      {addAll.error && addAll.variables !== undefined && (
        <RefusalNote error={addAll.error} onRetry={() => addAll.mutate(addAll.variables)} />
      )}
      {data?.rows.length === 0 && <Empty description={words.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {data && data.rows.length > 0 && <Choices rows={data.rows} chosen={chosen} onToggle={toggle} />}
      {data && <PageSteps page={search.page} found={data} onPage={(page) => change({ page })} />}
    </div>
  )
}

type ChoicesProps = {
  readonly rows: FormList['rows']
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}

function Choices({ rows, chosen, onToggle }: ChoicesProps) {
  const words = useWords()
  const own = useCompileWords()
  const domain = useDomainWords()
  const name = (row: FormRow) => row.project ?? row.department ?? row.title ?? words.noName
  const columns: readonly Column<FormRow>[] = [
    {
      key: 'project',
      title: words.project,
      show: (row) => (
        <>
          <Checkbox
            aria-label={own.choose(name(row))}
            checked={chosen.includes(row.id)}
            onChange={() => onToggle(row.id)}
          />{' '}
          <Link to={paths.form(row.id)}>{name(row)}</Link>
        </>
      ),
    },
    { key: 'unit', title: words.unit, show: (row) => row.unit ?? row.department, isMinor: true },
    { key: 'year', title: words.year, show: ({ year }) => year, className: 'year' },
    { key: 'kind', title: words.kind, show: ({ kind }) => domain.formKind(kind) },
    { key: 'score', title: words.score, show: ({ score }) => score, isNumber: true },
  ]
  return <ListTable label={words.forms} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
