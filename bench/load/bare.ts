// The statements of one save, sent again without the program around them.
import pg from 'pg'
import type { Statement } from './recorder.ts'

/** A statement with the places of its values that count up from save to save: version, revision. */
type Step = Statement & { readonly counters: readonly number[] }
/** The statements of one preparer's save. */
export type Save = readonly Step[]

/** What goes on from one save to the next is known from two of them. */
export function saveOf(first: readonly Statement[], second: readonly Statement[]): Save {
  if (first.length !== second.length) throw new Error('two saves of one kind sent different statements')
  return second.map((statement, i) => ({
    ...statement,
    counters: statement.values.flatMap((value, at) => (value === countedUp(first[i]?.values[at]) ? [at] : [])),
  }))
}

const countedUp = (value: unknown): number => (typeof value === 'number' ? value + 1 : Number.NaN)

export type Replay = {
  readonly connection: pg.PoolConfig
  readonly poolSize: number
  readonly saves: readonly Save[]
  readonly seconds: number
}
export type Replayed = {
  readonly took: readonly number[]
  readonly seconds: number
  /** As they stand now, to go on with. */
  readonly saves: readonly Save[]
}

/** Kept from turn to turn, as the program keeps its own. */
let pool: pg.Pool | undefined

/** Every preparer sends their save again and again, each time as of the version the last one wrote. */
async function replay({ connection, poolSize, saves, seconds }: Replay): Promise<Replayed> {
  pool ??= new pg.Pool({ ...connection, max: poolSize })
  const own = pool
  const took: number[] = []
  const from = performance.now()
  const until = from + seconds * 1000
  const one = async (recorded: Save): Promise<Save> => {
    let save = recorded
    while (performance.now() < until) {
      const began = performance.now()
      save = save.map(next)
      for (const step of save) await send(own, step)
      took.push(performance.now() - began)
    }
    return save
  }
  const left = await Promise.all(saves.map(one))
  return { took, saves: left, seconds: (performance.now() - from) / 1000 }
}

function next(step: Step): Step {
  if (step.counters.length === 0) return step
  const values = step.values.map((value, at) => (step.counters.includes(at) ? countedUp(value) : value))
  return { ...step, values }
}

async function send(pool: pg.Pool, { name, text, values, counters }: Step): Promise<void> {
  const { rowCount } = await pool.query(
    name === undefined ? { text, values: [...values] } : { name, text, values: [...values] },
  )
  if (counters.length > 0 && rowCount !== 1) throw new Error(`${rowCount} rows instead of one: ${text.slice(0, 80)}`)
}

process.on('message', (asked) => {
  void replay(asked as Replay).then((done) => process.send?.(done)) // the parent sends nothing else
})
process.on('disconnect', () => void pool?.end())
