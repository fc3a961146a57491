// Some hundred damaged files of every kind, read in the threads the server reads in: forms or a refusal, nothing else.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { createReadingPool } from '../actions/reading-pool.ts'
import { Problem } from '../kernel/problem.ts'
import { damaged, randomOf } from './damage.test-kit.ts'

/** `npm run fuzz` tries thousands. */
const CASES = 10
/** Small files: the damage counts, not the size. */
const LARGEST = 250_000

const pool = createReadingPool({ threads: 2, seconds: 30, megabytes: 768 })
afterAll(() => pool.close())

const files = ['demo', 'test/golden/files']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .map((path) => ({ path, bytes: Uint8Array.from(readFileSync(path)) }))
  .filter(({ bytes }) => bytes.length < LARGEST)

it.each(files)('$path', async ({ bytes }) => {
  const outcomes = await Promise.all(
    Array.from({ length: CASES }, async (_, seed) => {
      const { bytes: spoilt, how } = damaged(bytes, randomOf(seed))
      return { seed, how, outcome: await outcomeOf(spoilt) }
    }),
  )
  expect(outcomes.filter(({ outcome }) => outcome !== 'read' && !/^表：[^\n]+$/.test(outcome))).toEqual([])
})

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    await pool.check({ bytes, name: '表' })
    return 'read'
  } catch (error) {
    if (error instanceof Problem && error.code === 'document.unusable') return error.message
    return `fault: ${error instanceof Error ? error.stack : String(error)}`
  }
}

it('the same seed gives the same damage', () => {
  const [bytes = new Uint8Array()] = files.map((file) => file.bytes)
  expect(damaged(bytes, randomOf(7))).toEqual(damaged(bytes, randomOf(7)))
  expect(damaged(bytes, randomOf(7))).not.toEqual(damaged(bytes, randomOf(8)))
})
