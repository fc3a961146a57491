// 退回: not a dialog over the form but a place beside it, so that the failing cells can be clicked meanwhile.
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type FilingView, filings } from '../../api/filings.ts'
import { call } from '../call.ts'
import { labelOf } from '../parts/cell-words.ts'
import { useReviewWords } from '../words/review.ts'
import type { Acting } from './use-acting.ts'

type Props = {
  readonly filing: FilingView
  readonly failing: ReadonlySet<string>
  readonly onMark: (paths: readonly string[]) => void
  readonly acting: Acting
  readonly onClose: () => void
}

export function SendBack({ filing, failing, onMark, acting, onClose }: Props) {
  const words = useReviewWords()
  const [reason, setReason] = useState('')
  const [to, setTo] = useState(filing.sendBackTo[0] ?? 'preparer')
  const commented = filing.comments.flatMap(({ path, resolvedAt }) => (path && resolvedAt === null ? [path] : []))
  const missing = reason.trim() === ''
  const give = () =>
    acting.act(
      words.sendBack,
      () => call(filings.sendBack, { id: filing.id, reason, to, paths: [...failing] }),
      onClose,
    )
  return (
    <section className="send-back" aria-label={words.sendBack}>
      <strong>{words.sendBack}</strong>
      <p>{words.markCells}</p>
      <p role="status">
        {failing.size === 0 ? words.noneMarked : words.marked(failing.size)}
        <span lang="zh-CN">{[...failing].map(labelOf).join('、')}</span>
      </p>
      {commented.some((path) => !failing.has(path)) && (
        <Button size="small" onClick={() => onMark(commented)}>
          {words.takeCommented}
        </Button>
      )}
      <label htmlFor="send-back-to">{words.sendBackTo}</label>
      <Select
        id="send-back-to"
        value={to}
        onChange={setTo}
        options={filing.sendBackTo.map((value) => ({ value, label: words.steps[value] }))}
      />
      <label htmlFor="send-back-reason">{words.reason}</label>
      <Input.TextArea
        id="send-back-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        autoFocus
      />
      <div className="send-back-buttons">
        <Button
          type="primary"
          danger
          disabled={missing}
          title={missing ? words.reasonMissing : undefined}
          loading={acting.busy}
          onClick={() => void give()}
        >
          {words.confirmSendBack}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </section>
  )
}
