// A server on a real database with organisations, people and a clock the test turns; and a browser with its cookies.
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { TestDatabase } from '../../test/database.ts'
import type { Context } from '../actions/context.ts'
import { type FileStore, filesIn } from '../actions/file-store.ts'
import { newId } from '../actions/new-id.ts'
import { hashPassword } from '../actions/password-hash.ts'
import { createReadingPool } from '../actions/reading-pool.ts'
import { createVault, keysOf, newKeyText } from '../actions/vault.ts'
import type { OrganisationKind } from '../kernel/organisation/organisation.ts'
import { system } from '../kernel/policy/actor.ts'
import type { Role } from '../kernel/policy/roles.ts'
import { withTx } from '../store/db.ts'
import * as grants from '../store/grants.ts'
import * as organisations from '../store/organisations.ts'
import * as people from '../store/people.ts'
import { type AppOptions, createApp } from './app.ts'
import { createLog } from './log.ts'

export type TestServer = {
  readonly app: FastifyInstance
  readonly origin: string
  readonly context: Context
  /** Where this server keeps files. */
  readonly files: FileStore
  /** Moves the clock on. */
  readonly pass: (minutes: number) => void
  readonly log: () => string
  readonly close: () => Promise<void>
}

export async function startTestServer(
  database: TestDatabase,
  options: Partial<AppOptions> = {},
  start = new Date('2024-03-01T01:00:00Z'),
): Promise<TestServer> {
  let moment = start.getTime()
  const now = () => new Date(moment)
  const context: Context = { db: database.db, actor: system, now, newId: () => newId(now()) }
  const lines: string[] = []
  const memory = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const pool = createReadingPool()
  const folder = mkdtempSync(join(tmpdir(), 'hengji-files-'))
  const files = options.files ?? filesIn(folder)
  const limits = { signIns: 10_000, uploads: 10_000, heavy: 10_000 }
  const app = await createApp({
    context,
    pool,
    log: createLog('trace', memory),
    webFolder: 'dist/none',
    uploadLimit: 1024 * 1024,
    limits,
    vault: createVault(keysOf(newKeyText(), 'test')),
    ...options,
    files,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    app,
    origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, // listening on TCP, so not a pipe's string
    context,
    files,
    pass: (minutes) => {
      moment += minutes * 60_000
    },
    log: () => lines.join(''),
    close: async () => {
      await app.close()
      await pool.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const goodPassword = '河边的柳树2棵又绿了'
let hash: Promise<string> | undefined

/** A finance bureau over a region's department, its unit, and a department beside it. */
export async function makeTree(context: Context) {
  const make = async (
    kind: OrganisationKind,
    code: string,
    name: string,
    parent: organisations.Found | Made | null,
  ) => {
    const id = context.newId()
    const made = {
      id,
      kind,
      code,
      name,
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${id}/`,
      region: '海川市',
      validFrom: '2020-01-01',
      validTo: null,
    }
    await withTx(context.db, (tx) => organisations.insertAll(tx, [made]))
    return made
  }
  const region = await make('region', '990100', '海川市', null)
  const bureau = await make('finance', '900', '海川市财政局', region)
  const department = await make('department', '301', '海川市水务局', bureau)
  const unit = await make('unit', '301001', '海川市水文站', department)
  const foreign = await make('department', '302', '海川市林业局', bureau)
  return { region, bureau, department, unit, foreign }
}
type Made = { readonly id: string; readonly path: string }
export type Tree = Awaited<ReturnType<typeof makeTree>>

/** A person with `goodPassword` and these roles; the id. */
export async function makePerson(
  context: Context,
  login: string,
  home: Made,
  roles: readonly (readonly [Role, Made])[] = [],
): Promise<string> {
  hash ??= hashPassword(goodPassword)
  const password = await hash
  const id = context.newId()
  await withTx(context.db, async (tx) => {
    const person = { id, login, name: `名${login}`, organisation: home.id, password, mustChangePassword: false }
    await people.create(tx, person, context.now())
    for (const [role, { id: organisation }] of roles)
      await grants.create(
        tx,
        { id: context.newId(), person: id, role, organisation },
        { now: context.now(), by: '测试' },
      )
  })
  return id
}

export type Answer<T> = {
  readonly status: number
  readonly headers: Headers
  readonly body: T & { readonly code?: string; readonly message?: string }
}

/** A browser: keeps its cookies and sends the page's header. */
export function openBrowser(origin: string, given: Readonly<Record<string, string>> = {}) {
  const jar = new Map<string, string>()
  const ask = async <T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const headers = { ...(cookie ? { cookie } : {}), 'x-hengji': '1', ...json, ...given, ...more }
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${origin}/api${path}`, { method, headers, redirect: 'manual', ...init })
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    const text = await response.text()
    // The test states the shape it expects; what it then reads is asserted.
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : {}) as Answer<T>['body'],
    }
  }
  return {
    jar,
    get: <T = unknown>(path: string) => ask<T>('GET', path),
    post: <T = unknown>(path: string, body?: unknown) => ask<T>('POST', path, body),
    ask,
    signIn: <T = unknown>(login: string, password = goodPassword) => ask<T>('POST', '/session', { login, password }),
  }
}
export type Browser = ReturnType<typeof openBrowser>

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '') jar.delete(name)
  else jar.set(name, value)
}
