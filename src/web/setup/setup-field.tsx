// A field of the first set-up; every one of them is needed, and says so in the words of the kit.
import { Form, Input } from 'antd'

type FieldProps = {
  readonly name: string[]
  readonly label: string
  readonly extra?: string
  readonly secret?: boolean
}

export const SetupField = ({ name, label, extra, secret = false }: FieldProps) => (
  <Form.Item name={name} label={label} extra={extra} rules={[{ required: true }]}>
    {secret ? <Input.Password autoComplete="new-password" /> : <Input autoComplete="off" />}
  </Form.Item>
)
