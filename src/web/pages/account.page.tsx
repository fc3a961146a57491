import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, List } from 'antd'
import { Navigate } from 'react-router'
import { type OpenSession, sessions } from '../../api/sessions.ts'
import { call, query } from '../call.ts'
import { deviceOf } from '../parts/device.ts'
import { FactorCard } from '../parts/factor-card.tsx'
import { Loading } from '../parts/loading.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { moment } from '../show.ts'
import { useDomainWords } from '../words/domain.ts'
import { useSessionWords } from '../words/session.ts'
import { useWords } from '../words.ts'

/** 我的账号: roles, password, second factor, signed-in devices. */
export default function AccountPage() {
  const words = useWords()
  const own = useSessionWords()
  const domain = useDomainWords()
  const { message } = App.useApp()
  const { session, renew } = useMe()
  if (!session) return <Loading />
  if (!session.person) return <Navigate to={paths.signIn(paths.account())} replace />
  return (
    <div className="page narrow">
      <title>{`${own.account} · ${words.system}`}</title>
      <h1>
        {session.person.name} <small className="note">{session.person.login}</small>
      </h1>
      <Card title={own.roles} className="card">
        {session.grants.length === 0 && <p className="note">{own.noRoles}</p>}
        <ul className="plain">
          {session.grants.map((grant) => (
            <li key={`${grant.role} ${grant.organisation}`}>
              <strong>{domain.role(grant.role)}</strong>　{grant.organisationName}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={own.change} className="card">
        <PasswordForm
          done={async (next) => {
            await renew(next)
            void message.success(own.changed)
          }}
        />
      </Card>
      <FactorCard isOn={session.hasFactor} changed={() => renew()} />
      <SessionsCard />
    </div>
  )
}

function Device({ of: { agent, address, own: isHere } }: { readonly of: OpenSession }) {
  const own = useSessionWords()
  return (
    <span title={agent}>
      {deviceOf(agent) ?? (agent || address)}
      {isHere && `（${own.here}）`}
    </span>
  )
}

function SessionsCard() {
  const own = useSessionWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const asked = query(sessions.list, {})
  const { data, error, refetch } = useQuery(asked)
  const again = () => queries.invalidateQueries({ queryKey: asked.queryKey })
  const endOthers = async () => {
    const { closed } = await call(sessions.closeOthers, {})
    void message.success(own.ended(closed))
    await again()
  }
  return (
    <Card
      title={own.sessions}
      className="card"
      extra={data && data.length > 1 && <Button onClick={() => void endOthers()}>{own.endOthers}</Button>}
    >
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <List
          dataSource={[...data]}
          rowKey="id"
          renderItem={(one) => (
            <List.Item
              actions={
                one.own
                  ? []
                  : [
                      <Button key="end" onClick={() => void call(sessions.closeOne, { id: one.id }).then(again)}>
                        {own.end}
                      </Button>,
                    ]
              }
            >
              <List.Item.Meta
                title={<Device of={one} />}
                description={own.between(moment(one.createdAt), moment(one.seenAt))}
              />
            </List.Item>
          )}
        />
      )}
    </Card>
  )
}
