import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import { useParams } from 'react-router'
import { filings } from '../../api/filings.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useMe } from '../session.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useWords } from '../words.ts'

// who reads a form does not load the editor, nor the other way round
const FilingEditor = lazy(async () => ({ default: (await import('../editor/filing-editor.tsx')).FilingEditor }))
const FilingReview = lazy(async () => ({ default: (await import('../filing/filing-review.tsx')).FilingReview }))

/** One filing: edited by whoever's turn it is to fill it in, read by everybody else. */
export default function FilingPage() {
  const words = useWords()
  const lifecycle = useLifecycleWords()
  const { session } = useMe()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(query(filings.get, { id }))
  const layout = data && layouts.find(({ id: known }) => known === data.layout)
  /** A session that ends does not take the form away: whoever filled it in signs in over it. */
  const person = useRef<string>(undefined)
  person.current = session?.person?.id ?? person.current
  const name = data ? (data.project ?? data.organisation) : ''
  return (
    <div className="page">
      <title>{`${name || words.work} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{name || words.work}</h1>
        {data && (
          <span className="note">
            {data.organisation}　{data.taskTitle}　{lifecycle.state(data.state)}
          </span>
        )}
      </header>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !layout && <Alert type="warning" showIcon title={words.noLayout(data.layout)} />}
      {data && layout && (
        <Suspense fallback={<Loading />}>
          {data.verbs.some(({ verb, allowed }) => verb === 'save' && allowed) ? (
            person.current !== undefined && (
              <FilingEditor
                key={`${data.id} ${data.state} ${person.current}`}
                filing={data}
                layout={layout}
                person={person.current}
              />
            )
          ) : (
            <FilingReview filing={data} layout={layout} />
          )}
        </Suspense>
      )}
    </div>
  )
}
