import { Card } from 'antd'
import { AdminFrame } from '../admin/admin-frame.tsx'
import { HealthCard } from '../admin/health-card.tsx'
import { SecurityCard } from '../admin/security-card.tsx'
import { useMe } from '../session.ts'
import { useSystemWords } from '../words/system.ts'

/** 系统状态: does it run, how is it backed up, how strict is signing in. */
export default function SystemPage() {
  const words = useSystemWords()
  const { may } = useMe()
  return (
    <AdminFrame page="system">
      {may('system.read') && <HealthCard />}
      {may('security.read') && <SecurityCard />}
      {may('system.read') && (
        <Card className="card" title={<h2 className="card-title">{words.backup}</h2>}>
          <p>{words.backupHint}</p>
          <pre className="json">
            {'npx hengji backup hengji-backup.gz\nnpx hengji restore hengji-backup.gz --data ./new-data'}
          </pre>
        </Card>
      )}
    </AdminFrame>
  )
}
