// 20,000 organisations: how long a list of them takes to import, a level to load and a name to be found, also as of
// an earlier day after a thousand renamings.
//   npm run bench -- organisations [--rounds 20]
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../src/actions/connect.ts'
import type { Context } from '../src/actions/context.ts'
import { getOrganisation } from '../src/actions/get-organisation.ts'
import { importOrganisations } from '../src/actions/import-organisations.ts'
import { listRoots, searchOrganisations } from '../src/actions/search-organisations.ts'
import { withTx } from '../src/store/db.ts'
import { startEmbedded } from '../src/store/embedded.ts'
import * as organisations from '../src/store/organisations.ts'
import { option, quantile } from './load/helper.ts'
import { MISSED } from './report/missed.ts'

const ROUNDS = option('rounds', 20)
const GOAL = 300
const DEPARTMENTS = 400
const UNITS = 49

const name = (department: number, renamed: boolean): string => `${renamed ? '新设' : '示例'}第${department}局`
const list = (renamed: number): Uint8Array => {
  const lines = ['类型,代码,名称,上级代码']
  for (let i = 0; i < DEPARTMENTS; i++) {
    const short = name(i, i < renamed)
    lines.push(`主管部门,${100 + i},${short},`)
    for (let j = 0; j < UNITS; j++) lines.push(`预算单位,${100 + i}${100 + j},${short}第${j}分中心,${100 + i}`)
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const from = performance.now()
  const done = await work()
  return [done, performance.now() - from]
}

const questions: Readonly<Record<string, (context: Context) => Promise<readonly unknown[]>>> = {
  'the bureau with its departments': async (context) => {
    const [root] = await listRoots(context)
    return root ? (await getOrganisation(context, { id: root.id })).children : []
  },
  'a name': (context) => searchOrganisations(context, { text: '第39局第4', limit: 50 }),
  'two words': (context) => searchOrganisations(context, { text: '39局 48', limit: 50 }),
  'a word of thousands': (context) => searchOrganisations(context, { text: '分中心', limit: 50 }),
  'a code': (context) => searchOrganisations(context, { text: '355101', limit: 50 }),
  'nothing found': (context) => searchOrganisations(context, { text: '无此机构', limit: 50 }),
  'a name of an earlier day': (context) =>
    searchOrganisations(context, { text: '示例第7局第4', day: '2024-01-01', limit: 50 }),
  'a word of thousands, of an earlier day': (context) =>
    searchOrganisations(context, { text: '分中心', day: '2024-01-01', limit: 50 }),
}

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
const dataDir = mkdtempSync(join(tmpdir(), 'hengji-bench-organisations-'))
const embedded = await startEmbedded({ dataDir })
const { context, close } = await connect({ dataDir, databaseUrl: undefined, log: { info: () => {} } })
let failed = false
try {
  const id = context.newId()
  const root = { id, code: '120000', name: '示例市财政局', path: `/${id}/`, region: '示例市', parentId: null }
  await withTx(context.db, (tx) =>
    organisations.insertAll(tx, [{ ...root, kind: 'finance', validFrom: '2020-01-01', validTo: null }]),
  )
  const file = (renamed: number) => ({ rootId: id, bytes: list(renamed), name: '机构.csv', dryRun: false })
  const [made, importing] = await timed(() => importOrganisations(context, file(0)))
  const [again, unchanged] = await timed(() => importOrganisations(context, file(0)))
  const [changed, renaming] = await timed(() => importOrganisations(context, file(20)))
  console.log(
    `import of ${made.created}: ${importing.toFixed(0)} ms; again, ${again.unchanged} unchanged: ${unchanged.toFixed(0)} ms`,
  )
  console.log(`import that renames ${changed.renamed.length}: ${renaming.toFixed(0)} ms`)
  console.log(`goal: p95 ≤ ${GOAL} ms`)
  for (const [what, ask] of Object.entries(questions)) {
    const times: number[] = []
    let found = 0
    for (let i = 0; i < ROUNDS; i++) {
      const [rows, ms] = await timed(() => ask(context))
      times.push(ms)
      found = rows.length
    }
    const p95 = quantile(times, 0.95)
    if (p95 > GOAL) failed = true
    console.log(
      `  ${what.padEnd(40)} ${String(found).padStart(6)} rows  p50 ${quantile(times, 0.5).toFixed(1)}  p95 ${p95.toFixed(1)} ms${p95 > GOAL ? '  TOO SLOW' : ''}`,
    )
  }
} finally {
  await close()
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.exit(failed ? MISSED : 0)
