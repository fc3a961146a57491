import { sql } from 'kysely'
import type { Database } from './db.ts'

/** Version of the PostgreSQL that answers: "18.4". */
export async function serverVersion(db: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
  return rows[0]?.version ?? ''
}
