// 新建人员: an account with a password that is shown once.
import { Form, Input } from 'antd'
import { useState } from 'react'
import { NewLogin, people } from '../../api/people.ts'
import { call } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'
import { usePeopleWords } from '../words/people.ts'
import { FormDialog } from './form-dialog.tsx'
import { OneTimePasswordDialog } from './one-time-password.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'

type Given = { readonly login: string; readonly name: string; readonly organisation: string }
type Made = { readonly id: string; readonly name: string; readonly password: string }

/** `onDone` is given the new person's id. */
export function PersonCreateDialog({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const shared = useAdminWords()
  const words = usePeopleWords()
  const [made, setMade] = useState<Made | null>(null)
  if (made) return <OneTimePasswordDialog name={made.name} password={made.password} onClose={() => onDone(made.id)} />
  return (
    <FormDialog
      title={words.create}
      give={(given: Given) => call(people.create, given)}
      onDone={({ id, password }, { name }) => void setMade({ id, name, password })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, message: shared.needed(words.name) }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="login" label={words.login} extra={words.loginHint} rules={[{ validator: checkLogin }]}>
        <Input maxLength={64} autoComplete="off" autoCapitalize="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="organisation"
        label={words.organisation}
        rules={[{ required: true, message: shared.needOrganisation }]}
      >
        <OrganisationPicker label={words.organisation} />
      </Form.Item>
    </FormDialog>
  )
}

/** The contract's own rule, said at the field. */
async function checkLogin(_: unknown, value: unknown): Promise<void> {
  const { error } = NewLogin.safeParse(value ?? '')
  if (error) throw new Error(error.issues[0]?.message)
}
