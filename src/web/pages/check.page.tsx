import { DownloadOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { CheckedDocument } from '../../api/check.ts'
import { AnnotatedButton } from '../parts/annotated-button.tsx'
import { type FileCheck, useDocumentChecks } from '../parts/document-checks.ts'
import { downloadJson, published } from '../parts/download.ts'
import { DropZone } from '../parts/drop-zone.tsx'
import { FileList } from '../parts/file-list.tsx'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { ReportButton } from '../parts/report-button.tsx'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'

const documentView = () => import('../parts/document-view.tsx')
/** Half of the page's script: fetched while the first file is checked. */
const DocumentView = lazy(async () => ({ default: (await documentView()).DocumentView }))

/** 快速检查: drop a document, see the official forms with what is wrong in them. Nothing is stored. */
export default function CheckPage() {
  const words = useWords()
  const { files, add, cancel, retry } = useDocumentChecks()
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = files.find((file) => file.id === chosen) ?? files[0]
  const take = (several: readonly File[]) => {
    documentView().catch(() => undefined) // asked for again when it is drawn, and told of then
    const ids = several.map(add)
    setChosen(ids[0] ?? null)
  }
  return (
    <div className="page">
      <title>{`${words.check} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{words.check}</h1>
        {shown?.state.step === 'done' && (
          <Space wrap>
            <ReportButton key={`report ${shown.id}`} file={shown.file} />
            <AnnotatedButton key={shown.id} file={shown.file} />
            <DownloadButton name={shown.file.name} document={shown.state.document} />
          </Space>
        )}
      </header>
      <DropZone isSmall={files.length > 0} onTake={take} />
      {files.length > 1 && <FileList files={files} chosen={shown?.id ?? null} onChoose={setChosen} onCancel={cancel} />}
      {shown ? (
        <Outcome key={shown.id} file={shown} onCancel={() => cancel(shown.id)} onRetry={() => retry(shown)} />
      ) : (
        <Introduction />
      )}
    </div>
  )
}

function DownloadButton({ name, document }: { name: string; document: CheckedDocument }) {
  const words = useWords()
  const save = () =>
    downloadJson(`${name.replace(/\.[^.]*$/, '')}-检查结果.json`, published(document.source, document.forms))
  return (
    <Button icon={<DownloadOutlined />} onClick={save}>
      {words.downloadJson}
    </Button>
  )
}

type OutcomeProps = { readonly file: FileCheck; readonly onCancel: () => void; readonly onRetry: () => void }

function Outcome({ file: { id, file, state }, onCancel, onRetry }: OutcomeProps) {
  const words = useWords()
  const source = useMemo(() => ({ key: `check ${id}`, bytes: () => file.arrayBuffer() }), [id, file])
  if (state.step === 'done')
    return (
      <Suspense fallback={<Loading />}>
        <DocumentView document={state.document} file={source} />
      </Suspense>
    )
  if (state.step === 'failed') return <RefusalNote error={state.error} onRetry={onRetry} />
  if (state.step === 'cancelled') return <p className="note">{words.cancelled(file.name)}</p>
  return (
    <div className="checking">
      <Loading what={words.checkResultOf(file.name)} />
      <Button onClick={onCancel}>{words.cancel}</Button>
    </div>
  )
}

function Introduction() {
  const words = useWords()
  return (
    <section className="introduction">
      <h2>{words.whatYouGet}</h2>
      <ul>
        {words.youGet.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {words.tryDemo}
        <Link to={paths.forms()}>{words.forms}</Link>
      </p>
    </section>
  )
}
