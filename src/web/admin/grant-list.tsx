// Roles of a person: granted and revoked; a role that must not be held beside another says why.
import { App, Button, Form, Select, Tooltip } from 'antd'
import { type PersonDetails, people } from '../../api/people.ts'
import { allRoles, conflictOf, type Role } from '../../kernel/policy/roles.ts'
import { call } from '../call.ts'
import { useMe } from '../session.ts'
import { moment } from '../show.ts'
import { useAdminWords } from '../words/admin.ts'
import { useDomainWords } from '../words/domain.ts'
import { usePeopleWords } from '../words/people.ts'
import { OrganisationPicker } from './organisation-picker.tsx'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

export function GrantList({ person: { id, grants } }: { readonly person: PersonDetails }) {
  const shared = useAdminWords()
  const words = usePeopleWords()
  const domain = useDomainWords()
  const { modal } = App.useApp()
  const { may } = useMe()
  const { busy, refusal, write } = useWrite()
  const whyNot = may('grant.write') ? '' : words.notYoursToGrant
  const revoke = (grant: string) =>
    write(
      () => call(people.revoke, { id, grant }),
      () => words.revoked,
    )
  return (
    <>
      {grants.length === 0 && <p className="note">{words.noRoles}</p>}
      <ul className="plain lines" aria-label={words.roles}>
        {grants.map((grant) => (
          <li key={grant.id}>
            <b>{domain.role(grant.role)}</b> {grant.organisationName}{' '}
            <span className="note-inline">{words.by(grant.grantedBy, moment(grant.grantedAt))}</span>{' '}
            <Tooltip title={whyNot}>
              <Button
                size="small"
                disabled={whyNot !== ''}
                aria-label={`${words.revoke} ${domain.role(grant.role)} ${grant.organisationName}`}
                onClick={() =>
                  void modal.confirm({
                    title: words.revokeAsk(domain.role(grant.role), grant.organisationName),
                    okText: words.revoke,
                    cancelText: shared.cancel,
                    okButtonProps: { danger: true },
                    onOk: () => revoke(grant.id),
                  })
                }
              >
                {words.revoke}
              </Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      {whyNot === '' && (
        <GrantForm
          held={grants.map(({ role }) => role)}
          busy={busy}
          onGive={(given) =>
            write(
              () => call(people.grant, { id, ...given }),
              () => words.granted,
            )
          }
        />
      )}
      <RefusalList refusal={refusal} />
    </>
  )
}

type Given = { readonly role: Role; readonly organisation: string }
type FormProps = {
  readonly held: readonly Role[]
  readonly busy: boolean
  readonly onGive: (given: Given) => Promise<void>
}

function GrantForm({ held, busy, onGive }: FormProps) {
  const shared = useAdminWords()
  const words = usePeopleWords()
  const domain = useDomainWords()
  const options = allRoles.map((role) => {
    const conflict = conflictWith(held, role)
    return {
      value: role,
      label: conflict === null ? domain.role(role) : `${domain.role(role)}：${conflict}`,
      disabled: conflict !== null,
    }
  })
  return (
    <Form className="inline-form below" layout="vertical" requiredMark={false} onFinish={onGive}>
      <Form.Item name="role" label={words.role} rules={[{ required: true, message: shared.needed(words.role) }]}>
        <Select options={options} popupMatchSelectWidth={false} />
      </Form.Item>
      <Form.Item
        name="organisation"
        label={words.atOrganisation}
        rules={[{ required: true, message: shared.needOrganisation }]}
      >
        <OrganisationPicker label={words.atOrganisation} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {words.grant}
      </Button>
    </Form>
  )
}

/** What rules the role out wherever it is granted; conflicts within one office the server finds, which knows the tree. */
function conflictWith(held: readonly Role[], role: Role): string | null {
  const grant = (of: Role, path: string) => ({ role: of, organisation: path, path })
  const conflicts = held.map((one) => conflictOf(grant(one, '/here/'), grant(role, '/there/')))
  return conflicts.find((conflict) => conflict !== null) ?? null
}
