// What other processes of the program (and this one) just committed, as the database tells it.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from './db.ts'

/** What a trigger said: see the migration of jobs. */
export type Notice = {
  readonly job?: string
  readonly person?: string | null
  readonly filing?: string
  readonly path?: string
  readonly from?: string
  readonly to?: string
  readonly delegate?: string | null
}

const again = 1_000

/**
 * Tells `hear` of every notice, and of null after a gap in which some may have been missed. One connection of its own,
 * opened anew when it breaks. Answers how to end it.
 */
export async function listen(
  connection: Connection,
  hear: (notice: Notice | null) => void,
): Promise<() => Promise<void>> {
  let ended = false
  let client: pg.Client | undefined
  const open = async (): Promise<void> => {
    const fresh = new pg.Client({
      ...('url' in connection ? { connectionString: connection.url } : connection),
      application_name: 'hengji-notices',
      keepAlive: true,
    })
    fresh.on('notification', ({ payload }) => hear(JSON.parse(payload ?? '{}')))
    const broken = () => {
      fresh.removeAllListeners('end')
      if (!ended) void reopen()
    }
    fresh.on('error', () => undefined) // `end` follows
    fresh.on('end', broken)
    await fresh.connect()
    await fresh.query('listen hengji')
    client = fresh
  }
  const reopen = async (): Promise<void> => {
    while (!ended) {
      await sleep(again, undefined, { ref: false })
      const opened = await open().then(
        () => true,
        () => false,
      )
      if (opened) return hear(null)
    }
  }
  await open()
  return async () => {
    ended = true
    await client?.end().catch(() => undefined)
  }
}
