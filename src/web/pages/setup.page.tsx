import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Segmented, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { InputOf } from '../../api/endpoint.ts'
import { type DemonstrationAccount, setup } from '../../api/setup.ts'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { DemonstrationAccounts, DemonstrationForm } from '../setup/demonstration.tsx'
import { NextSteps } from '../setup/next-steps.tsx'
import { SetupField as Field } from '../setup/setup-field.tsx'
import { useSetupWords } from '../words/setup.ts'
import { useWords } from '../words.ts'

type Way = 'own' | 'demonstration'

const administrators = ['system', 'security', 'audit'] as const

/** 初始设置: once, by whoever reads the code on the console. */
export default function SetupPage() {
  const words = useWords()
  const own = useSetupWords()
  const { data, error, refetch } = useQuery(query(setup.get, {}))
  const [way, setWay] = useState<Way>('own')
  const [made, setMade] = useState<'own' | readonly DemonstrationAccount[] | null>(null)
  return (
    <div className="page narrow">
      <title>{`${own.title} · ${words.system}`}</title>
      <h1>{own.title}</h1>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !data.open && !made && (
        <Alert type="info" showIcon title={own.closed} action={<Link to={paths.signIn()}>{words.signIn}</Link>} />
      )}
      {made && made !== 'own' && <DemonstrationAccounts accounts={made} />}
      {made === 'own' && <NextSteps />}
      {data?.open && !made && (
        <>
          <p className="note">{own.intro}</p>
          {data.demonstration && (
            <Segmented<Way>
              block
              aria-label={own.title}
              value={way}
              onChange={setWay}
              options={[
                { value: 'own', label: own.ways.own },
                { value: 'demonstration', label: own.ways.demonstration },
              ]}
            />
          )}
          {way === 'own' ? (
            <SetupForm profiles={data.profiles} onDone={() => setMade('own')} />
          ) : (
            <DemonstrationForm onDone={setMade} />
          )}
        </>
      )}
    </div>
  )
}

type SetupFormProps = {
  readonly profiles: readonly { id: string; title: string }[]
  readonly onDone: () => void
}

function SetupForm({ profiles, onDone }: SetupFormProps) {
  const own = useSetupWords()
  const { renew } = useMe()
  const { busy, refusal, write } = useWrite()
  const run = (given: InputOf<typeof setup.run>) =>
    write(
      () => call(setup.run, given),
      () => {
        onDone()
        void renew()
        return undefined
      },
    )
  return (
    <Form layout="vertical" requiredMark={false} onFinish={run} scrollToFirstError>
      <Card className="card">
        <Field name={['code']} label={own.code} />
      </Card>
      <Card className="card" title={own.place}>
        <Field name={['region', 'code']} label={own.regionCode} />
        <Field name={['region', 'name']} label={own.regionName} />
        <Field name={['finance', 'code']} label={own.financeCode} />
        <Field name={['finance', 'name']} label={own.financeName} />
        <Form.Item name="profile" label={own.profile} rules={[{ required: true }]}>
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
      <RefusalList refusal={refusal} />
      <Button type="primary" htmlType="submit" loading={busy} block>
        {own.submit}
      </Button>
    </Form>
  )
}
