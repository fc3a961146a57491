// 备份: when the last one was made, how large it is, whether one failed since, and how to make one.
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Descriptions } from 'antd'
import { type Backups, health } from '../../api/health.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { sizeOf } from '../show-size.ts'
import { useSystemWords } from '../words/system.ts'

const dayMs = 86_400_000
/** One a day is asked for; after a week somebody must be told. */
const tooOld = 7

export function BackupCard() {
  const words = useSystemWords()
  const { data, error, refetch } = useQuery(query(health.backups, {}))
  return (
    <Card className="card" title={<h2 className="card-title">{words.backup}</h2>}>
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={words.backup} />}
      {data && <LastBackup backups={data} />}
      <p>{words.backupHint}</p>
      <pre className="json">
        {'npx hengji backup hengji-backup.gz\nnpx hengji restore hengji-backup.gz --data ./new-data'}
      </pre>
    </Card>
  )
}

function LastBackup({ backups: { done, failed } }: { readonly backups: Backups }) {
  const words = useSystemWords()
  const days = done === null ? null : Math.floor((Date.now() - Date.parse(done.at)) / dayMs)
  return (
    <>
      {failed && <Alert type="error" showIcon title={words.backupFailed(moment(failed.at), failed.reason)} />}
      {days === null && <Alert type="warning" showIcon title={words.noBackup} />}
      {days !== null && days >= tooOld && <Alert type="warning" showIcon title={words.oldBackup(days)} />}
      {done && (
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'at', label: words.lastBackup, children: moment(done.at) },
            { key: 'file', label: words.backupFile, children: `${done.name}，${sizeOf(done.bytes)}` },
            { key: 'holds', label: words.backupHolds, children: words.backupCounts(done.forms, done.files) },
          ]}
        />
      )}
    </>
  )
}
