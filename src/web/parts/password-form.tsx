import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type Session, sessions } from '../../api/sessions.ts'
import { call } from '../call.ts'
import { useSessionWords } from '../words/session.ts'
import { useWords } from '../words.ts'
import { sentenceOf } from './refusal.tsx'

type Given = { readonly current: string; readonly next: string; readonly again: string }

/** 修改密码. */
export function PasswordForm({ done }: { readonly done: (session: Session) => Promise<void> }) {
  const words = useWords()
  const own = useSessionWords()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async ({ current, next }: Given) => {
    setBusy(true)
    setRefusal(null)
    await call(sessions.changePassword, { current, next })
      .then(done)
      .catch((error: Error) => setRefusal(sentenceOf(error, words)))
    setBusy(false)
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={save}>
      <Form.Item name="current" label={own.current} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={own.next} extra={own.rules} rules={[{ required: true }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={own.again}
        dependencies={['next']}
        rules={[
          { required: true, message: own.again },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(own.differ)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {refusal && <Alert className="form-alert" type="error" showIcon role="alert" title={refusal} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {own.change}
      </Button>
    </Form>
  )
}
