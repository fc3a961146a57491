// A dialog that asks for a few fields and writes them; what is refused stays in it beside the fields.
import { Form, type FormProps, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useAdminWords } from '../words/admin.ts'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

type Props<Given, Answer> = {
  readonly title: string
  /** Of the button that does it; the title where it says as much. */
  readonly okText?: string
  readonly isDanger?: boolean
  readonly width?: number
  readonly give: (given: Given) => Promise<Answer>
  /** Closes the dialog; a sentence it returns is shown as done. */
  readonly onDone: (answer: Answer, given: Given) => string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
} & Pick<FormProps<Given>, 'form' | 'initialValues' | 'onValuesChange'>

export function FormDialog<Given, Answer>({
  title,
  okText = title,
  isDanger = false,
  width = 520,
  give,
  onDone,
  onClose,
  children,
  form: given,
  ...fields
}: Props<Given, Answer>) {
  const shared = useAdminWords()
  const [form] = Form.useForm<Given>(given)
  const { busy, refusal, write } = useWrite()
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={okText}
      cancelText={shared.cancel}
      okButtonProps={{ danger: isDanger, loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        {...fields}
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) =>
          write(
            () => give(values),
            (answer) => onDone(answer, values),
          )
        }
      >
        {children}
        <RefusalList refusal={refusal} />
      </Form>
    </Modal>
  )
}
