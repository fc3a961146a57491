import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type FileCheck, useDocumentChecks } from '../parts/document-checks.ts'
import { DocumentView } from '../parts/document-view.tsx'
import { downloadJson } from '../parts/download.ts'
import { FileList } from '../parts/file-list.tsx'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'

/** 快速检查: drop a document, see the official forms with what is wrong in them. Nothing is stored. */
export default function CheckPage() {
  const { files, add, cancel } = useDocumentChecks()
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = files.find((file) => file.id === chosen) ?? files[0]
  return (
    <div className="page">
      <header className="page-head">
        <h1>快速检查</h1>
        {shown?.state.step === 'done' && <DownloadButton name={shown.name} document={shown.state.document} />}
      </header>
      <Upload.Dragger
        className={files.length > 0 ? 'drop drop-small' : 'drop'}
        multiple
        showUploadList={false}
        accept=".txt,.csv,.tsv,text/plain"
        beforeUpload={(file) => {
          const id = add(file)
          setChosen((before) => before ?? id)
          return false
        }}
      >
        <p className="drop-icon">
          <InboxOutlined aria-hidden="true" />
        </p>
        <p className="drop-title">把绩效表文件拖到这里，或点击选择文件</p>
        <p className="drop-hint">目标申报表、绩效目标表、自评表的文本文件，可以一次选多个；只在本机检查，不保存</p>
      </Upload.Dragger>
      {files.length > 1 && <FileList files={files} chosen={shown?.id ?? null} onChoose={setChosen} onCancel={cancel} />}
      {shown ? <Outcome file={shown} onCancel={() => cancel(shown.id)} /> : <Introduction />}
    </div>
  )
}

const DownloadButton = ({
  name,
  document,
}: {
  name: string
  document: { source: string; forms: readonly unknown[] }
}) => (
  <Button
    icon={<DownloadOutlined />}
    onClick={() =>
      downloadJson(`${name.replace(/\.[^.]*$/, '')}-检查结果.json`, { source: document.source, forms: document.forms })
    }
  >
    下载 JSON
  </Button>
)

function Outcome({ file, onCancel }: { file: FileCheck; onCancel: () => void }) {
  const { state } = file
  if (state.step === 'done') return <DocumentView document={state.document} />
  if (state.step === 'failed') return <RefusalNote error={state.error} />
  if (state.step === 'cancelled') return <p className="note">已取消检查“{file.name}”。</p>
  return (
    <div className="checking">
      <Loading what={`“${file.name}”的检查结果`} />
      <Button onClick={onCancel}>取消</Button>
    </div>
  )
}

const Introduction = () => (
  <section className="introduction">
    <h2>会得到什么</h2>
    <ul>
      <li>按官方版式画出的表，问题标在格子上</li>
      <li>执行率、得分、总分、等级的复算，和填报数并排，点开看算式、舍入和依据</li>
      <li>每一格在原文中的位置</li>
    </ul>
    <p>
      想先看看效果？打开<Link to={paths.forms()}>绩效表</Link>里的示例数据。
    </p>
  </section>
)
