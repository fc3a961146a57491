// 100,000 forms with 1.5 million indicators: what people wait for in lists and searches, and how the server finds it.
//   npm run bench -- portfolio [--forms 100000] [--rounds 20]
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connect } from '../src/actions/connect.ts'
import type { Actor } from '../src/kernel/policy/actor.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { option, quantile } from './load/helper.ts'
import { recorder } from './load/recorder.ts'
import { readsOf } from './portfolio/plans.ts'
import { makeProvince, places, ROWS } from './portfolio/province.ts'
import { type Ask, peopleOf, questions } from './portfolio/questions.ts'
import { MISSED } from './report/missed.ts'

const FORMS = option('forms', 100_000)
const ROUNDS = option('rounds', 20)
const GOAL = 200

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
const dataDir = mkdtempSync(join(tmpdir(), 'hengji-bench-portfolio-'))
const embedded = await startEmbedded({ dataDir })
const record = recorder()
const { context, close } = await connect({ dataDir, databaseUrl: undefined, log: { info: () => {} } })
const explaining = new pg.Client(embedded.connection)
await explaining.connect()
let failed = false
try {
  const from = performance.now()
  await makeProvince(context, FORMS)
  console.log(
    `${FORMS} forms with ${FORMS * ROWS} indicators made in ${((performance.now() - from) / 1000).toFixed(0)} s; goal: p95 ≤ ${GOAL} ms`,
  )
  const found = await places(context.db)
  const people = peopleOf(found)
  for (const actor of people) {
    console.log(`\n${actor.name}`)
    for (const [what, ask] of Object.entries(questions)) {
      if (actor.kind === 'anonymous' && !what.startsWith('forms')) continue
      await measure(actor, what, ask)
    }
  }
} finally {
  await explaining.end()
  await close()
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.exitCode = failed ? MISSED : 0

async function measure(actor: Actor, what: string, ask: Ask): Promise<void> {
  const own = { ...context, actor }
  const statements = await record(() => ask(own))
  const took: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const from = performance.now()
    await ask(own)
    took.push(performance.now() - from)
  }
  const slow = quantile(took, 0.95) > GOAL
  if (slow) failed = true
  const scanned = new Set<string>()
  for (const { text, values } of statements)
    for (const read of await readsOf(explaining, text, values))
      if (read.whole && read.rows > 5_000) scanned.add(`${read.table} (${read.rows})`)
  const plan = scanned.size === 0 ? '' : `  reads through: ${[...scanned].join(', ')}`
  console.log(
    `${slow ? '✗' : ' '} ${what.padEnd(30)} p50 ${quantile(took, 0.5).toFixed(1).padStart(7)} ms  p95 ${quantile(took, 0.95).toFixed(1).padStart(7)} ms${plan}`,
  )
}
