// How far each organisation is with a task, the late ones first; a deadline can be extended here.
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { type TaskProgress, tasks } from '../../api/tasks.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { ProgressTable } from '../parts/progress-table.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useAdminWords } from '../words/admin.ts'
import { useCycleWords } from '../words/cycles.ts'
import { FormDialog } from './form-dialog.tsx'

/** `whyNot`: why this person extends nothing; '' = may. */
export function TaskProgressTable({ id, whyNot }: { readonly id: string; readonly whyNot: string }) {
  const words = useCycleWords()
  const [onlyLate, setOnlyLate] = useState(false)
  const [extended, setExtended] = useState<TaskProgress | null>(null)
  const { data, error, refetch } = useQuery(query(tasks.get, { id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={words.progress} />
  if (data.organisations.length === 0) return <p className="note">{words.noAudience}</p>
  const late = data.organisations.filter((one) => one.late)
  const rows = onlyLate ? late : [...late, ...data.organisations.filter((one) => !one.late)]
  return (
    <>
      {!data.holidaysKnown && <Alert className="form-alert" type="info" showIcon title={words.weekendsOnly} />}
      <p>
        {late.length > 0 ? <Tag color="error">{words.lateUnits(late.length)}</Tag> : words.nobodyLate}{' '}
        <Checkbox
          checked={onlyLate}
          disabled={late.length === 0}
          onChange={({ target }) => setOnlyLate(target.checked)}
        >
          {words.onlyLate}
        </Checkbox>
      </p>
      <ProgressTable
        label={`${words.progress} ${data.title}`}
        rows={rows}
        action={{
          key: 'extend',
          title: words.extend,
          show: (row) => (
            <Tooltip title={whyNot}>
              <Button
                size="small"
                disabled={whyNot !== ''}
                aria-label={words.extendTitle(row.name)}
                onClick={() => setExtended(row)}
              >
                {words.extend}
              </Button>
            </Tooltip>
          ),
        }}
      />
      {extended && <ExtendDialog id={id} row={extended} onClose={() => setExtended(null)} />}
    </>
  )
}

type ExtendProps = { readonly id: string; readonly row: TaskProgress; readonly onClose: () => void }

function ExtendDialog({ id, row: { organisationId, name, deadline }, onClose }: ExtendProps) {
  const shared = useAdminWords()
  const words = useCycleWords()
  return (
    <FormDialog
      title={words.extendTitle(name)}
      okText={words.extend}
      initialValues={{ to: deadline }}
      give={(given: { to: string; reason: string }) => call(tasks.extend, { id, organisationId, ...given })}
      onDone={() => {
        onClose()
        return words.done
      }}
      onClose={onClose}
    >
      <Form.Item name="to" label={words.extendTo} rules={[{ required: true, message: shared.needed(words.extendTo) }]}>
        <Input type="date" min={deadline} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={shared.reason}
        extra={shared.reasonHint}
        rules={[{ required: true, whitespace: true, message: shared.needed(shared.reason) }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
