import { AdminFrame } from '../admin/admin-frame.tsx'
import { BackupCard } from '../admin/backup-card.tsx'
import { HealthCard } from '../admin/health-card.tsx'
import { SecurityCard } from '../admin/security-card.tsx'
import { useMe } from '../session.ts'

/** 系统状态: does it run, how is it backed up, how strict is signing in. */
export default function SystemPage() {
  const { may } = useMe()
  return (
    <AdminFrame page="system">
      {may('system.read') && <HealthCard />}
      {may('system.read') && <BackupCard />}
      {may('security.read') && <SecurityCard />}
    </AdminFrame>
  )
}
