import { Button, Input, Modal, Progress } from 'antd'
import { useState } from 'react'
import { filings } from '../../api/filings.ts'
import { call } from '../call.ts'
import { useReviewWords } from '../words/review.ts'
import { type BulkItem, useBulk } from './use-bulk.ts'

export type BulkVerb = 'approve' | 'send-back' | 'remind'

type Props = {
  readonly verb: BulkVerb
  readonly items: readonly BulkItem[]
  /** Those that are done with are given. */
  readonly onClose: (done: readonly string[]) => void
}

/** Asks once, then does one after the other and lists what became of each. */
export function BulkDialog({ verb, items, onClose }: Props) {
  const words = useReviewWords()
  const [reason, setReason] = useState('')
  const bulk = useBulk(({ id }) =>
    verb === 'send-back'
      ? call(filings.sendBack, { id, reason, to: 'preparer', paths: [] })
      : call(filings[verb], reason.trim() === '' ? { id } : { id, reason }),
  )
  const title = { approve: words.approveAll, 'send-back': words.sendBackAll, remind: words.remindAll }[verb]
  const { outcomes, running } = bulk
  const begun = running || outcomes.length > 0
  const failed = outcomes.filter(({ fault }) => fault !== null).length
  const missing = verb === 'send-back' && reason.trim() === ''
  const close = () => onClose(outcomes.filter(({ fault }) => fault === null).map(({ id }) => id))
  return (
    <Modal
      open
      title={words.bulkTitle(title, items.length)}
      onCancel={() => !running && close()}
      closable={!running}
      footer={
        begun ? (
          <Button onClick={running ? bulk.stop : close}>{running ? words.stop : words.close}</Button>
        ) : (
          <>
            <Button onClick={close}>{words.cancel}</Button>
            <Button
              type="primary"
              disabled={missing}
              title={missing ? words.reasonMissing : undefined}
              onClick={() => void bulk.run(items)}
            >
              {words.start}
            </Button>
          </>
        )
      }
    >
      {!begun && (
        <>
          <p className="note">{words.bulkAsk}</p>
          <label htmlFor="bulk-reason">{verb === 'send-back' ? words.reason : words.opinion}</label>
          <Input.TextArea
            id="bulk-reason"
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </>
      )}
      {begun && (
        <Progress
          percent={Math.round((outcomes.length / Math.max(1, items.length)) * 100)}
          status={failed > 0 ? 'exception' : running ? 'active' : 'success'}
          aria-label={title}
        />
      )}
      {begun && !running && (
        <p role="status">{words.bulkDone(outcomes.length - failed, failed, items.length - outcomes.length)}</p>
      )}
      <ul className="plain bulk-outcomes">
        {outcomes.map(({ id, name, fault, says }) => (
          <li key={id}>
            <span className={fault === null ? 'tag tag-good' : 'tag tag-error'}>{fault === null ? '✓' : '✕'}</span>{' '}
            {name}：{says}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
