import { type Verification, verify as verifyAll } from '../store/verify.ts'
import type { Context } from './context.ts'
import { permitEverywhere } from './permit.ts'

/** Whether versions, audit, files and facts are still as they were written. Changes nothing. */
export const verify = ({ db }: Context): Promise<Verification> => verifyAll(db)

/** The same for the audit's own administrators, of the whole installation. */
export async function verifyAsAuditor(context: Context): Promise<Verification> {
  await permitEverywhere(context, 'audit.read')
  return verify(context)
}
