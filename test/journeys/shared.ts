// What journeys begin with, made once a run: the page as it is shipped, and the demonstration with its accounts.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Context } from '../../src/actions/context.ts'
import { loadDemonstration } from '../../src/actions/demonstration/load.ts'
import { newId } from '../../src/actions/new-id.ts'
import { system } from '../../src/kernel/policy/actor.ts'
import type { Database } from '../../src/store/db.ts'
import { filledDatabase } from '../database.ts'
import { once } from '../once.ts'

export const root = join(import.meta.dirname, '..', '..')

const now = () => new Date()
export const contextOf = (db: Database): Context => ({ db, actor: system, now, newId: () => newId(now()) })

/** The folder of the page; a process of its own builds it, because the test runner's environment would for development. */
export const builtPage = (): Promise<string> =>
  once('page', async (folder) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const env = { ...process.env, NODE_ENV: 'production' }
    const options = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error', '--configLoader', 'native']
    execFileSync(process.execPath, [vite, ...options], { cwd: root, env })
    return folder
  })

/** `name` of the database to copy; the accounts with their passwords. */
export const demonstrated = () =>
  once('demonstration', async () => {
    const { name, made } = await filledDatabase((db) => loadDemonstration(contextOf(db), join(root, 'demo')))
    return { name, accounts: made }
  })
