// The statements of one save, recorded on their way to the server and sent again without the program around them.
import pg from 'pg'

type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }
/** The statements of one preparer's save, and the number of the version it wrote. */
export type Save = { readonly statements: readonly Statement[]; readonly version: number }

type Query = (config: string | Statement, values?: readonly unknown[], ...rest: unknown[]) => unknown

/** Notes what every connection opened afterwards sends while `work` runs. */
export function recorder(): (work: () => Promise<unknown>) => Promise<Statement[]> {
  let into: Statement[] | null = null
  const prototype = pg.Client.prototype as unknown as { query: Query } // its overloads cannot be written once
  const query = prototype.query
  prototype.query = function (this: pg.Client, config, values, ...rest) {
    into?.push(typeof config === 'string' ? { text: config, values: values ?? [] } : config)
    return query.call(this, config, values, ...rest)
  }
  return async (work) => {
    const recorded: Statement[] = []
    into = recorded
    await work()
    into = null
    return recorded
  }
}

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

/** Every preparer sends their save again and again; only the number of the version written goes on. */
async function replay({ connection, poolSize, saves, seconds }: Replay): Promise<Replayed> {
  const pool = new pg.Pool({ ...connection, max: poolSize })
  const took: number[] = []
  const from = performance.now()
  const until = from + seconds * 1000
  const one = async (save: Save): Promise<Save> => {
    let { version, statements } = save
    const begin = statements.findIndex(({ text }) => text === 'begin')
    while (performance.now() < until) {
      const began = performance.now()
      statements = statements.map((statement) => nextVersion(statement, version))
      version++
      for (const statement of statements.slice(0, begin)) await pool.query(plain(statement))
      const client = await pool.connect()
      for (const statement of statements.slice(begin)) await client.query(plain(statement))
      client.release()
      took.push(performance.now() - began)
    }
    return { version, statements }
  }
  const left = await Promise.all(saves.map(one))
  await pool.end()
  return { took, saves: left, seconds: (performance.now() - from) / 1000 }
}

/** A version is written once: the recorded insert must write the next one each time. */
function nextVersion(statement: Statement, version: number): Statement {
  if (!/^insert into "form_version"|with .*insert into form_version/s.test(statement.text)) return statement
  return { ...statement, values: statement.values.map((value) => (value === version ? version + 1 : value)) }
}

const plain = ({ name, text, values }: Statement) =>
  name === undefined ? { text, values: [...values] } : { name, text, values: [...values] }

process.on('message', (asked) => {
  void replay(asked as Replay).then((done) => process.send?.(done)) // the parent sends nothing else
})
