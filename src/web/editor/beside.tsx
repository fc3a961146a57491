// Beside the chosen cell: what it is understood as, what was approved, what last year said.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type FilingView, filings } from '../../api/filings.ts'
import type { Form, Indicator } from '../../kernel/form/form.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import { alignIndicators } from '../../kernel/review/align.ts'
import { query } from '../call.ts'
import { useEditorWords } from '../words/editor.ts'
import type { BeingTyped } from './being-typed.ts'
import { Echo } from './echo.tsx'

type Props = {
  readonly form: Form
  readonly filing: FilingView
  readonly path: string
  readonly typed: BeingTyped
}

/** Names this much alike, under the same second level, are the same indicator a year later. */
const alike = 0.6

export function Beside({ form, filing, path, typed }: Props) {
  const words = useEditorWords()
  const place = placeOf(path)
  const row = place?.table === 'indicators' ? form.indicators[place.index] : undefined
  const last = useLastYear(filing, form)
  const approved = row && filing.basis?.targets.find(({ name }) => name === row.name)
  const before = last && place ? last.textOf(place.table, place.index, path) : null
  return (
    <div className="echo" aria-live="polite">
      {row?.name && <strong>{row.name}</strong>}
      <Echo form={form} path={path} typed={typed} />
      {approved && (
        <span>
          {words.baseTarget} {approved.initial ?? '—'}，{words.adjustedTarget} {approved.adjusted ?? '—'}
        </span>
      )}
      {before !== null && last && (
        <span>
          {words.ofYear(last.year)} {before}
        </span>
      )}
    </div>
  )
}

function useLastYear(filing: FilingView, form: Form) {
  const words = useEditorWords()
  const { data } = useQuery({ ...query(filings.lastYear, { id: filing.id }), staleTime: Number.POSITIVE_INFINITY })
  const other = data?.form ?? null
  const pairs = useMemo(
    () =>
      new Map(
        other === null ? [] : alignIndicators(form, other, alike).map(({ here, there }) => [here, there] as const),
      ),
    [form, other],
  )
  if (!data || other === null) return null
  const ofIndicator = ({ target, actual, weight, score }: Indicator): string =>
    [
      `${words.target} ${target.text ?? '—'}`,
      ...(actual?.text ? [`${words.actual} ${actual.text}`] : []),
      ...(score === null ? [] : [`${words.points} ${score}/${weight ?? '—'}`]),
    ].join('，')
  return {
    year: data.year,
    /** What last year's form says of the row; null where it has no such row. */
    textOf: (table: string, index: number, path: string): string | null => {
      if (table === 'indicators') {
        const there = other.indicators[pairs.get(index) ?? -1]
        return there
          ? `${there.name === form.indicators[index]?.name ? '' : `“${there.name}”`}${ofIndicator(there)}`
          : null
      }
      const fund = table === 'funds' ? form.funds[index] : undefined
      const same = fund && other.funds.find(({ label, scope }) => label === fund.label && scope === fund.scope)
      const amount = path.endsWith('.executed') ? same?.executed : (same?.annualBudget ?? same?.initialBudget)
      return amount == null ? null : `${amount}${other.amountUnit ?? ''}`
    },
  }
}
