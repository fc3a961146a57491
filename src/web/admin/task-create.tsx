// 开放任务: which official form, for whom, within which days.
import { Checkbox, Form, Input, Select } from 'antd'
import type { InputOf } from '../../api/endpoint.ts'
import { tasks } from '../../api/tasks.ts'
import { itemsOf } from '../../kernel/evidence/checklist.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { fitsTask } from '../../kernel/lifecycle/form-of-task.ts'
import type { TaskKind } from '../../kernel/lifecycle/state.ts'
import { call } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'
import { useCycleWords } from '../words/cycles.ts'
import { useEvidenceWords } from '../words/evidence.ts'
import { today } from './day.ts'
import { FormDialog } from './form-dialog.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'

type Given = Omit<InputOf<typeof tasks.open>, 'cycleId' | 'closesOn'> & { readonly closesOn?: string }
type Props = { readonly cycleId: string; readonly onClose: () => void }

const kinds = ['declaration', 'monitoring', 'self-evaluation', 'adjustment'] as const
const below = ['department', 'unit', 'office'] as const
const usual = { kind: 'declaration', below: ['unit'], evidence: [] } satisfies Partial<Given>

const fitting = (task: TaskKind) => layouts.filter(({ kind }) => fitsTask(task, kind))

export function TaskCreateDialog({ cycleId, onClose }: Props) {
  const shared = useAdminWords()
  const words = useCycleWords()
  const [form] = Form.useForm<Given>()
  const kind = Form.useWatch('kind', form) ?? usual.kind
  const needed = (label: string) => [{ required: true, message: shared.needed(label) }]
  return (
    <FormDialog
      form={form}
      width={640}
      title={words.openTask}
      initialValues={{ ...usual, opensOn: today() }}
      onValuesChange={(changed: Partial<Given>) => {
        // another kind of task asks for other forms and has another checklist
        if (changed.kind) form.resetFields(['evidence', 'layout'])
      }}
      give={({ closesOn, ...given }: Given) => call(tasks.open, { cycleId, closesOn: closesOn || null, ...given })}
      onDone={({ organisations }) => {
        onClose()
        return words.opened(organisations)
      }}
      onClose={onClose}
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
          options={fitting(kind).map(({ id, title, region }) => ({ value: id, label: `${title}（${region}）` }))}
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
      <EvidenceField kind={kind} />
      <AudienceFields />
    </FormDialog>
  )
}

/** What of the task's checklist nothing is handed in without. */
function EvidenceField({ kind }: { readonly kind: TaskKind }) {
  const words = useCycleWords()
  const { item } = useEvidenceWords()
  const options = Object.entries(itemsOf(kind)).map(([value, { title }]) => ({ value, label: item(value, title) }))
  return (
    <Form.Item name="evidence" label={words.evidence} extra={words.evidenceHint}>
      <Checkbox.Group options={options} />
    </Form.Item>
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
