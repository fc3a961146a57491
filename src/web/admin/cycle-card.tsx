// One year: under which profile, its tasks, and what can be done with either.
import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { cycles, type TaskRow } from '../../api/cycles.ts'
import type { InputOf } from '../../api/endpoint.ts'
import { tasks } from '../../api/tasks.ts'
import { itemsOf } from '../../kernel/evidence/checklist.ts'
import { FormKind } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useAdminWords } from '../words/admin.ts'
import { useCycleWords } from '../words/cycles.ts'
import { type DomainWords, useDomainWords } from '../words/domain.ts'
import { useEvidenceWords } from '../words/evidence.ts'
import { titleOf } from './cycle-list.tsx'
import { FormDialog } from './form-dialog.tsx'
import { RefusalList } from './refusal-list.tsx'
import { AudienceFields, TaskCreateDialog } from './task-create.tsx'
import { TaskProgressTable } from './task-progress.tsx'
import { useWrite } from './use-write.ts'

export function CycleCard({ id }: { readonly id: string }) {
  const words = useCycleWords()
  const { may } = useMe()
  const [isNew, setNew] = useState(false)
  const { data, error, refetch } = useQuery(query(cycles.get, { id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const mine = may('cycle.write') ? '' : words.notYours
  const whyNot = mine || (data.closed ? words.isClosed : '')
  const { closed, name, fiscalYear } = data
  return (
    <>
      <Card className="card" title={<h2 className="card-title">{titleOf(fiscalYear, name)}</h2>}>
        <p>
          {data.organisation}　{words.profile}：
          <Link to={paths.profiles(data.profile)}>{profileOf(data.profile)?.title ?? data.profile}</Link>
        </p>
        <div className="verb-row">
          <Tooltip title={whyNot}>
            <Button type="primary" disabled={whyNot !== ''} onClick={() => setNew(true)}>
              {words.openTask}
            </Button>
          </Tooltip>
          <CloseButton
            closed={closed}
            ask={words.closeCycleAsk(name)}
            whyNot={mine}
            close={() => call(cycles.close, { id })}
            reopen={() => call(cycles.reopen, { id })}
          />
        </div>
      </Card>
      {data.tasks.length === 0 && <p className="note">{words.noTasks}</p>}
      {data.tasks.map((task) => (
        <TaskCard key={task.id} task={task} whyNot={whyNot} />
      ))}
      {isNew && <TaskCreateDialog cycleId={id} onClose={() => setNew(false)} />}
    </>
  )
}

type TaskProps = { readonly task: TaskRow; readonly whyNot: string }

function TaskCard({ task, whyNot: yearsWhyNot }: TaskProps) {
  const words = useCycleWords()
  const { item } = useEvidenceWords()
  const domain = useDomainWords()
  const [isOpen, setOpen] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const { id, title, kind, opensOn, dueOn, closed, layout, formKind } = task
  const needed = task.evidence.map((name) => item(name, itemsOf(kind)[name]?.title ?? name))
  const whyNot = yearsWhyNot || (closed ? words.isClosed : '')
  const form = layouts.find((one) => one.id === layout)?.title ?? nameOfKind(formKind, domain)
  return (
    <Card className="card" title={<h3 className="card-title">{title}</h3>} extra={closed && <Tag>{words.closed}</Tag>}>
      <p>
        <Tag>{words.kinds[kind]}</Tag> {form}　{words.window(opensOn, dueOn)}
      </p>
      {needed.length > 0 && <p className="note">{words.evidenceOf(needed)}</p>}
      <div className="verb-row">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hidden : words.shown}
        </Button>
        <Tooltip title={whyNot}>
          <Button disabled={whyNot !== ''} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </Tooltip>
        <CloseButton
          closed={closed}
          ask={words.closeTaskAsk(title)}
          whyNot={yearsWhyNot}
          close={() => call(tasks.close, { id })}
          reopen={() => call(tasks.reopen, { id })}
        />
        <Link to={paths.task(id)}>{words.remindLate}</Link>
      </div>
      {isOpen && <TaskProgressTable id={id} whyNot={whyNot} />}
      {isAdding && <AddDialog id={id} onClose={() => setAdding(false)} />}
    </Card>
  )
}

const nameOfKind = (kind: string, domain: DomainWords): string => {
  const known = FormKind.safeParse(kind).data
  return known === undefined ? kind : domain.formKind(known)
}

type CloseProps = {
  readonly closed: boolean
  readonly ask: string
  readonly whyNot: string
  readonly close: () => Promise<void>
  readonly reopen: () => Promise<void>
}

function CloseButton({ closed, ask, whyNot, close, reopen }: CloseProps) {
  const shared = useAdminWords()
  const words = useCycleWords()
  const { modal } = App.useApp()
  const { busy, refusal, write } = useWrite()
  const run = (work: () => Promise<void>) => write(work, () => words.done)
  const start = () => {
    if (closed) return void run(reopen)
    void modal.confirm({ title: ask, okText: words.close, cancelText: shared.cancel, onOk: () => run(close) })
  }
  return (
    <>
      <Tooltip title={whyNot}>
        <Button disabled={whyNot !== ''} loading={busy} onClick={start}>
          {closed ? words.reopen : words.close}
        </Button>
      </Tooltip>
      <RefusalList refusal={refusal} />
    </>
  )
}

function AddDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = useCycleWords()
  return (
    <FormDialog
      title={words.add}
      initialValues={{ below: [] }}
      give={(given: Omit<InputOf<typeof tasks.openFor>, 'id'>) => call(tasks.openFor, { id, ...given })}
      onDone={({ added }) => {
        onClose()
        return words.added(added)
      }}
      onClose={onClose}
    >
      <AudienceFields />
    </FormDialog>
  )
}
