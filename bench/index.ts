// All benchmarks, one process each so that none warms or fills another's memory.
//   npm run bench [-- name … [--option value …]]
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

const own = basename(import.meta.filename)
const given = process.argv.slice(2)
const firstOption = given.findIndex((word) => word.startsWith('--'))
const asked = firstOption === -1 ? given : given.slice(0, firstOption)
const options = given.slice(asked.length)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && file !== own)
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => asked.length === 0 || asked.includes(name))
  // What people wait for most comes first.
  .sort((a, b) => Number(b === 'read-check') - Number(a === 'read-check') || a.localeCompare(b))

let status = 0
for (const name of names) {
  console.log(`\n── ${name}`)
  const done = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], { stdio: 'inherit' })
  if (done.status !== 0) status = 1
}
process.exit(status)
