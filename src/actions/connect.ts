// Opens the database a command works on: DATABASE_URL, else the embedded one of the data directory.

import { system } from '../kernel/policy/actor.ts'
import { type Connection, openDatabase } from '../store/db.ts'
import { startEmbedded } from '../store/embedded.ts'
import { migrate } from '../store/migrate.ts'
import type { Context } from './context.ts'
import { newId } from './new-id.ts'

export type Place = {
  /** Leave the tables as they are: for looking at what would be done. */
  readonly keepSchema?: boolean
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly log: { readonly info: (details: object, message: string) => void }
}

/** A context on a migrated database, and how to let go of it. */
export async function connect({
  dataDir,
  databaseUrl,
  log,
  keepSchema = false,
}: Place): Promise<{ context: Context; connection: Connection; close: () => Promise<void> }> {
  const embedded = databaseUrl ? null : await startEmbedded({ dataDir, log: (line) => log.info({}, line) })
  try {
    const connection = embedded ? embedded.connection : { url: databaseUrl ?? '' }
    const db = await openDatabase(connection)
    const now = () => new Date()
    if (!keepSchema) await migrate(db, now())
    const context: Context = { db, actor: system, now, newId: () => newId(now()) }
    const close = async () => {
      await db.destroy()
      await embedded?.stop()
    }
    return { context, connection, close }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
