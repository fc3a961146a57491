// The files that prove something, each with what it proves, who added it and where else it is used.
import { App, Button, Popconfirm } from 'antd'
import { type EvidenceFile, evidence } from '../../api/evidence.ts'
import type { FilingView } from '../../api/filings.ts'
import { type Item, itemsOf, methods } from '../../kernel/evidence/checklist.ts'
import { call, callFile } from '../call.ts'
import { saveFile } from '../parts/download.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { sizeOf } from '../show-size.ts'
import { useEvidenceWords } from '../words/evidence.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly files: readonly EvidenceFile[]
  readonly filing: FilingView
  readonly nameOf: (path: string | null) => string
  readonly onChoose: (path: string) => void
  readonly onChanged: () => Promise<void>
  readonly canRemove: boolean
}

export function EvidenceFiles({ files, ...given }: Props) {
  return (
    <ul className="plain evidence-files">
      {files.map((file) => (
        <One key={file.id} file={file} {...given} />
      ))}
    </ul>
  )
}

type OneProps = Omit<Props, 'files'> & { readonly file: EvidenceFile }

function One({ file, filing, nameOf, onChoose, onChanged, canRemove }: OneProps) {
  const shell = useWords()
  const words = useEvidenceWords()
  const { message } = App.useApp()
  const { id, name, path, rowGone, note, usedElsewhere } = file
  const tell = (error: Error) => void message.error(sentenceOf(error, shell))
  const take = () => void callFile(evidence.file, { id }).then((bytes) => saveFile(name, new Blob([bytes])), tell)
  const remove = () => call(evidence.remove, { id }).then(onChanged, tell)
  const items: Readonly<Record<string, Item>> = itemsOf(filing.taskKind)
  const method = Object.entries(methods).find(([key]) => key === file.method)?.[1]
  return (
    <li>
      <button type="button" className="link-button" aria-label={words.download(name)} onClick={take}>
        {name}
      </button>
      <small className="note">　{sizeOf(file.size)}</small>
      <p>
        {words.item(file.kind, items[file.kind]?.title ?? file.kind)}
        {method && `（${method}）`}　
        {path === null ? (
          rowGone ? (
            <span className="danger">{words.rowGone}</span>
          ) : (
            words.wholeForm
          )
        ) : (
          <button type="button" className="link-button" onClick={() => onChoose(`${path}.name`)}>
            {nameOf(path)}
          </button>
        )}
      </p>
      {note && <p>{note}</p>}
      {usedElsewhere.map((sentence) => (
        <p key={sentence} className="evidence-elsewhere">
          {sentence}
        </p>
      ))}
      <small className="note" title={`${words.fingerprint} SHA-256 ${file.sha256}`}>
        {file.addedBy}　{moment(file.addedAt)}
      </small>
      {canRemove && (
        <Popconfirm
          title={words.removeAsk(name)}
          okText={words.remove}
          cancelText={words.cancel}
          onConfirm={() => remove()}
        >
          <Button type="link" size="small" danger aria-label={`${words.remove} ${name}`}>
            {words.remove}
          </Button>
        </Popconfirm>
      )}
    </li>
  )
}
