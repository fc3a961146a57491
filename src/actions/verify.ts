import { type Verification, verify as verifyAll } from '../store/verify.ts'
import type { Context } from './context.ts'

/** Whether versions, audit, files and facts are still as they were written. Changes nothing. */
export const verify = ({ db }: Context): Promise<Verification> => verifyAll(db)
