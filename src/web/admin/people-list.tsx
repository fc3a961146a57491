// 人员, piece after piece; one line a person.
import { Link } from 'react-router'
import { type PersonRow, people } from '../../api/people.ts'
import { call } from '../call.ts'
import { EndlessTable } from '../parts/endless-table.tsx'
import type { Column } from '../parts/list-table.tsx'
import { moment } from '../show.ts'
import { useAdminWords } from '../words/admin.ts'
import { usePeopleWords } from '../words/people.ts'

type Props = {
  readonly text: string
  readonly organisation: string | undefined
  /** The address of one person's details, with the search kept. */
  readonly linkTo: (id: string) => string
}

export function PeopleList({ text, organisation, linkTo }: Props) {
  const shared = useAdminWords()
  const words = usePeopleWords()
  const columns: readonly Column<PersonRow>[] = [
    { key: 'name', title: words.name, show: ({ id, name }) => <Link to={linkTo(id)}>{name}</Link> },
    { key: 'login', title: words.login, show: ({ login }) => login },
    { key: 'organisation', title: words.organisation, show: ({ organisationName }) => organisationName },
    { key: 'state', title: words.state, show: (row) => <PersonState person={row} /> },
    { key: 'since', title: words.since, show: ({ createdAt }) => moment(createdAt), isMinor: true },
  ]
  return (
    <EndlessTable
      label={shared.pages.people}
      columns={columns}
      keyOf={({ id }) => id}
      asked={[people.list.path, { text, organisation }]}
      fetch={(after, signal) => call(people.list, { text, organisation, after: after ?? '', limit: 50 }, { signal })}
      nothing={<p className="note">{words.nobody}</p>}
      more={words.more}
    />
  )
}

export function PersonState({ person }: { readonly person: PersonRow }) {
  const words = usePeopleWords()
  return (
    <>
      <span className={person.disabledAt ? 'tag' : 'tag tag-good'}>
        {person.disabledAt ? words.disabled : words.active}
      </span>
      {person.mustChangePassword && <span className="tag tag-warning">{words.mustChange}</span>}
      {person.hasFactor && <span className="tag">{words.hasFactor}</span>}
    </>
  )
}
