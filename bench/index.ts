// All benchmarks, one process each so that none warms or fills another's memory.
//   npm run bench [-- all | name … [--write] [--option value …]]
// With --write each is run as docs/PERFORMANCE.md tells it (report/plan.ts), and its section there is written anew.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { MISSED } from './report/missed.ts'
import { type Measured, writePerformance } from './report/performance-page.ts'
import { planOf } from './report/plan.ts'

const own = basename(import.meta.filename)
const page = join(import.meta.dirname, '..', 'docs', 'PERFORMANCE.md')
const given = process.argv.slice(2)
const write = given.includes('--write')
const words = given.filter((word) => word !== '--write')
const firstOption = words.findIndex((word) => word.startsWith('--'))
const asked = firstOption === -1 ? words : words.slice(0, firstOption)
const options = words.slice(asked.length)
const all = asked.length === 0 || asked.includes('all')
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && file !== own)
  .map((file) => file.slice(0, -'.ts'.length))
const names = known
  .filter((name) => (all ? !planOf(name).alone : asked.includes(name)))
  // What people wait for most comes first.
  .sort((a, b) => Number(b === 'read-check') - Number(a === 'read-check') || a.localeCompare(b))

/** Runs one; its output is shown while it works, and kept. */
function measure(name: string): Promise<Measured & { readonly status: number | null }> {
  const start = performance.now()
  const loadBefore = loadavg()[0] ?? 0
  const args = options.length > 0 || !write ? options : (planOf(name).options ?? [])
  const command = ['npm run bench --', name, ...args].join(' ')
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    process.stdout.write(text)
  })
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const seconds = (performance.now() - start) / 1000
      const { notTried } = planOf(name)
      resolve({ name, command, seconds, loadBefore, output, status, ...(notTried ? { notTried } : {}) })
    }),
  )
}

const unknown = asked.filter((name) => name !== 'all' && !known.includes(name))
if (unknown.length > 0) {
  console.error(`no such measure: ${unknown.join(', ')}; there are all, ${known.join(', ')}`)
  process.exit(1)
}
for (const name of names) {
  console.log(`\n── ${name}`)
  const measured = await measure(name)
  if (measured.status !== 0) process.exitCode = 1
  // A goal that is missed is a figure like any other; a measure that broke has none.
  if (write && (measured.status === 0 || measured.status === MISSED)) writePerformance(page, [measured])
}
