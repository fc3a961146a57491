// The tree of organisations; what is below one is asked for when it is opened.
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type OrganisationRow, organisations } from '../../api/organisations.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useOrganisationWords } from '../words/organisations.ts'

type Props = {
  readonly chosen: string | null
  /** Ids of those above the chosen one: they are open. */
  readonly above: ReadonlySet<string>
  readonly onChoose: (id: string) => void
}

/** So many topmost ones are shown with what is below them. */
const fewRoots = 3

export function OrganisationTree(props: Props) {
  const words = useOrganisationWords()
  const { data, error, refetch } = useQuery(query(organisations.roots, {}))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={words.tree} />
  return (
    <ul className="tree" aria-label={words.tree}>
      {data.map((row) => (
        <Branch key={row.id} row={row} {...props} startsOpen={data.length <= fewRoots} />
      ))}
    </ul>
  )
}

type BranchProps = Props & { readonly row: OrganisationRow; readonly startsOpen?: boolean }

function Branch({ row, startsOpen = false, ...props }: BranchProps) {
  const words = useOrganisationWords()
  const { chosen, above, onChoose } = props
  const [mine, setMine] = useState<boolean | null>(null)
  const isOpen = mine ?? (startsOpen || above.has(row.id))
  return (
    <li>
      <span className={row.id === chosen ? 'branch branch-chosen' : 'branch'}>
        {row.kind === 'office' ? (
          <span className="branch-turn" />
        ) : (
          <button
            type="button"
            className="branch-turn"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.collapse(row.name) : words.expand(row.name)}
            onClick={() => setMine(!isOpen)}
          >
            {isOpen ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
          </button>
        )}
        <button type="button" className="branch-name" aria-current={row.id === chosen} onClick={() => onChoose(row.id)}>
          {row.name} <small className="note-inline">{row.code}</small>
        </button>
      </span>
      {isOpen && <Below {...props} id={row.id} />}
    </li>
  )
}

function Below({ id, ...props }: Props & { readonly id: string }) {
  const words = useOrganisationWords()
  const { data, error, refetch } = useQuery(query(organisations.get, { id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={words.children} />
  if (data.children.length === 0) return <p className="note branch-empty">{words.noChildren}</p>
  return (
    <ul className="tree">
      {data.children.map((row) => (
        <Branch key={row.id} row={row} {...props} />
      ))}
    </ul>
  )
}
