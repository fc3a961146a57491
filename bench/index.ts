// All benchmarks, one process each so that none warms or fills another's memory.
//   npm run bench [-- name … [--write] [--option value …]]
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { type Measured, writePerformance } from './report/performance-page.ts'

const own = basename(import.meta.filename)
const given = process.argv.slice(2)
const write = given.includes('--write')
const words = given.filter((word) => word !== '--write')
const firstOption = words.findIndex((word) => word.startsWith('--'))
const asked = firstOption === -1 ? words : words.slice(0, firstOption)
const options = words.slice(asked.length)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && file !== own)
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => asked.length === 0 || asked.includes(name))
  // What people wait for most comes first.
  .sort((a, b) => Number(b === 'read-check') - Number(a === 'read-check') || a.localeCompare(b))

/** Runs one; its output is shown while it works, and kept. */
function measure(name: string): Promise<Measured & { readonly status: number | null }> {
  const start = performance.now()
  const loadBefore = loadavg()[0] ?? 0
  const command = ['npm run bench --', name, ...options].join(' ')
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    process.stdout.write(text)
  })
  return new Promise((resolve) =>
    child.on('close', (status) =>
      resolve({ name, command, seconds: (performance.now() - start) / 1000, loadBefore, output, status }),
    ),
  )
}

for (const name of names) {
  console.log(`\n── ${name}`)
  const measured = await measure(name)
  if (measured.status !== 0) process.exitCode = 1
  else if (write) writePerformance(join(import.meta.dirname, '..', 'docs', 'PERFORMANCE.md'), [measured])
}
