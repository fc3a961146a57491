import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { filings } from '../../api/filings.ts'
import { call } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { BulkDialog, type BulkItem, type BulkVerb } from '../review/bulk-dialog.tsx'
import { QueueFilters } from '../review/queue-filters.tsx'
import { type Here, keepQueue, placeIn } from '../review/queue-order.ts'
import { nameOf, QueueRow } from '../review/queue-row.tsx'
import { filterOf, isSame, searchIn, useQueueSearch } from '../review/queue-search.ts'
import { SearchKeeper } from '../review/search-keeper.tsx'
import { useKeys } from '../review/use-keys.ts'
import { useMe } from '../session.ts'
import { useReviewWords } from '../words/review.ts'
import { useWords } from '../words.ts'

const shown = 50
const usualFilter = filterOf(searchIn(new URLSearchParams()))
const bulkVerbs = ['approve', 'send-back', 'remind'] as const

/** 审核: what waits for the reviewer, the greatest risk first. */
export default function ReviewPage() {
  const shell = useWords()
  const words = useReviewWords()
  const { session, signedIn } = useMe()
  if (!session) return <Loading />
  if (!signedIn) return <Navigate to={paths.signIn(paths.review())} replace />
  return (
    <div className="page">
      <title>{`${words.title} · ${shell.system}`}</title>
      <header className="page-head">
        <h1>{words.title}</h1>
        <span className="note keys">{words.hint}</span>
      </header>
      <Queue />
    </div>
  )
}

function Queue() {
  const words = useReviewWords()
  const navigate = useNavigate()
  const [search, change] = useQueueSearch()
  const filter = useMemo(() => filterOf(search), [search])
  const order = search.order === 'waiting' ? ('waiting' as const) : ('risk' as const)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [filings.list.path, 'queue', filter, order],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(filings.list, { ...filter, order, limit: shown, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    getNextPageParam: ({ next }) => next,
  })
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const [kept, setKept] = useState<Here>({ id: null, at: 0 })
  const at = placeIn(ids, kept)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  /** What was chosen when it was asked for: the queue goes on under the dialog. */
  const [asked, setAsked] = useState<{ readonly verb: BulkVerb; readonly items: readonly BulkItem[] } | null>(null)
  const picked = rows.filter(({ id }) => chosen.has(id))
  const here = rows[at]
  const goTo = (place: number) => setKept({ id: ids[place] ?? null, at: place })
  useEffect(() => keepQueue(ids), [ids])
  // The queue goes on by itself: what is done by keys is done to the filing that was marked.
  useEffect(() => {
    const id = ids[at] ?? null
    setKept((before) => (before.id === id && before.at === at ? before : { id, at }))
  }, [ids, at])

  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  useKeys({
    j: () => goTo(Math.min(at + 1, rows.length - 1)),
    k: () => goTo(Math.max(at - 1, 0)),
    arrowdown: () => goTo(Math.min(at + 1, rows.length - 1)),
    arrowup: () => goTo(Math.max(at - 1, 0)),
    x: () => here && toggle(here.id),
    enter: () => here && void navigate(paths.filing(here.id)),
  })
  return (
    <>
      <QueueFilters search={search} filter={filter} onChange={change} />
      <SearchKeeper filter={filter} isUsual={isSame(filter, usualFilter)} onChoose={change} />
      <div className="queue-bar">
        <span role="status">{data && words.total(data.pages[0]?.total ?? 0)}</span>
        <span>{words.chosen(picked.length)}</span>
        {bulkVerbs.map((one) => (
          <Button
            key={one}
            disabled={picked.length === 0}
            title={picked.length === 0 ? words.chooseFirst : undefined}
            onClick={() => setAsked({ verb: one, items: picked.map((row) => ({ id: row.id, name: nameOf(row) })) })}
          >
            {words.bulk[one]}
          </Button>
        ))}
      </div>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && rows.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={Object.keys(filter).length > 3 || filter.text ? words.nothingFound : words.nothing}
        />
      )}
      {rows.length > 0 && (
        <ol className="queue" aria-label={words.title}>
          {rows.map((row, i) => (
            <QueueRow
              key={row.id}
              row={row}
              isHere={row.id === here?.id}
              isChosen={chosen.has(row.id)}
              onChoose={() => toggle(row.id)}
              onHere={() => goTo(i)}
            />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {asked && (
        <BulkDialog
          {...asked}
          onClose={(begun) => {
            setAsked(null)
            if (begun) setChosen(new Set())
          }}
        />
      )}
    </>
  )
}
