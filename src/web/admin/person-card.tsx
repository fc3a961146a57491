// One person: account, roles, and what follows from them.
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Tag, Tooltip } from 'antd'
import { type PersonDetails, people } from '../../api/people.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useMe } from '../session.ts'
import { moment } from '../show.ts'
import { usePeopleWords } from '../words/people.ts'
import { AccessList } from './access-list.tsx'
import { GrantList } from './grant-list.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'
import { PersonState } from './people-list.tsx'
import { PersonVerbs } from './person-verbs.tsx'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

type Props = { readonly id: string; readonly onClose: () => void }

export function PersonCard({ id, onClose }: Props) {
  const words = usePeopleWords()
  const { data, error, refetch } = useQuery(query(people.get, { id }))
  return (
    <Drawer
      open
      className="card"
      title={data ? `${data.name}（${data.login}）` : words.details}
      size={720}
      onClose={onClose}
    >
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={words.details} />}
      {data && (
        <>
          <p>
            <PersonState person={data} />
            {data.lockedUntil && <Tag color="error">{words.locked(moment(data.lockedUntil))}</Tag>}
          </p>
          <PersonVerbs person={data} />
          <h2>{words.account}</h2>
          <AccountForm key={data.revision} person={data} />
          <h2>{words.roles}</h2>
          <GrantList person={data} />
          <h2>{words.access}</h2>
          <AccessList id={id} />
        </>
      )}
    </Drawer>
  )
}

function AccountForm({ person }: { readonly person: PersonDetails }) {
  const words = usePeopleWords()
  const { may } = useMe()
  const { busy, refusal, write } = useWrite()
  const whyNot = may('person.write') ? '' : words.notYoursToWrite
  const { id, name, organisation, organisationName, revision } = person
  const known = organisation && organisationName ? [{ id: organisation, name: organisationName }] : []
  return (
    <Form
      className="inline-form"
      layout="vertical"
      requiredMark={false}
      disabled={whyNot !== ''}
      initialValues={{ name, organisation }}
      onFinish={(given: { name: string; organisation: string }) =>
        write(
          () => call(people.change, { id, revision, ...given }),
          () => words.saved,
        )
      }
    >
      <Form.Item name="name" label={words.name}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="organisation" label={words.organisation}>
        <OrganisationPicker label={words.organisation} known={known} />
      </Form.Item>
      <Tooltip title={whyNot}>
        <Button htmlType="submit" loading={busy}>
          {words.save}
        </Button>
      </Tooltip>
      <RefusalList refusal={refusal} />
    </Form>
  )
}
