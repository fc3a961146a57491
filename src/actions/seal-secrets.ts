import { withTx } from '../store/db.ts'
import * as passwords from '../store/passwords.ts'
import type { Context } from './context.ts'
import { factorPurpose } from './second-factor.ts'
import type { Vault } from './vault.ts'

/**
 * Brings every stored secret under the present key: those of before there was a key, and those of a key that is being
 * replaced. Answers how many were sealed, and how many there is no key for.
 */
export async function sealSecrets({ db }: Context, vault: Vault): Promise<{ sealed: number; closed: number }> {
  return withTx(db, async (tx) => {
    let [sealed, closed] = [0, 0]
    for (const { id, ...stored } of await passwords.lockFactors(tx)) {
      const open = Object.values(stored).filter((text) => text !== null)
      if (open.every((text) => vault.isCurrent(text))) continue
      if (!open.every((text) => vault.canOpen(text))) {
        closed++
        continue
      }
      const anew = (text: string | null) =>
        text === null ? null : vault.seal(vault.open(text, factorPurpose(id)), factorPurpose(id))
      await passwords.replaceFactors(tx, id, {
        totpSecret: anew(stored.totpSecret),
        totpPending: anew(stored.totpPending),
      })
      sealed++
    }
    return { sealed, closed }
  })
}
