import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { bulkVerbs, type JobView, jobs } from '../../api/jobs.ts'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call } from '../call.ts'
import { JobCard } from '../jobs/job-card.tsx'
import { told } from '../live.ts'
import { useReviewWords } from '../words/review.ts'

export type BulkVerb = 'approve' | 'send-back' | 'remind' | 'publish'
export type BulkItem = { readonly id: string; readonly name: string }

type Props = {
  readonly verb: BulkVerb
  readonly items: readonly BulkItem[]
  /** `begun`: it was asked for, and goes on without the dialog. */
  readonly onClose: (begun: boolean) => void
}

/** Asks once, tried first if one likes, then follows the job: done one by one, each with its own outcome. */
export function BulkDialog({ verb, items, onClose }: Props) {
  const words = useReviewWords()
  const [job, setJob] = useState<JobView | null>(null)
  const title = words.bulk[verb]
  const begun = job !== null && !job.dryRun
  return (
    <Modal
      open
      title={words.bulkTitle(title, items.length)}
      onCancel={() => onClose(begun)}
      footer={begun && <Button onClick={() => onClose(true)}>{words.close}</Button>}
    >
      {!begun && <BulkQuestion verb={verb} items={items} onBegun={setJob} onCancel={() => onClose(false)} />}
      {job && <JobCard id={job.id} onUndone={setJob} />}
    </Modal>
  )
}

type QuestionProps = Omit<Props, 'onClose'> & {
  readonly onBegun: (job: JobView) => void
  readonly onCancel: () => void
}

function BulkQuestion({ verb, items, onBegun, onCancel }: QuestionProps) {
  const words = useReviewWords()
  const queries = useQueryClient()
  const { busy, refusal, write } = useWrite()
  const [reason, setReason] = useState('')
  const given = reason.trim()
  const missing = verb === 'send-back' && given === ''
  const run = (dryRun: boolean) =>
    write(
      () => {
        const ids = items.map(({ id }) => id)
        return call(jobs.bulk, {
          verb,
          ids,
          dryRun,
          filter: { text: '', limit: 200 },
          ...(given ? { reason: given } : {}),
        })
      },
      (job) => {
        told(queries, job)
        onBegun(job)
        return undefined
      },
    )
  return (
    <>
      <p className="note">
        {words.bulkAsk}
        {bulkVerbs[verb] === null && words.notUndone}
      </p>
      <label htmlFor="bulk-reason">{verb === 'send-back' ? words.reason : words.opinion}</label>
      <Input.TextArea
        id="bulk-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <RefusalList refusal={refusal} />
      <div className="dialog-buttons">
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button
          loading={busy}
          disabled={missing}
          title={missing ? words.reasonMissing : undefined}
          onClick={() => void run(true)}
        >
          {words.tryFirst}
        </Button>
        <Button
          type="primary"
          loading={busy}
          disabled={missing}
          title={missing ? words.reasonMissing : undefined}
          onClick={() => void run(false)}
        >
          {words.start}
        </Button>
      </div>
    </>
  )
}
