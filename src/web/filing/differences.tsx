import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { type FilingView, filings } from '../../api/filings.ts'
import { versions } from '../../api/versions.ts'
import { type Change, difference } from '../../kernel/form/difference.ts'
import { isReview } from '../../kernel/lifecycle/state.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useReviewWords } from '../words/review.ts'

export type Compared = 'version' | 'last-year'
export type Differences = {
  /** The version a reviewer saw last; null = there is none before this one. */
  readonly version: number | null
  readonly year: number | null
  readonly against: Compared | null
  readonly choose: (against: Compared) => void
  readonly changes: readonly Change[]
  readonly isLoading: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** What changed since the form was last in a reviewer's hands, or since last year's form of the project. */
export function useDifferences(filing: FilingView): Differences {
  const [chosen, choose] = useState<Compared | null>(null)
  const version = seenBefore(filing)
  const before = useQuery(query(filings.lastYear, { id: filing.id }))
  const year = before.data?.form ? before.data.year : null
  const against = chosen ?? (version !== null ? 'version' : year !== null ? 'last-year' : null)
  const since = useQuery({
    ...query(versions.difference, { filingId: filing.id, from: version ?? 1, to: filing.version }),
    enabled: version !== null,
  })
  const old = before.data?.form
  const overYears = useMemo(() => (old ? difference(old, filing.form) : []), [old, filing.form])
  return {
    version,
    year,
    against,
    choose,
    changes: against === 'version' ? (since.data ?? []) : against === 'last-year' ? overYears : [],
    isLoading: before.isPending || (version !== null && since.isPending),
    error: before.error ?? since.error,
    retry: () => void (before.error ? before : since).refetch(),
  }
}

/** Of the last step by which it left a reviewer, or of what was approved; only where something newer stands now. */
function seenBefore({ steps, version, approvedVersion }: FilingView): number | null {
  const left = steps.findLast((step) => isReview(step.from as FilingView['state']) && step.version < version) // written by the lifecycle only
  return left?.version ?? (approvedVersion !== null && approvedVersion < version ? approvedVersion : null)
}

type Props = { readonly differences: Differences; readonly onChoose: (path: string) => void }

export function DifferenceList({ differences, onChoose }: Props) {
  const words = useReviewWords()
  const { version, year, against, choose, changes, isLoading, error, retry } = differences
  if (error) return <RefusalNote error={error} onRetry={retry} />
  if (isLoading) return <Loading />
  if (against === null) return <p className="note">{`${words.noEarlier}${words.noLastYear}`}</p>
  const options = [
    ...(version === null ? [] : [{ value: 'version' as const, label: words.withVersion(version) }]),
    ...(year === null ? [] : [{ value: 'last-year' as const, label: words.withLastYear(year) }]),
  ]
  return (
    <div className="differences">
      <Segmented<Compared> aria-label={words.comparedWith} options={options} value={against} onChange={choose} />
      {changes.length === 0 && <p className="note">{words.noDifference}</p>}
      <ol className="plain">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.path} ${change.oldPath} ${change.message}`}>
            <span className={`tag tag-${tone[change.effect]}`}>{words.effects[change.effect]}</span>{' '}
            {change.path === null ? (
              change.message
            ) : (
              <button type="button" className="finding-link" onClick={() => onChoose(change.path ?? '')}>
                {change.message}
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What asks for less than before deserves a second look. */
const tone = { looser: 'warning', stricter: 'good', neutral: 'advice' } as const
