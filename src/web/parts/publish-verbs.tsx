// 公开 and 撤回公开 of a form that came from a document, for those who may publish; what speaks against it is shown first.
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { forms, type StoredForm } from '../../api/forms.ts'
import { publications } from '../../api/publications.ts'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call, query, Refusal } from '../call.ts'
import { useMe } from '../session.ts'
import { usePublicationWords } from '../words/publications.ts'
import { useReviewWords } from '../words/review.ts'
import { useWords } from '../words.ts'

type FormProps = { readonly form: Pick<StoredForm, 'id' | 'version' | 'document'> }

export function PublishVerbs({ form }: FormProps) {
  const words = usePublicationWords()
  const { may } = useMe()
  const { data } = useQuery({ ...query(publications.steps, { id: form.id }), enabled: may('filing.publish') })
  const [asked, setAsked] = useState<'publish' | 'retract' | null>(null)
  // a form without a document belongs to a filing, which is published by its own verb
  if (!may('filing.publish') || !data || form.document === null) return null
  const last = data.at(-1)
  const isPublic = last !== undefined && last.what !== 'retracted'
  const close = () => setAsked(null)
  return (
    <>
      {(!isPublic || last.version < form.version) && (
        <Button onClick={() => setAsked('publish')}>{isPublic ? words.publishAgain : words.publishHere}</Button>
      )}
      {isPublic && <Button onClick={() => setAsked('retract')}>{words.retractHere}</Button>}
      {asked === 'publish' && <PublishDialog form={form} onClose={close} />}
      {asked === 'retract' && <RetractDialog form={form} onClose={close} />}
    </>
  )
}

type DialogProps = FormProps & { readonly onClose: () => void }

function PublishDialog({ form: { id, version }, onClose }: DialogProps) {
  const shell = useWords()
  const words = usePublicationWords()
  const { busy, refusal, write } = useWrite()
  const review = useReviewWords()
  const [seen, setSeen] = useState(false)
  const isUnfit = refusal instanceof Refusal && refusal.code === 'publication.unfit'
  const publish = () =>
    write(
      () => call(forms.publish, { id, version, acknowledged: seen }),
      () => {
        onClose()
        return words.hasPublished
      },
    )
  return (
    <Modal
      open
      title={words.publishHere}
      okText={words.publishHere}
      cancelText={shell.cancel}
      okButtonProps={{ loading: busy, disabled: isUnfit && !seen, title: isUnfit && !seen ? words.seeFirst : '' }}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      <p>{review.publishAsk}</p>
      <RefusalList refusal={refusal} />
      {isUnfit && (
        <Checkbox checked={seen} onChange={({ target }) => setSeen(target.checked)}>
          {words.acknowledge}
        </Checkbox>
      )}
    </Modal>
  )
}

function RetractDialog({ form: { id }, onClose }: DialogProps) {
  const shell = useWords()
  const words = usePublicationWords()
  const { busy, refusal, write } = useWrite()
  const [reason, setReason] = useState('')
  const missing = reason.trim() === ''
  const retract = () =>
    write(
      () => call(forms.retract, { id, reason }),
      () => {
        onClose()
        return words.hasRetracted
      },
    )
  return (
    <Modal
      open
      title={words.retractHere}
      okText={words.retractHere}
      cancelText={shell.cancel}
      okButtonProps={{ danger: true, loading: busy, disabled: missing, title: missing ? words.retractReason : '' }}
      onOk={() => void retract()}
      onCancel={onClose}
    >
      <label htmlFor="retract-reason">{words.retractReason}</label>
      <Input.TextArea
        id="retract-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <RefusalList refusal={refusal} />
    </Modal>
  )
}
