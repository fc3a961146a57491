// npm run fuzz [-- --count 5000 --seed 1 --seconds 20 --only pdf]: reads thousands of damaged files in threads that can
// be stopped. Forms must come out of each, also of the copy with its findings in it, or a refusal; anything else is
// printed with the seed that brings it back.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReadingPool } from '../src/actions/reading-pool.ts'
import { damaged, randomOf } from '../src/documents/damage.test-kit.ts'
import { Problem } from '../src/kernel/problem.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
    megabytes: { type: 'string', default: '768' },
    only: { type: 'string', default: '' },
  },
})

function numberOf(option: 'count' | 'seed' | 'seconds' | 'megabytes'): number {
  const number = Number(values[option])
  if (Number.isNaN(number)) throw new Error(`--${option} is a number`)
  return number
}
const [count, first] = [numberOf('count'), numberOf('seed')]

const root = join(import.meta.dirname, '..')
const files = ['demo', 'test/golden/files']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.includes(values.only))
  .map((path) => ({ path, bytes: Uint8Array.from(readFileSync(join(root, path))) }))
const pool = createReadingPool({ threads: 2, seconds: numberOf('seconds'), megabytes: numberOf('megabytes') })
const tally = { read: 0, annotated: 0, refused: 0, failed: 0, slowest: 0, slowestSeed: first }

/** In one line, with what to do. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'document.unusable' && !error.message.includes('\n')

async function attempt(number: number): Promise<void> {
  const random = randomOf(number)
  const file = files[Math.floor(random() * files.length)]
  if (file === undefined) throw new Error('no files')
  const { bytes, how } = damaged(file.bytes, random)
  const start = performance.now()
  try {
    const { forms } = await pool.check({ bytes, name: '表' })
    tally.read++
    await annotated(bytes, forms.length)
  } catch (error) {
    if (isRefusal(error)) tally.refused++
    else {
      tally.failed++
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
      console.log(`--seed ${number} --count 1: ${file.path} (${how})\n${what}`)
    }
  }
  const taken = performance.now() - start
  if (taken > tally.slowest) Object.assign(tally, { slowest: taken, slowestSeed: number })
}

/** What can be read can be annotated, or is refused for it; the copy holds the same forms. */
async function annotated(bytes: Uint8Array, forms: number): Promise<void> {
  const file = await pool.annotate({ bytes, name: '表' }).catch((error: unknown) => {
    if (isRefusal(error)) return null
    throw error
  })
  if (file === null) return
  tally.annotated++
  const again = await pool.check({ bytes: Buffer.from(file.base64, 'base64'), name: '表' })
  if (again.forms.length !== forms) throw new Error(`${again.forms.length} forms where ${forms} were annotated`)
}

let next = first
const started = performance.now()
await Promise.all(
  [1, 2].map(async () => {
    while (next < first + count) await attempt(next++)
  }),
)
await pool.close()
const elapsed = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  `${count} damaged files in ${elapsed} s: ${tally.read} read (${tally.annotated} annotated), ${tally.refused} refused, ${tally.failed} failed; slowest ${(tally.slowest / 1000).toFixed(1)} s (seed ${tally.slowestSeed})`,
)
process.exitCode = tally.failed > 0 ? 1 : 0
