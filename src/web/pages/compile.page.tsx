import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Empty, Pagination } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { mostCompiled } from '../../api/compilations.ts'
import { type FormList, FormSearch, forms } from '../../api/forms.ts'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import { query } from '../call.ts'
import { CompileBar } from '../parts/compile-bar.tsx'
import { FormFilters } from '../parts/form-filters.tsx'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useCompileWords } from '../words/compile.ts'
import { useWords } from '../words.ts'

/** 汇编: forms are searched and ticked, looked through and written as one book; the address bar holds the search. */
export default function CompilePage() {
  const words = useWords()
  const own = useCompileWords()
  const { session, signedIn } = useMe()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [address, setAddress] = useSearchParams()
  const asked = FormSearch.safeParse(Object.fromEntries(address))
  const search = asked.success ? asked.data : FormSearch.parse({})
  const { data, error, refetch } = useQuery({ ...query(forms.list, search), placeholderData: keepPreviousData })
  const change = (changes: Partial<FormSearch>) =>
    setAddress(
      Object.entries({ ...search, page: 1, ...changes })
        .filter(([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1))
        .map(([name, value]) => [name, String(value)] as [string, string]), // pairs, as the address takes them
    )
  const add = (ids: readonly string[]) => setChosen([...new Set([...chosen, ...ids])])
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const addAll = async (total: number, pageSize: number) => {
    const pages = Array.from({ length: Math.ceil(total / pageSize) }, (_, i) => i + 1)
    const found: string[] = []
    for (const page of pages)
      for (const { id } of (await queries.fetchQuery(query(forms.list, { ...search, page }))).rows) found.push(id)
    add(found)
  }
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
            <Button onClick={() => void addAll(data.total, data.pageSize)}>{own.chooseAll(data.total)}</Button>
          )}
          {chosen.length > 0 && <Button onClick={() => setChosen([])}>{own.clear}</Button>}
        </div>
      )}
      {data?.rows.length === 0 && <Empty description={words.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {data && data.rows.length > 0 && <Choices rows={data.rows} chosen={chosen} onToggle={toggle} />}
      {data && (
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
      )}
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
  return (
    <table className="form-table cards" aria-label={words.forms}>
      <thead>
        <tr>
          <th scope="col">{words.project}</th>
          <th scope="col" className="minor">
            {words.unit}
          </th>
          <th scope="col">{words.year}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col" className="number">
            {words.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = row.project ?? row.department ?? row.title ?? words.noName
          return (
            <tr key={row.id}>
              <td>
                <Checkbox
                  aria-label={own.choose(name)}
                  checked={chosen.includes(row.id)}
                  onChange={() => onToggle(row.id)}
                />{' '}
                <Link to={paths.form(row.id)}>{name}</Link>
              </td>
              <td className="minor" data-label={words.unit}>
                {row.unit ?? row.department}
              </td>
              <td className="year" data-label={words.year}>
                {row.year ?? '—'}
              </td>
              <td data-label={words.kind}>{kindLabel[row.kind]}</td>
              <td className="number" data-label={words.score}>
                {row.score ?? '—'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
