// 审计记录, newest first, page after page; each opens its details.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type AuditFilter, audit } from '../../api/audit.ts'
import { call } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { useAdminWords } from '../words/admin.ts'
import { useAuditWords } from '../words/audit.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { eventWords } from './audit-search.ts'

const pageSize = 50

export function AuditList({ filter }: { readonly filter: AuditFilter }) {
  const shared = useAdminWords()
  const words = useAuditWords()
  const { step } = useLifecycleWords()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [audit.list.path, filter],
    queryFn: ({ pageParam: after, signal }) =>
      call(audit.list, { ...filter, ...(after === '' ? {} : { after }), limit: pageSize }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={shared.pages.audit} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <p className="note">{words.nothing}</p>
  return (
    <>
      <div className="table-frame">
        <table className="list cards" aria-label={shared.pages.audit}>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.actor}</th>
              <th scope="col">{words.what}</th>
              <th scope="col" className="minor">
                {words.region}
              </th>
              <th scope="col">{words.details}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.region} ${row.number}`}>
                <td>{moment(row.at)}</td>
                <td data-label={words.actor}>{row.actor}</td>
                <th scope="row">{eventWords(row.name, words, step)}</th>
                <td className="minor" data-label={words.region}>
                  {row.region} {row.number}
                </td>
                <td>
                  <details>
                    <summary aria-label={`${words.details} ${row.number}`}>{words.details}</summary>
                    <p className="note">
                      {row.name} {row.subject}
                    </p>
                    <pre className="json">{JSON.stringify(row.details, null, 2)}</pre>
                    <p className="note">
                      {words.fingerprint} {row.hash.slice(0, 16)}
                    </p>
                  </details>
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
