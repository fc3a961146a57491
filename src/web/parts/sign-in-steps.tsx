// Signing in, step by step: on a page of its own, or over a form whose session has ended.
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type Session, sessions } from '../../api/sessions.ts'
import { call } from '../call.ts'
import { useSessionWords } from '../words/session.ts'
import { useWords } from '../words.ts'
import { sentenceOf } from './refusal.tsx'

type StepProps = { readonly done: (session: Session) => Promise<void> }

type PasswordProps = StepProps & {
  readonly session: Pick<Session, 'elsewhere'>
  /** What was said against an attempt elsewhere. */
  readonly before?: string | null
}

export function PasswordStep({ session, before = null, done }: PasswordProps) {
  const own = useSessionWords()
  const { busy, refusal, attempt } = useAttempt(before)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(given: { login: string; password: string }) =>
        attempt(async () => done(await call(sessions.open, given)))
      }
    >
      <Form.Item name="login" label={own.login} rules={[{ required: true }]}>
        <Input autoComplete="username" autoFocus autoCapitalize="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={own.password} rules={[{ required: true }]}>
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

export function CodeStep({ done }: StepProps) {
  const own = useSessionWords()
  const { busy, refusal, attempt } = useAttempt(null)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(given: { code: string }) => attempt(async () => done(await call(sessions.prove, given)))}
    >
      <Form.Item name="code" label={own.code} extra={own.codeHint} rules={[{ required: true }]}>
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
function useAttempt(before: string | null) {
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
