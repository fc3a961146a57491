import type { Health } from '../api/health.ts'
import { serverVersion } from '../store/server-version.ts'
import type { Context } from './context.ts'

/** Answers when the program and its database are alive. */
export const getHealth = async ({ db }: Context): Promise<Health> => ({ ok: true, database: await serverVersion(db) })
