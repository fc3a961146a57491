// 审核报告: what the check found, as a document that can be signed; made when asked for.
import { AuditOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { check } from '../../api/check.ts'
import { call } from '../call.ts'
import { useWords } from '../words.ts'
import { saveFile } from './download.ts'
import { sentenceOf } from './refusal.tsx'

const formats = ['docx', 'pdf', 'html'] as const
type Format = (typeof formats)[number]

const isFormat = (key: string): key is Format => formats.some((format) => format === key)

export function ReportButton({ file }: { readonly file: File }) {
  const words = useWords()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const fetchReport = async (format: Format) => {
    setBusy(true)
    try {
      const { name, base64 } = await call(check.report, { name: file.name, format }, { bytes: file })
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      saveFile(name, new Blob([bytes]))
    } catch (error) {
      message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), words), 8)
    } finally {
      setBusy(false)
    }
  }
  const choose = ({ key }: { readonly key: string }) => {
    if (isFormat(key)) void fetchReport(key)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: formats.map((key) => ({ key, label: words.reportFormats[key] })), onClick: choose }}
    >
      <Button icon={<AuditOutlined />} loading={busy} aria-haspopup="menu">
        {words.downloadReport}
      </Button>
    </Dropdown>
  )
}
