// 开放任务: which official form, for whom, within which days.
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import type { InputOf } from '../../api/endpoint.ts'
import { tasks } from '../../api/tasks.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { call } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'
import { useCycleWords } from '../words/cycles.ts'
import { today } from './day.ts'
import { OrganisationPicker } from './organisation-picker.tsx'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

type Given = Omit<InputOf<typeof tasks.open>, 'cycleId' | 'closesOn'> & { readonly closesOn?: string }
type Props = { readonly cycleId: string; readonly onClose: () => void }

const kinds = ['declaration', 'monitoring', 'self-evaluation', 'adjustment'] as const
const below = ['department', 'unit', 'office'] as const

export function TaskCreateDialog({ cycleId, onClose }: Props) {
  const shared = useAdminWords()
  const words = useCycleWords()
  const [form] = Form.useForm<Given>()
  const { busy, refusal, write } = useWrite()
  const needed = (label: string) => [{ required: true, message: shared.needed(label) }]
  return (
    <Modal
      open
      width={640}
      title={words.openTask}
      okText={words.openTask}
      cancelText={shared.cancel}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'declaration', opensOn: today(), below: ['unit'] }}
        onFinish={({ closesOn, ...given }) =>
          write(
            () => call(tasks.open, { cycleId, closesOn: closesOn || null, ...given }),
            ({ organisations }) => {
              onClose()
              return words.opened(organisations)
            },
          )
        }
      >
        <Form.Item name="kind" label={words.kind} rules={needed(words.kind)}>
          <Select options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />
        </Form.Item>
        <Form.Item name="title" label={words.title} rules={needed(words.title)}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="layout" label={words.layout} rules={needed(words.layout)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={layouts.map(({ id, title, region }) => ({ value: id, label: `${title}（${region}）` }))}
          />
        </Form.Item>
        <div className="inline-form">
          <Form.Item name="opensOn" label={words.opensOn} rules={needed(words.opensOn)}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="dueOn" label={words.dueOn} rules={needed(words.dueOn)}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="closesOn" label={words.closesOn}>
            <Input type="date" />
          </Form.Item>
        </div>
        <AudienceFields />
        <RefusalList refusal={refusal} />
      </Form>
    </Modal>
  )
}

/** The organisations named and, of some kinds, all below them. */
export function AudienceFields() {
  const shared = useAdminWords()
  const words = useCycleWords()
  return (
    <>
      <Form.Item
        className="below"
        name="organisations"
        label={words.audience}
        rules={[{ required: true, message: shared.needOrganisation }]}
      >
        <OrganisationPicker label={words.audience} several />
      </Form.Item>
      <Form.Item name="below" label={words.below}>
        <Checkbox.Group options={below.map((value) => ({ value, label: words.belowKinds[value] }))} />
      </Form.Item>
    </>
  )
}
