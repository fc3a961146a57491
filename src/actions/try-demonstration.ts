// The first set-up's other choice: look around in the demonstration before setting up the own place.
import type { DemonstrationAccount } from '../api/setup.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as documents from '../store/documents.ts'
import * as people from '../store/people.ts'
import * as settings from '../store/settings.ts'
import type { Context } from './context.ts'
import { takeSetupCode } from './set-up.ts'

/** Fills an empty database with the demonstration; its accounts with their passwords. */
export type Demonstration = (context: Context) => Promise<readonly DemonstrationAccount[]>

/**
 * Fills this empty system with the demonstration, for whoever holds the console's code; the code is used up. The
 * accounts are answered this once. Problems: setup.noDemonstration, setup.done, setup.notEmpty, setup.codeWrong.
 */
export async function tryDemonstration(
  context: Context,
  { code }: { readonly code: string },
  load: Demonstration | null,
): Promise<{ readonly accounts: readonly DemonstrationAccount[] }> {
  if (load === null) throw problem('setup.noDemonstration', {})
  await withTx(context.db, async (tx) => {
    await settings.lock(tx)
    if (!(await people.none(tx))) throw problem('setup.done', {})
    if ((await documents.list(tx, { limit: 1 })).length > 0) throw problem('setup.notEmpty', {})
    await takeSetupCode({ ...context, db: tx }, tx, code)
  })
  const accounts = await load(context)
  return { accounts: accounts.map(({ login, password, name, roles }) => ({ login, password, name, roles })) }
}
