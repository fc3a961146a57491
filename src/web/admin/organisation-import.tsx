// 导入机构: a file, what it would change, then the change itself.
import { Alert, Button, Modal, Tag, Tooltip } from 'antd'
import { useRef, useState } from 'react'
import { type OrganisationImport, type OrganisationRow, organisations } from '../../api/organisations.ts'
import { call } from '../call.ts'
import { saveWritten } from '../parts/download.ts'
import { useAdminWords } from '../words/admin.ts'
import { useOrganisationWords } from '../words/organisations.ts'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

type Props = { readonly organisation: OrganisationRow; readonly onClose: () => void }
type Trial = { readonly file: File; readonly outcome: OrganisationImport }

export function OrganisationImportDialog({ organisation: { id, name }, onClose }: Props) {
  const shared = useAdminWords()
  const words = useOrganisationWords()
  const chooser = useRef<HTMLInputElement>(null)
  const [trial, setTrial] = useState<Trial | null>(null)
  const { busy, refusal, write } = useWrite()
  const send = (file: File, dryRun: boolean) =>
    call(organisations.import, { id, name: file.name, dryRun }, { bytes: file })
  const look = (file: File) => {
    setTrial(null)
    void write(
      () => send(file, true),
      (outcome) => void setTrial({ file, outcome }),
    )
  }
  const apply = ({ file }: Trial) =>
    write(
      () => send(file, false),
      (outcome) => {
        if (!outcome.applied) return void setTrial({ file, outcome })
        onClose()
        return words.imported
      },
    )
  const template = () =>
    write(
      () => call(organisations.template, {}),
      (written) => void saveWritten(written),
    )
  const whyNot = whyNotOf(trial?.outcome, words)
  return (
    <Modal
      open
      width={720}
      title={words.importTitle(name)}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {shared.cancel}
        </Button>,
        <Tooltip key="import" title={whyNot}>
          <Button type="primary" disabled={whyNot !== ''} loading={busy} onClick={() => void (trial && apply(trial))}>
            {words.import}
          </Button>
        </Tooltip>,
      ]}
    >
      <p className="note">{words.importExplain}</p>
      <div className="verb-row">
        <Button type={trial ? 'default' : 'primary'} loading={busy} onClick={() => chooser.current?.click()}>
          {words.chooseFile}
        </Button>
        <Button onClick={() => void template()}>{words.template}</Button>
        <span className="note-inline">{trial?.file.name}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={words.chooseFile}
        accept=".xlsx,.xls,.csv"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = '' // the same file may be chosen again after it was corrected
          if (file) look(file)
        }}
      />
      <RefusalList refusal={refusal} />
      {trial && <Outcome outcome={trial.outcome} />}
    </Modal>
  )
}

const changes = ({ created, renamed, moved }: OrganisationImport) => created + renamed.length + moved.length

function whyNotOf(outcome: OrganisationImport | undefined, words: ReturnType<typeof useOrganisationWords>): string {
  if (!outcome) return words.noFile
  if (outcome.faults.length > 0) return words.hasFaults
  return changes(outcome) === 0 ? words.nothingToDo : ''
}

function Outcome({
  outcome: { created, renamed, moved, unchanged, faults },
}: {
  readonly outcome: OrganisationImport
}) {
  const words = useOrganisationWords()
  return (
    <section aria-label={words.trial}>
      <p>
        <Tag>{words.created(created)}</Tag>
        <Tag>{words.changed(renamed.length)}</Tag>
        <Tag>{words.moved(moved.length)}</Tag>
        <Tag>{words.unchanged(unchanged)}</Tag>
      </p>
      {faults.length > 0 && <Alert type="error" showIcon title={words.faults(faults.length)} />}
      {faults.length > 0 && (
        <div className="table-frame short">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{words.cell}</th>
                <th scope="col">{words.problem}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map(({ cell, message }) => (
                <tr key={`${cell} ${message}`}>
                  <th scope="row">{cell}</th>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ul className="plain">
        {renamed.map(({ from, to }) => (
          <li key={`${from} ${to}`}>{words.renamed(from, to)}</li>
        ))}
        {moved.map(({ name, parentCode }) => (
          <li key={`${name} ${parentCode}`}>
            {name} → {parentCode}
          </li>
        ))}
      </ul>
    </section>
  )
}
