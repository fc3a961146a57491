// What happened to an organisation, newest first, in words.
import type { OrganisationChange } from '../../api/organisations.ts'
import { moment } from '../show.ts'
import { useOrganisationWords } from '../words/organisations.ts'
import { OrganisationName } from './organisation-name.tsx'

export function OrganisationHistory({ history }: { readonly history: readonly OrganisationChange[] }) {
  const words = useOrganisationWords()
  if (history.length === 0) return <p className="note">{words.noHistory}</p>
  return (
    <ol className="plain history" aria-label={words.history}>
      {history.map((change) => (
        <li key={`${change.at} ${change.verb} ${change.otherId}`}>
          <b>{change.effectiveOn}</b> {verbOf(words.past, change.verb)} <What change={change} />
          <span className="note block">
            {change.reason}（{words.by(change.by, moment(change.at))}）
          </span>
        </li>
      ))}
    </ol>
  )
}

const verbOf = (names: Readonly<Record<string, string>>, verb: string): string => names[verb] ?? verb

function What({ change: { before, after, otherId } }: { readonly change: OrganisationChange }) {
  const words = useOrganisationWords()
  const [from, to] = [partOf(before, 'name'), partOf(after, 'name')]
  const [left, entered] = [partOf(before, 'parentId'), partOf(after, 'parentId')]
  if (otherId) return <OrganisationName id={otherId} />
  if (from && to) return words.renamed(from, to)
  if (left && entered)
    return (
      <>
        <OrganisationName id={left} /> → <OrganisationName id={entered} />
      </>
    )
  return null
}

/** Histories keep what each verb changed, whatever it is; a part that is no text is not shown. */
function partOf(kept: unknown, name: string): string | null {
  if (kept === null || typeof kept !== 'object') return null
  const part: unknown = Reflect.get(kept, name)
  return typeof part === 'string' ? part : null
}
