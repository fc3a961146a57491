// The server in a process of its own, so that it can be killed as an operating system kills one.
//   node server-process.ts '{"connection":…,"webFolder":"…","port":0}'
import { pino } from 'pino'
import { newId } from '../../src/actions/new-id.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import { createApp } from '../../src/http/app.ts'
import { system } from '../../src/kernel/policy/actor.ts'
import { type Connection, openDatabase } from '../../src/store/db.ts'

type Given = { readonly connection: Connection; readonly webFolder: string; readonly port: number }

const { connection, webFolder, port } = JSON.parse(process.argv[2] ?? '') as Given // written by clerk.ts
const now = () => new Date()
const app = await createApp({
  context: {
    db: await openDatabase(connection, { poolSize: 4, patience: 60_000 }),
    actor: system,
    now,
    newId: () => newId(now()),
  },
  pool: createReadingPool(),
  log: pino({ level: 'fatal' }),
  webFolder,
  uploadLimit: 1024 * 1024,
})
const address = await app.listen({ host: '127.0.0.1', port })
process.send?.(Number(new URL(address).port))
