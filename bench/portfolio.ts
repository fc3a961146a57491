// 100,000 forms with 1.5 million indicators: what people wait for in lists and searches, and how the server finds it.
//   npm run bench -- portfolio [--forms 100000] [--rounds 20]
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { connect } from '../src/actions/connect.ts'
import type { Context } from '../src/actions/context.ts'
import { listFilings } from '../src/actions/list-filings.ts'
import { listForms } from '../src/actions/list-forms.ts'
import { searchOrganisations } from '../src/actions/search-organisations.ts'
import { filings } from '../src/api/filings.ts'
import { FormSearch } from '../src/api/forms.ts'
import type { Actor } from '../src/kernel/policy/actor.ts'
import type { Role } from '../src/kernel/policy/roles.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import { recorder } from './load/bare.ts'
import { option, quantile } from './load/helper.ts'
import { makeProvince, places, ROWS } from './portfolio/province.ts'

const FORMS = option('forms', 100_000)
const ROUNDS = option('rounds', 20)
const GOAL = 200

const person = (name: string, role: Role, path: string): Actor => ({
  kind: 'person',
  id: '00000000-0000-4000-8000-000000000001',
  name,
  grants: [{ role, organisation: path.split('/').at(-2) ?? '', path }],
  scopes: null,
})

type Ask = (context: Context) => Promise<unknown>

const questions: Readonly<Record<string, Ask>> = {
  'forms, first page': (context) => listForms(context, FormSearch.parse({})),
  'forms, page 100': (context) => listForms(context, FormSearch.parse({ page: 100 })),
  'forms, two words': (context) => listForms(context, FormSearch.parse({ text: '第7市 项目' })),
  'forms, one word of two signs': (context) => listForms(context, FormSearch.parse({ text: '项目' })),
  'forms, a name in full': (context) => listForms(context, FormSearch.parse({ text: '第7市第7局第7站' })),
  'forms, nothing found': (context) => listForms(context, FormSearch.parse({ text: '无此项目名称' })),
  'forms, year and region': (context) => listForms(context, FormSearch.parse({ year: 2023, region: '第7市' })),
  'forms, a grade': (context) => listForms(context, FormSearch.parse({ grade: '良' })),
  'forms, a unit': (context) => listForms(context, FormSearch.parse({ unit: '第7局第7站' })),
  'filings, my turn': (context) => listFilings(context, filings.list.input.parse({ box: 'mine' })),
  'filings, late': (context) => listFilings(context, filings.list.input.parse({ box: 'late' })),
  'filings, all': (context) => listFilings(context, filings.list.input.parse({})),
  'filings, a word': (context) => listFilings(context, filings.list.input.parse({ text: '项目99' })),
  'organisations, a word': (context) => searchOrganisations(context, { text: '第7局', limit: 20 }),
}

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
  const { province, city, department, unit } = await places(context.db)
  const people: readonly Actor[] = [
    { kind: 'system', id: null, name: 'command line', grants: [], scopes: null },
    { kind: 'anonymous', id: null, name: 'public', grants: [], scopes: null },
    person('performance office', 'performance-office', city),
    person('finance reviewer of the province', 'finance-reviewer', province),
    person('finance reviewer', 'finance-reviewer', city),
    person('department reviewer', 'department-reviewer', department),
    person('preparer', 'preparer', unit),
  ]
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
process.exitCode = failed ? 1 : 0

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
  for (const { text, values } of statements) for (const table of await scans(text, values)) scanned.add(table)
  const plan = scanned.size === 0 ? '' : `  reads through: ${[...scanned].join(', ')}`
  console.log(
    `${slow ? '✗' : ' '} ${what.padEnd(30)} p50 ${quantile(took, 0.5).toFixed(1).padStart(7)} ms  p95 ${quantile(took, 0.95).toFixed(1).padStart(7)} ms${plan}`,
  )
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Actual Loops'?: number
  readonly Plans?: readonly Plan[]
}

/** Large tables a statement reads from one end to the other, however few rows it keeps. */
async function scans(text: string, values: readonly unknown[]): Promise<string[]> {
  if (!/^\s*(select|with)/i.test(text)) return []
  const { rows } = await explaining.query(`explain (analyze, format json) ${text}`, [...values])
  const found: string[] = []
  const visit = (plan: Plan): void => {
    const read = ((plan['Actual Rows'] ?? 0) + (plan['Rows Removed by Filter'] ?? 0)) * (plan['Actual Loops'] ?? 1)
    if (plan['Node Type'].endsWith('Seq Scan') && read > 5_000)
      found.push(`${plan['Relation Name']} (${Math.round(read)})`)
    for (const below of plan.Plans ?? []) visit(below)
  }
  visit(rows[0]['QUERY PLAN'][0].Plan)
  return found
}
