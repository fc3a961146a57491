// Reads, scores and checks all demonstration documents; baseline: merely splitting the same texts into lines.
//   npm run bench
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '../src/documents/read-document.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { checkForm } from '../src/kernel/review/check.ts'

const folder = join(import.meta.dirname, '..', 'demo')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
const decoder = new TextDecoder()

/** Milliseconds of one run: on the clock, of the processor on all threads, of the processor on this thread. */
type Run = { readonly wall: number; readonly cpu: number; readonly thread: number }

const used = ({ user, system }: { readonly user: number; readonly system: number }): number => (user + system) / 1000

async function timed(work: () => Promise<unknown>): Promise<Run> {
  const [wall, cpu, thread] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()]
  await work()
  return {
    wall: performance.now() - wall,
    cpu: used(process.cpuUsage(cpu)),
    thread: used(process.threadCpuUsage(thread)),
  }
}
const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN

let forms: readonly Form[] = []
let findings = 0
const splitAll = async () => {
  for (const { bytes } of files) decoder.decode(bytes).split('\n')
}
const readAll = async () => {
  const documents = await Promise.all(files.map(({ name, bytes }) => readDocument(bytes, name)))
  forms = documents.flatMap((document) => document.forms)
}
const checkAll = async () => {
  findings = forms.reduce((n, form) => n + checkForm(form).findings.length, 0)
}
/** Scores and findings are worked out anew for a form that was never seen. */
const asNew = () => {
  forms = structuredClone(forms)
}

const firstRead = await timed(readAll)
const firstCheck = await timed(checkAll)

const rounds = 15
const runs = { read: [] as Run[], check: [] as Run[], split: [] as Run[] }
for (let i = 0; i < rounds; i++) {
  runs.split.push(await timed(splitAll))
  runs.read.push(await timed(readAll))
  asNew()
  runs.check.push(await timed(checkAll))
}

const ms = (x: number) => `${x.toFixed(x < 10 ? 2 : 0)} ms`
const line = (what: string, { wall, cpu, thread }: Run, note = '') =>
  console.log(
    `${what.padEnd(44)} ${ms(wall).padStart(8)}   processor ${ms(cpu).padStart(8)}, main thread ${ms(thread).padStart(8)}   ${note}`.trimEnd(),
  )
const usual = (of: readonly Run[]): Run => ({
  wall: median(of.map((run) => run.wall)),
  cpu: median(of.map((run) => run.cpu)),
  thread: median(of.map((run) => run.thread)),
})
const both = (a: Run, b: Run): Run => ({ wall: a.wall + b.wall, cpu: a.cpu + b.cpu, thread: a.thread + b.thread })

const indicators = forms.reduce((n, form) => n + form.indicators.length, 0)
const [split, read, check] = [usual(runs.split), usual(runs.read), usual(runs.check)]
const each = (run: Run) => `${ms(run.wall / forms.length)} a form`

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`${files.length} documents, ${forms.length} forms, ${indicators} indicators, ${findings} findings`)
line('first pass: read + scored + checked', both(firstRead, firstCheck), '(goal ≤ 400 ms)')
line('first pass: read', firstRead)
line(`first pass: scored + checked, ${indicators} indicators`, firstCheck, '(goal ≤ 150 ms)')
line(`median of ${rounds}: read`, read, each(read))
line(`median of ${rounds}: scored + checked`, check, each(check))
line(`median of ${rounds}: split into lines (baseline)`, split)
console.log(`ratio read : split                    ${(read.wall / split.wall).toFixed(1)}`)
console.log(`ratio read + scored + checked : split ${((read.wall + check.wall) / split.wall).toFixed(1)}`)
