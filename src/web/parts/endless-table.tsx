// A list as long as it goes: the server gives it piece by piece, the next one where it is asked for.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { type Column, ListTable } from './list-table.tsx'
import { Loading } from './loading.tsx'
import { RefusalNote } from './refusal.tsx'

type Piece<Row> = {
  readonly rows: readonly Row[]
  /** Asks for the next piece; null = the last. */
  readonly next: string | null
}

type Props<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  /** The search, for the cache. */
  readonly asked: readonly unknown[]
  /** `after` is undefined for the first piece. */
  readonly fetch: (after: string | undefined, signal: AbortSignal) => Promise<Piece<Row>>
  readonly nothing: ReactNode
  readonly more: string
}

export function EndlessTable<Row>({ label, columns, keyOf, asked, fetch, nothing, more }: Props<Row>) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: asked,
    queryFn: ({ pageParam, signal }) => fetch(pageParam || undefined, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }: Piece<Row>) => next,
    placeholderData: keepPreviousData,
  })
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={label} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return nothing
  return (
    <>
      <ListTable label={label} columns={columns} rows={rows} keyOf={keyOf} isOld={isPlaceholderData} />
      {hasNextPage && (
        <Button className="pages" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more}
        </Button>
      )}
    </>
  )
}
