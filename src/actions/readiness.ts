import { statfs } from 'node:fs/promises'
import type { Readiness } from '../api/health.ts'
import { pending } from '../store/migrate.ts'
import type { Context } from './context.ts'

/** Below this a save of a large file may fail. */
const enough = 200 * 1024 * 1024

/** May requests be sent here? The database answers, its tables are this program's, there is room on the disk. */
export async function readiness({ db }: Context, dataDir?: string): Promise<Readiness> {
  const missing = await pending(db).catch(() => null)
  const database = missing === null ? 'away' : 'ok'
  const migrations = missing === null ? 'unknown' : missing.length === 0 ? 'ok' : 'missing'
  const disk = dataDir === undefined ? 'unknown' : await roomIn(dataDir)
  return { ready: database === 'ok' && migrations === 'ok' && disk !== 'full', database, migrations, disk }
}

const roomIn = (dataDir: string): Promise<Readiness['disk']> =>
  statfs(dataDir).then(
    ({ bavail, bsize }) => (bavail * bsize >= enough ? 'ok' : 'full'),
    () => 'unknown',
  )
