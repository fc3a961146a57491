import { Alert, App, Button, Card, Form, Input } from 'antd'
import { useState } from 'react'
import { type FactorProposal, sessions } from '../../api/sessions.ts'
import { call } from '../call.ts'
import { useSessionWords } from '../words/session.ts'
import { useWords } from '../words.ts'
import { sentenceOf } from './refusal.tsx'

type Props = { readonly isOn: boolean; readonly changed: () => Promise<void> }

/** 两步验证: turned on by scanning and proving one code, turned off by password and code. */
export function FactorCard({ isOn, changed }: Props) {
  const words = useWords()
  const own = useSessionWords()
  const { message } = App.useApp()
  const [proposal, setProposal] = useState<FactorProposal | null>(null)
  const [recovery, setRecovery] = useState<readonly string[] | null>(null)
  const failed = (error: Error) => void message.error(sentenceOf(error, words))
  const finish = async () => {
    setRecovery(null)
    setProposal(null)
    await changed()
  }
  return (
    <Card title={own.factor} className="card">
      <p className="note">{isOn ? own.factorOn : own.factorOff}</p>
      {!isOn && !proposal && (
        <Confirm
          word={own.turnOn}
          withCode={false}
          confirm={({ password }) => call(sessions.proposeFactor, { password }).then(setProposal).catch(failed)}
        />
      )}
      {proposal && !recovery && (
        <>
          <p>{own.scan}</p>
          <img
            className="qr"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(proposal.svg)}`}
            alt={own.factor}
            width={180}
            height={180}
          />
          <p>
            {own.secret}：<code>{proposal.secret}</code>
          </p>
          <Form
            layout="inline"
            onFinish={({ code }: { code: string }) =>
              call(sessions.enrolFactor, { code })
                .then(({ recoveryCodes }) => setRecovery(recoveryCodes))
                .catch(failed)
            }
          >
            <Form.Item name="code" label={own.code} rules={[{ required: true }]}>
              <Input inputMode="numeric" autoComplete="one-time-code" />
            </Form.Item>
            <Button type="primary" htmlType="submit">
              {own.prove}
            </Button>
          </Form>
        </>
      )}
      {recovery && (
        <Alert
          type="warning"
          title={own.recovery}
          description={
            <>
              <pre className="codes">{recovery.join('\n')}</pre>
              <Button onClick={() => void finish()}>{own.kept}</Button>
            </>
          }
        />
      )}
      {isOn && !recovery && (
        <Confirm
          word={own.turnOff}
          withCode
          confirm={({ password, code }) => call(sessions.removeFactor, { password, code }).then(changed).catch(failed)}
        />
      )}
    </Card>
  )
}

type Given = { readonly password: string; readonly code: string }

function Confirm({
  word,
  withCode,
  confirm,
}: {
  word: string
  withCode: boolean
  confirm: (given: Given) => Promise<void>
}) {
  const own = useSessionWords()
  return (
    <Form layout="vertical" requiredMark={false} onFinish={confirm}>
      <Form.Item name="password" label={own.confirmPassword} rules={[{ required: true, message: own.confirmPassword }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {withCode && (
        <Form.Item name="code" label={own.code} rules={[{ required: true }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" />
        </Form.Item>
      )}
      <Button htmlType="submit">{word}</Button>
    </Form>
  )
}
