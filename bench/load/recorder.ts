// The statements of the program, noted on their way to the server.
import pg from 'pg'

export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }

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
