import { Alert, Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { type Session, sessions } from '../../api/sessions.ts'
import { problems } from '../../kernel/problem.ts'
import { call } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { sentenceOf } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useSessionWords } from '../words/session.ts'
import { useWords } from '../words.ts'

/** 登录: password, then the second factor or a new password where one is owed. */
export default function SignInPage() {
  const words = useWords()
  const own = useSessionWords()
  const [address] = useSearchParams()
  const { session, signedIn, renew } = useMe()
  if (!session) return <Loading />
  if (session.setup) return <Navigate to={paths.setup()} replace />
  if (signedIn) return <Navigate to={safePath(address.get('then')) ?? paths.work()} replace />
  return (
    <div className="page narrow">
      <title>{`${own.title} · ${words.system}`}</title>
      <h1>{own.title}</h1>
      <Card>
        {session.person === null && session.owed !== 'second-factor' && <PasswordStep session={session} done={renew} />}
        {session.owed === 'second-factor' && <CodeStep done={renew} />}
        {session.owed === 'password-change' && (
          <>
            <p className="note">{own.mustChange}</p>
            <PasswordForm done={renew} />
          </>
        )}
        {session.owed === 'factor-enrolment' && <Navigate to={paths.account()} replace />}
      </Card>
      {session.person === null && <p className="note">{own.noAccount}</p>}
    </div>
  )
}

/** Only a page of ours: an address from outside leads nowhere else. */
const safePath = (then: string | null): string | null => (then && /^\/(?![/\\])/.test(then) ? then : null)

/** Why the identity provider's answer was refused; the address holds a code of the catalogue, never a sentence. */
const sentenceFor = (code: string | null): string | null =>
  Object.entries(problems).find(([known]) => known === code)?.[1][1] ?? null

type StepProps = { readonly done: (session: Session) => Promise<void> }

function PasswordStep({ session, done }: StepProps & { readonly session: Session }) {
  const own = useSessionWords()
  const [address] = useSearchParams()
  const { busy, refusal, attempt } = useAttempt(sentenceFor(address.get('refused')))
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(given: { login: string; password: string }) =>
        attempt(async () => done(await call(sessions.open, given)))
      }
    >
      <Form.Item name="login" label={own.login} rules={[{ required: true, message: own.login }]}>
        <Input autoComplete="username" autoFocus autoCapitalize="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={own.password} rules={[{ required: true, message: own.password }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {refusal && <Alert className="form-alert" type="error" showIcon role="alert" title={refusal} />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {own.submit}
      </Button>
      {session.elsewhere && (
        <Button className="below" block href="/api/session/elsewhere">
          {own.elsewhere(session.elsewhere)}
        </Button>
      )}
    </Form>
  )
}

function CodeStep({ done }: StepProps) {
  const own = useSessionWords()
  const { busy, refusal, attempt } = useAttempt()
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(given: { code: string }) => attempt(async () => done(await call(sessions.prove, given)))}
    >
      <Form.Item name="code" label={own.code} extra={own.codeHint} rules={[{ required: true, message: own.code }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" autoFocus />
      </Form.Item>
      {refusal && <Alert className="form-alert" type="error" showIcon role="alert" title={refusal} />}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {own.prove}
      </Button>
    </Form>
  )
}

/** One attempt at a time, and what was said against the last one. */
function useAttempt(before: string | null = null) {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState(before)
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setRefusal(null)
    await work().catch((error: Error) => setRefusal(sentenceOf(error, words)))
    setBusy(false)
  }
  return { busy, refusal, attempt }
}
