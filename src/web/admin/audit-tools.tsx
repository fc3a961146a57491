// What an auditor takes away: the records as a file, and whether they are as they were written.
import { Alert, Button, Space, Tooltip } from 'antd'
import { useState } from 'react'
import { type AuditFilter, type AuditVerification, audit } from '../../api/audit.ts'
import { call, callFile } from '../call.ts'
import { saveFile } from '../parts/download.ts'
import { useAuditWords } from '../words/audit.ts'
import { today } from './day.ts'
import { RefusalList } from './refusal-list.tsx'
import { useWrite } from './use-write.ts'

const formats = ['csv', 'jsonl'] as const

export function AuditTools({ filter }: { readonly filter: AuditFilter }) {
  const words = useAuditWords()
  const [found, setFound] = useState<AuditVerification | null>(null)
  const { busy, refusal, write } = useWrite()
  const take = (format: (typeof formats)[number]) =>
    write(
      () => callFile(audit.export, { ...filter, format }),
      (bytes) => {
        saveFile(`审计记录-${today()}.${format}`, new Blob([bytes]))
        return words.exported
      },
    )
  const verify = () =>
    write(
      () => call(audit.verify, {}),
      (answer) => void setFound(answer),
    )
  return (
    <>
      <Space wrap className="form-alert">
        {formats.map((format) => (
          <Button key={format} loading={busy} onClick={() => void take(format)}>
            {words.export[format]}
          </Button>
        ))}
        <Tooltip title={words.verifyHint}>
          <Button loading={busy} onClick={() => void verify()}>
            {words.verify}
          </Button>
        </Tooltip>
      </Space>
      <RefusalList refusal={refusal} />
      {found && <Verified found={found} />}
    </>
  )
}

function Verified({ found: { damages, events, versions, steps } }: { readonly found: AuditVerification }) {
  const words = useAuditWords()
  if (damages.length === 0)
    return <Alert className="form-alert" type="success" showIcon title={words.whole(events, versions, steps)} />
  return (
    <Alert
      className="form-alert"
      type="error"
      showIcon
      title={words.damaged(damages.length)}
      description={
        <ul className="plain">
          {damages.map(({ what, id, message }) => (
            <li key={`${what} ${id} ${message}`}>
              {what} {id}：{message}
            </li>
          ))}
        </ul>
      }
    />
  )
}
