import { Form, Input, InputNumber, Select } from 'antd'
import { cycles } from '../../api/cycles.ts'
import { profiles } from '../../kernel/profile/index.ts'
import { call } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'
import { useCycleWords } from '../words/cycles.ts'
import { FormDialog } from './form-dialog.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'

type Given = {
  readonly organisationId: string
  readonly fiscalYear: number
  readonly name: string
  readonly profile: string
}
type Props = { readonly onDone: (id: string) => void; readonly onClose: () => void }

/** 开设年度. */
export function CycleCreateDialog({ onDone, onClose }: Props) {
  const shared = useAdminWords()
  const words = useCycleWords()
  const needed = (label: string) => [{ required: true, message: shared.needed(label) }]
  const year = new Date().getFullYear() + 1
  return (
    <FormDialog<Given, { readonly id: string }>
      title={words.open}
      initialValues={{ fiscalYear: year, name: words.nameOf(year) }}
      give={(given) => call(cycles.open, given)}
      onDone={({ id }) => {
        onDone(id)
        return words.done
      }}
      onClose={onClose}
    >
      <Form.Item name="organisationId" label={words.organisation} rules={needed(words.organisation)}>
        <OrganisationPicker label={words.organisation} />
      </Form.Item>
      <Form.Item name="fiscalYear" label={words.year} rules={needed(words.year)}>
        <InputNumber min={1990} max={2100} className="wide" />
      </Form.Item>
      <Form.Item name="name" label={words.name} rules={needed(words.name)}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="profile" label={words.profile} rules={needed(words.profile)}>
        <Select options={profiles.map(({ id, title }) => ({ value: id, label: `${title}（${id}）` }))} />
      </Form.Item>
    </FormDialog>
  )
}
