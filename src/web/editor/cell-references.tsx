// Where a value comes from and what others wrote: the history of the cell, and indicators of other projects alike.
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { audit } from '../../api/audit.ts'
import { type FilingView, filings } from '../../api/filings.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { useEditorWords } from '../words/editor.ts'

type Props = {
  readonly filing: FilingView
  readonly path: string
  /** Name of the indicator of the row; null where the cell stands in none. */
  readonly name: string | null
  /** Takes a target over into the chosen row; null where it may not be changed. */
  readonly onTake: ((target: string) => void) | null
}

export function CellReferences({ filing, path, name, onTake }: Props) {
  return (
    <>
      {name !== null && <Similar id={filing.id} name={name} onTake={onTake} />}
      <CellHistory filing={filing} path={path} />
    </>
  )
}

function Similar({ id, name, onTake }: { readonly id: string; readonly name: string } & Pick<Props, 'onTake'>) {
  const words = useEditorWords()
  const { data, error, refetch } = useQuery({ ...query(filings.similar, { id, name }), staleTime: 300_000 })
  return (
    <section aria-label={words.similar}>
      <h3>{words.similar}</h3>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p className="note">{words.noSimilar}</p>}
      <ul className="plain similar">
        {data?.map((one) => (
          <li key={`${one.organisation} ${one.project} ${one.year} ${one.name} ${one.target}`}>
            <p>
              {one.name}　<b>{one.target ?? '—'}</b>
              {one.actual !== null && `　${words.actual} ${one.actual}`}
              {onTake && one.target !== null && (
                <Button type="link" size="small" onClick={() => onTake(one.target ?? '')}>
                  {words.take}
                </Button>
              )}
            </p>
            <small className="note">
              {one.year}　{one.organisation}　{one.project}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function CellHistory({ filing, path }: Pick<Props, 'filing' | 'path'>) {
  const words = useEditorWords()
  const { id: filingId, version } = filing
  const { data, error, refetch } = useQuery({
    queryKey: [audit.cell.path, filingId, path, version], // a save may have changed it
    queryFn: ({ signal }) => call(audit.cell, { filingId, path }, { signal }),
  })
  return (
    <section aria-label={words.cellHistory}>
      <h3>{words.cellHistory}</h3>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p className="note">{words.noCellHistory}</p>}
      <ol className="plain">
        {data?.map(({ number, savedAt, savedBy, value }) => (
          <li key={number}>
            <b>{value ?? words.emptyCell}</b>
            <small className="note">
              　{savedBy}　<time dateTime={savedAt}>{moment(savedAt)}</time>
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
