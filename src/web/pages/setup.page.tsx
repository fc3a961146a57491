import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Card, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { InputOf } from '../../api/endpoint.ts'
import { setup } from '../../api/setup.ts'
import { call, query, Refusal } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote, sentenceOf } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useSetupWords } from '../words/setup.ts'
import { useWords } from '../words.ts'

const administrators = ['system', 'security', 'audit'] as const

/** 初始设置: once, by whoever reads the code on the console. */
export default function SetupPage() {
  const words = useWords()
  const own = useSetupWords()
  const { data, error, refetch } = useQuery(query(setup.get, {}))
  return (
    <div className="page narrow">
      <title>{`${own.title} · ${words.system}`}</title>
      <h1>{own.title}</h1>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !data.open && (
        <Alert type="info" showIcon title={own.closed} action={<Link to={paths.signIn()}>{words.signIn}</Link>} />
      )}
      {data?.open && <SetupForm profiles={data.profiles} />}
    </div>
  )
}

function SetupForm({ profiles }: { readonly profiles: readonly { id: string; title: string }[] }) {
  const words = useWords()
  const own = useSetupWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { renew } = useMe()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const run = async (given: InputOf<typeof setup.run>) => {
    setBusy(true)
    setRefusal(null)
    try {
      await call(setup.run, given)
      await renew()
      void message.success(own.done)
      await navigate(paths.signIn())
    } catch (error) {
      setRefusal(
        sentenceOf(error instanceof Error ? error : new Refusal({ code: 'internal', message: String(error) }), words),
      )
    }
    setBusy(false)
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={run} scrollToFirstError>
      <p className="note">{own.intro}</p>
      <Card className="card">
        <Field name={['code']} label={own.code} />
      </Card>
      <Card className="card" title={own.place}>
        <Field name={['region', 'code']} label={own.regionCode} />
        <Field name={['region', 'name']} label={own.regionName} />
        <Field name={['finance', 'code']} label={own.financeCode} />
        <Field name={['finance', 'name']} label={own.financeName} />
        <Form.Item name="profile" label={own.profile} rules={[{ required: true, message: own.profile }]}>
          <Select options={profiles.map(({ id, title }) => ({ value: id, label: `${title}（${id}）` }))} />
        </Form.Item>
      </Card>
      <Card className="card" title={own.administrators}>
        {administrators.map((role) => (
          <fieldset key={role} className="bare">
            <legend>{own.roles[role]}</legend>
            <Field name={['administrators', role, 'login']} label={own.login} />
            <Field name={['administrators', role, 'name']} label={own.name} />
            <Field name={['administrators', role, 'password']} label={own.password} extra={own.passwordHint} secret />
          </fieldset>
        ))}
      </Card>
      {refusal && <Alert className="form-alert" type="error" showIcon role="alert" title={refusal} />}
      <Button type="primary" htmlType="submit" loading={busy} block>
        {own.submit}
      </Button>
    </Form>
  )
}

type FieldProps = {
  readonly name: string[]
  readonly label: string
  readonly extra?: string
  readonly secret?: boolean
}

const Field = ({ name, label, extra, secret = false }: FieldProps) => (
  <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, message: label }]}>
    {secret ? <Input.Password autoComplete="new-password" /> : <Input autoComplete="off" />}
  </Form.Item>
)
