// What a statement reads of which table, as the server tells after running it.
import type pg from 'pg'

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Actual Loops'?: number
  readonly Plans?: readonly Plan[]
}

export type Read = {
  readonly table: string
  /** Looked at, however few were kept. */
  readonly rows: number
  /** From one end to the other, by no index. */
  readonly whole: boolean
  /** By the index alone, without a row of the table. */
  readonly indexOnly: boolean
}

/** Of anything but a query: nothing. */
export async function readsOf(client: pg.Client, text: string, values: readonly unknown[]): Promise<readonly Read[]> {
  if (!/^\s*(select|with)/i.test(text)) return []
  const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values])
  const found: Read[] = []
  const visit = (plan: Plan): void => {
    const table = plan['Relation Name']
    const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
    const read = Math.round(((plan['Actual Rows'] ?? 0) + removed) * (plan['Actual Loops'] ?? 1))
    const how = { whole: plan['Node Type'].endsWith('Seq Scan'), indexOnly: plan['Node Type'] === 'Index Only Scan' }
    if (table !== undefined) found.push({ table, rows: read, ...how })
    for (const below of plan.Plans ?? []) visit(below)
  }
  visit(rows[0]['QUERY PLAN'][0].Plan)
  return found
}
