// A password shown once, to be handed over: the dialog closes only when it was noted.
import { App, Button, Modal } from 'antd'
import { usePeopleWords } from '../words/people.ts'

type Props = { readonly name: string; readonly password: string; readonly onClose: () => void }

export function OneTimePasswordDialog({ name, password, onClose }: Props) {
  const words = usePeopleWords()
  const { message } = App.useApp()
  const copy = () => void navigator.clipboard.writeText(password).then(() => message.success(words.copied))
  // Without TLS a browser gives no clipboard to a page; the password can still be read and typed.
  const canCopy = 'clipboard' in navigator
  return (
    <Modal
      open
      title={words.oneTime(name)}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        canCopy && (
          <Button key="copy" onClick={copy}>
            {words.copy}
          </Button>
        ),
        <Button key="noted" type="primary" onClick={onClose}>
          {words.noted}
        </Button>,
      ]}
    >
      <p>{words.oneTimeHint}</p>
      <p className="once">
        <output>{password}</output>
      </p>
    </Modal>
  )
}
