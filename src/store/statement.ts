// A statement that is built once and sent many times: what every request asks is not put together for each of them anew.
import { type CompiledQuery, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { Database } from './db.ts'

/** Stands in a built statement where a value comes when it is sent. */
type Place<G> = { readonly [place]: (given: G) => unknown }
const place = Symbol('place')

const isPlace = <G>(parameter: unknown): parameter is Place<G> =>
  typeof parameter === 'object' && parameter !== null && place in parameter

/** A place for a value of what is given. */
export type Value<G> = <T>(of: (given: G) => T) => RawBuilder<T>

type Built<R> = { readonly compile: (by: QueryExecutorProvider) => CompiledQuery<R> }

/**
 * `build` is called once, for the first that asks; every later one sends the same text with values of its own. So nothing
 * of a statement but its values may depend on what is given. Answers the rows.
 */
export function statement<G, R>(
  build: (value: Value<G>, db: Database) => Built<R>,
): (db: Database, given: G) => Promise<R[]> {
  let built: CompiledQuery<R> | undefined
  const value: Value<G> = (of) => sql`${{ [place]: of } satisfies Place<G>}`
  return async (db, given) => {
    built ??= build(value, db).compile(db)
    const parameters = built.parameters.map((one) => (isPlace<G>(one) ? one[place](given) : one))
    return (await db.executeQuery<R>({ ...built, parameters })).rows
  }
}
