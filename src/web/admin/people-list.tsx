// 人员, page after page; one line a person.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { type PersonRow, people } from '../../api/people.ts'
import { call } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { useAdminWords } from '../words/admin.ts'
import { usePeopleWords } from '../words/people.ts'

type Props = {
  readonly text: string
  readonly organisation: string | undefined
  /** The address of one person's details, with the search kept. */
  readonly linkTo: (id: string) => string
}

export function PeopleList({ text, organisation, linkTo }: Props) {
  const shared = useAdminWords()
  const words = usePeopleWords()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [people.list.path, { text, organisation }],
    queryFn: ({ pageParam, signal }) =>
      call(people.list, { text, organisation, after: pageParam, limit: 50 }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={shared.pages.people} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <p className="note">{words.nobody}</p>
  return (
    <>
      <div className="table-frame">
        <table className="list cards" aria-label={shared.pages.people}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.login}</th>
              <th scope="col">{words.organisation}</th>
              <th scope="col">{words.state}</th>
              <th scope="col" className="minor">
                {words.since}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={linkTo(row.id)}>{row.name}</Link>
                </th>
                <td data-label={words.login}>{row.login}</td>
                <td data-label={words.organisation}>{row.organisationName ?? '—'}</td>
                <td data-label={words.state}>
                  <PersonState person={row} />
                </td>
                <td className="minor" data-label={words.since}>
                  {moment(row.createdAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button className="below" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

export function PersonState({ person }: { readonly person: PersonRow }) {
  const words = usePeopleWords()
  return (
    <>
      <span className={person.disabledAt ? 'tag' : 'tag tag-good'}>
        {person.disabledAt ? words.disabled : words.active}
      </span>
      {person.mustChangePassword && <span className="tag tag-warning">{words.mustChange}</span>}
      {person.hasFactor && <span className="tag">{words.hasFactor}</span>}
    </>
  )
}
