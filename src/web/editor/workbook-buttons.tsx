// 下载 xlsx / 带回 xlsx: the filing edited offline in a spreadsheet and merged back, with a look at it first.
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { type FilingView, filings } from '../../api/filings.ts'
import { type ImportedWorkbook, workbooks } from '../../api/workbooks.ts'
import { call, callFile, query } from '../call.ts'
import { saveFile } from '../parts/download.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { useEditorWords } from '../words/editor.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly filing: FilingView
  /** What was typed last must be in the workbook, and under what it brings back. */
  readonly beforeAct: () => Promise<unknown>
  readonly onBrought: (filing: FilingView) => void
}

export function WorkbookButtons({ filing, beforeAct, onBrought }: Props) {
  const shell = useWords()
  const words = useEditorWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [looked, setLooked] = useState<{ readonly file: File; readonly answer: ImportedWorkbook } | null>(null)
  const [busy, setBusy] = useState(false)
  const { id } = filing

  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    try {
      await beforeAct()
      await work()
    } catch (error) {
      void message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), shell), 8)
    }
    setBusy(false)
  }
  const take = () =>
    during(async () => {
      const bytes = await callFile(workbooks.take, { id })
      saveFile(`${filing.project ?? filing.organisation}.xlsx`, new Blob([bytes]))
    })
  const bring = (file: File, dryRun: 'true' | 'false') =>
    call(workbooks.bring, { id, name: file.name, dryRun }, { bytes: file })
  const look = (file: File) => during(async () => setLooked({ file, answer: await bring(file, 'true') }))
  const apply = ({ file }: { readonly file: File }) =>
    during(async () => {
      await bring(file, 'false')
      setLooked(null)
      const fresh = await queries.fetchQuery({ ...query(filings.get, { id }), staleTime: 0 })
      onBrought(fresh)
    })
  return (
    <>
      <Button size="small" icon={<DownloadOutlined />} loading={busy} onClick={() => void take()}>
        {words.takeWorkbook}
      </Button>
      <Button size="small" icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        {words.bringWorkbook}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={words.bringWorkbook}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void look(file)
          target.value = ''
        }}
      />
      {looked && (
        <WorkbookPreview
          answer={looked.answer}
          busy={busy}
          onApply={() => void apply(looked)}
          onCancel={() => setLooked(null)}
        />
      )}
    </>
  )
}

type PreviewProps = {
  readonly answer: ImportedWorkbook
  readonly busy: boolean
  readonly onApply: () => void
  readonly onCancel: () => void
}

function WorkbookPreview({ answer, busy, onApply, onCancel }: PreviewProps) {
  const words = useEditorWords()
  const { changes, conflicts, refused, exportedVersion, version } = answer
  const stopped = conflicts.length > 0 || refused.length > 0
  return (
    <Modal
      open
      title={words.bringTitle}
      okText={words.bringApply}
      cancelText={words.cancel}
      okButtonProps={{ disabled: stopped || changes.length === 0, loading: busy }}
      onOk={onApply}
      onCancel={onCancel}
      width={760}
    >
      <p>{words.bringSummary(changes.length, exportedVersion, version)}</p>
      {stopped && <p className="danger">{words.bringStopped}</p>}
      <ul className="paste-list">
        {conflicts.map(({ path, label, base, mine, theirs }) => (
          <li key={path} className="danger">
            {words.bringConflict(label, mine ?? '', theirs ?? '', base ?? '')}
          </li>
        ))}
        {refused.map(({ path, message }) => (
          <li key={`${path} ${message}`} className="danger">
            {message}
          </li>
        ))}
        {changes.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Modal>
  )
}
