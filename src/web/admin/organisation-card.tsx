// One organisation: what it is, where it stands, what can be done with it and what happened to it.
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type OrganisationView, organisations } from '../../api/organisations.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useDomainWords } from '../words/domain.ts'
import { useOrganisationWords } from '../words/organisations.ts'
import { OrganisationDialog, type OrganisationVerb } from './organisation-dialog.tsx'
import { OrganisationHistory } from './organisation-history.tsx'
import { OrganisationImportDialog } from './organisation-import.tsx'

export function OrganisationCard({ id }: { readonly id: string }) {
  const words = useOrganisationWords()
  const domain = useDomainWords()
  const { data, error, refetch } = useQuery(query(organisations.get, { id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Card
      className="card"
      title={<h2 className="card-title">{data.name}</h2>}
      extra={data.validTo !== null && <Tag color="default">{words.closed}</Tag>}
    >
      <Verbs organisation={data} />
      <Descriptions
        column={{ xs: 1, md: 2 }}
        size="small"
        items={[
          { key: 'code', label: words.code, children: data.code },
          { key: 'kind', label: words.kind, children: domain.organisationKind(data.kind) },
          { key: 'region', label: words.region, children: data.region },
          { key: 'day', label: words.time, children: words.inForce(data.validFrom, data.validTo) },
        ]}
      />
      <Above organisation={data} />
      <h3>{words.children}</h3>
      {data.children.length === 0 && <p className="note">{words.noChildren}</p>}
      <ul className="plain link-list">
        {data.children.map((child) => (
          <li key={child.id}>
            <Link to={paths.organisations(child.id)}>{child.name}</Link>{' '}
            <small className="note-inline">{child.code}</small>
          </li>
        ))}
      </ul>
      <h3>{words.history}</h3>
      <OrganisationHistory history={data.history} />
    </Card>
  )
}

function Above({ organisation: { above, id } }: { readonly organisation: OrganisationView }) {
  const words = useOrganisationWords()
  const { may } = useMe()
  return (
    <p className="note">
      {above.length > 0 && `${words.above}：`}
      {above.map((one, i) => (
        <span key={one.id}>
          {i > 0 && ' › '}
          <Link to={paths.organisations(one.id)}>{one.name}</Link>
        </span>
      ))}
      {may('person.read') && (
        <Link className="after" to={`${paths.people()}?organisation=${id}`}>
          {words.people}
        </Link>
      )}
    </p>
  )
}

const verbs = ['create', 'import', 'rename', 'move', 'split', 'merge', 'close'] as const
type Verb = (typeof verbs)[number]

function Verbs({ organisation }: { readonly organisation: OrganisationView }) {
  const words = useOrganisationWords()
  const { may } = useMe()
  const [asked, setAsked] = useState<OrganisationVerb | 'import' | null>(null)
  const whyNot = (verb: Verb): string => {
    if (!may('organisation.write')) return words.notYours
    if (organisation.validTo !== null) return words.isClosed
    if (organisation.parentId === null && ['move', 'merge', 'split'].includes(verb)) return words.isRoot
    return organisation.kind === 'office' && ['create', 'import'].includes(verb) ? words.cannotHave : ''
  }
  return (
    <div className="verb-row">
      {verbs.map((verb) => (
        <Tooltip key={verb} title={whyNot(verb)}>
          <Button
            disabled={whyNot(verb) !== ''}
            danger={verb === 'close' && whyNot(verb) === ''}
            onClick={() => setAsked(verb)}
          >
            {words.verbs[verb]}
          </Button>
        </Tooltip>
      ))}
      {asked === 'import' && <OrganisationImportDialog organisation={organisation} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'import' && (
        <OrganisationDialog organisation={organisation} verb={asked} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}
