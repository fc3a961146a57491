// 导入填好的表: one file or a zip of them into the filings of a year, tried first; a job does it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import { cycles } from '../../api/cycles.ts'
import { type JobView, jobs } from '../../api/jobs.ts'
import { titleOf } from '../admin/cycle-list.tsx'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call, query } from '../call.ts'
import { told } from '../live.ts'
import { useJobWords } from '../words/jobs.ts'
import { JobCard } from './job-card.tsx'
import { isOver, useJob } from './use-job.ts'

export function ImportForms() {
  const words = useJobWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.importForms}</Button>
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  )
}

type Trial = { readonly file: File; readonly cycleId: string; readonly job: JobView; readonly dryRun: boolean }

function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useJobWords()
  const queries = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const list = useQuery(query(cycles.list, {}))
  const open = (list.data ?? []).filter(({ closed }) => !closed).sort((a, b) => b.fiscalYear - a.fiscalYear)
  const [chosen, setChosen] = useState<string | null>(null)
  const [trial, setTrial] = useState<Trial | null>(null)
  const { busy, refusal, write } = useWrite()
  const cycleId = chosen ?? open[0]?.id ?? null
  const send = (file: File, cycle: string, dryRun: boolean) =>
    write(
      () =>
        call(jobs.importForms, { cycleId: cycle, name: file.name, dryRun: dryRun ? 'true' : 'false' }, { bytes: file }),
      (job) => {
        told(queries, job)
        setTrial({ file, cycleId: cycle, job, dryRun })
        return undefined
      },
    )
  return (
    <Modal
      open
      title={words.importForms}
      width={640}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{words.closeImport}</Button>}
    >
      <p className="note">{words.importHint}</p>
      <label htmlFor="import-cycle">{words.year}</label>
      <Select
        id="import-cycle"
        className="wide"
        loading={list.isPending}
        value={cycleId}
        onChange={(id) => setChosen(id)}
        options={open.map(({ id, name, fiscalYear, organisation }) => ({
          value: id,
          label: `${titleOf(fiscalYear, name)}　${organisation}`,
        }))}
      />
      <p>
        <Button
          loading={busy}
          disabled={!cycleId}
          title={cycleId ? '' : words.noYear}
          onClick={() => chooser.current?.click()}
        >
          {words.chooseFile}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={words.chooseFile}
          accept=".zip,.docx,.doc,.rtf,.xlsx,.xls,.pdf,.html,.htm,.mht,.csv,.txt,.json"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file && cycleId) void send(file, cycleId, true)
          }}
        />
      </p>
      <RefusalList refusal={refusal} />
      {list.error && <RefusalList refusal={list.error} />}
      {trial && (
        <>
          <h3>{trial.dryRun ? words.tried(trial.file.name) : words.importing(trial.file.name)}</h3>
          <JobCard id={trial.job.id} onUndone={(job) => setTrial({ ...trial, job })} />
          {trial.dryRun && (
            <Apply id={trial.job.id} busy={busy} onApply={() => void send(trial.file, trial.cycleId, false)} />
          )}
        </>
      )}
    </Modal>
  )
}

/** What the trial let through can be done for good, once it has ended. */
function Apply({ id, busy, onApply }: { readonly id: string; readonly busy: boolean; readonly onApply: () => void }) {
  const words = useJobWords()
  const { data } = useJob(id)
  const over = data !== undefined && isOver(data)
  return (
    <Button
      type="primary"
      block
      loading={busy}
      disabled={!over}
      title={over ? '' : words.stillTrying}
      onClick={onApply}
    >
      {words.importNow}
    </Button>
  )
}
