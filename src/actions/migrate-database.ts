import { migrate, pending, rowsTouched } from '../store/migrate.ts'
import type { Context } from './context.ts'

export type PlannedMigration = {
  readonly name: string
  /** Rows in the tables it changes, as the database guesses them. */
  readonly rows: number
  /** A guess: an index or a rewrite takes about a second for 100,000 rows of ours on two cores. */
  readonly seconds: number
}

const rowsASecond = 100_000

/** What would run, in order; changes nothing. */
export async function planMigrations({ db }: Context): Promise<readonly PlannedMigration[]> {
  const planned: PlannedMigration[] = []
  for (const migration of await pending(db)) {
    const rows = await rowsTouched(db, migration)
    planned.push({ name: migration.name, rows, seconds: Math.max(1, Math.ceil(rows / rowsASecond)) })
  }
  return planned
}

/** Brings the tables to this program; the names of what ran. */
export const migrateDatabase = ({ db, now }: Context): Promise<string[]> => migrate(db, now())
