import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { cycles } from '../../api/cycles.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useAdminWords } from '../words/admin.ts'
import { useCycleWords } from '../words/cycles.ts'

/** The name, with the year before it where it does not say it. */
export const titleOf = (year: number, name: string): string => (name.includes(String(year)) ? name : `${year} ${name}`)

/** The years within reach, newest first. */
export function CycleList({ chosen }: { readonly chosen: string | null }) {
  const shared = useAdminWords()
  const words = useCycleWords()
  const { data, error, refetch } = useQuery(query(cycles.list, {}))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={shared.pages.cycles} />
  if (data.length === 0) return <p className="note">{words.none}</p>
  return (
    <ul className="plain lines" aria-label={shared.pages.cycles}>
      {[...data]
        .sort((a, b) => b.fiscalYear - a.fiscalYear)
        .map(({ id, name, organisation, fiscalYear, closed }) => (
          <li key={id} className={id === chosen ? 'branch-chosen padded' : 'padded'}>
            <Link to={paths.cycles(id)} aria-current={id === chosen}>
              {titleOf(fiscalYear, name)}
            </Link>{' '}
            {closed && <Tag>{words.closed}</Tag>}
            <span className="note-inline block">{organisation}</span>
          </li>
        ))}
    </ul>
  )
}
