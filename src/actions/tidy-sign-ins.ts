import * as sessions from '../store/sessions.ts'
import * as failures from '../store/sign-in-failures.ts'
import type { Context } from './context.ts'

const keptDays = 90

/** Forgets sessions that ended long ago and failures that lock nothing any more. The audit keeps both. */
export async function tidySignIns({ db, now }: Context): Promise<void> {
  await sessions.purge(db, new Date(now().getTime() - keptDays * 86_400_000))
  await failures.purge(db, now())
}
