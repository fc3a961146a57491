import { useQuery } from '@tanstack/react-query'
import { organisations } from '../../api/organisations.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useOrganisationWords } from '../words/organisations.ts'

type Props = { readonly text: string; readonly chosen: string | null; readonly onChoose: (id: string) => void }

/** Organisations in force whose name or code has these words, each with what stands above it. */
export function OrganisationSearch({ text, chosen, onChoose }: Props) {
  const words = useOrganisationWords()
  const { data, error, refetch } = useQuery(query(organisations.search, { text, limit: 100 }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={words.found} />
  if (data.length === 0) return <p className="note">{words.notFound}</p>
  return (
    <ul className="tree" aria-label={words.found}>
      {data.map(({ id, name, code, above }) => (
        <li key={id}>
          <span className={id === chosen ? 'branch branch-chosen' : 'branch'}>
            <button type="button" className="branch-name" aria-current={id === chosen} onClick={() => onChoose(id)}>
              {name} <small className="note-inline">{code}</small>
              <small className="note-inline block">{above.join(' › ')}</small>
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}
