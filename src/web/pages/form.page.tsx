import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Breadcrumb, Button } from 'antd'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { documents } from '../../api/documents.ts'
import { forms } from '../../api/forms.ts'
import { callFile, query } from '../call.ts'
import { downloadJson, published } from '../parts/download.ts'
import { FormDownloads } from '../parts/form-downloads.tsx'
import { FormView } from '../parts/form-view.tsx'
import { Loading } from '../parts/loading.tsx'
import { PublicationNote } from '../parts/publication-note.tsx'
import { PublishVerbs } from '../parts/publish-verbs.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import type { SourceFile } from '../parts/source-file.ts'
import { paths } from '../paths.ts'
import { moment } from '../show.ts'
import { useWords } from '../words.ts'

/** One stored form, with its findings. */
export default function FormPage() {
  const words = useWords()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(query(forms.get, { id }))
  const document = data?.document?.id
  const file = useMemo(() => (document === undefined ? null : storedFile(document)), [document])
  const name = data?.form.project?.name ?? data?.form.department?.name ?? data?.form.title ?? words.forms
  return (
    <div className="page">
      <title>{`${name} · ${words.system}`}</title>
      <Breadcrumb
        items={[{ title: <Link to={paths.forms()}>{words.forms}</Link> }, ...(data ? [{ title: name }] : [])]}
      />
      <header className="page-head">
        <h1>{name}</h1>
        {data && (
          <div className="public-links">
            <PublishVerbs form={data} />
            <FormDownloads id={id} />
            <Button
              icon={<DownloadOutlined />}
              onClick={() => downloadJson(`${name}.json`, published(data.document?.name ?? null, [data]))}
            >
              {words.downloadJson}
            </Button>
          </div>
        )}
      </header>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={words.forms} />}
      {data && (
        <>
          <p className="note">
            {words.storedAs(data.version, moment(data.savedAt))}
            {data.document && words.takenFrom(data.document.name, data.document.position)}
            <span className="hash">
              {words.fingerprint} {data.hash.slice(0, 12)}
            </span>
          </p>
          <PublicationNote id={id} />
          <FormView checked={data} lines={data.lines} file={file} />
        </>
      )}
    </div>
  )
}

const storedFile = (id: string): SourceFile => ({
  key: `document ${id}`,
  bytes: () => callFile(documents.file, { id }),
})
