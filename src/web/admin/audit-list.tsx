// 审计记录, newest first, piece after piece; each opens its details.
import { type AuditEvent, type AuditFilter, audit } from '../../api/audit.ts'
import { call } from '../call.ts'
import { EndlessTable } from '../parts/endless-table.tsx'
import type { Column } from '../parts/list-table.tsx'
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
  const columns: readonly Column<AuditEvent>[] = [
    { key: 'when', title: words.when, show: ({ at }) => moment(at) },
    { key: 'actor', title: words.actor, show: ({ actor }) => actor },
    { key: 'what', title: words.what, show: ({ name }) => eventWords(name, words, step) },
    { key: 'region', title: words.region, show: ({ region, number }) => `${region} ${number}`, isMinor: true },
    { key: 'details', title: words.details, show: (event) => <Details of={event} /> },
  ]
  return (
    <EndlessTable
      label={shared.pages.audit}
      columns={columns}
      keyOf={({ region, number }) => `${region} ${number}`}
      asked={[audit.list.path, filter]}
      fetch={(after, signal) => call(audit.list, { ...filter, after, limit: pageSize }, { signal })}
      nothing={<p className="note">{words.nothing}</p>}
      more={words.more}
    />
  )
}

function Details({ of: { number, name, subject, details, hash } }: { readonly of: AuditEvent }) {
  const words = useAuditWords()
  return (
    <details>
      <summary aria-label={`${words.details} ${number}`}>{words.details}</summary>
      <p className="note">
        {name} {subject}
      </p>
      <pre className="json">{JSON.stringify(details, null, 2)}</pre>
      <p className="note">
        {words.fingerprint} {hash.slice(0, 16)}
      </p>
    </details>
  )
}
