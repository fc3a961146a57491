import type { AuditEvent, AuditFilter, AuditPage, AuditSearch } from '../api/audit.ts'
import { writeCsvTable } from '../documents/write/csv-table.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { withTx } from '../store/db.ts'
import * as eventList from '../store/event-list.ts'
import * as events from '../store/events.ts'
import { type Context, stampOf } from './context.ts'

/** One page of the audit, newest first. */
export async function listEvents(context: Context, { after, limit, ...filter }: AuditSearch): Promise<AuditPage> {
  const { db, actor } = context
  const page = { after: placeOf(after), limit: limit + 1 }
  const rows = await eventList.search(db, scopeOf(actor, 'audit.read'), filterOf(filter), page)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(viewOf),
    next: last === undefined ? null : `${last.at.toISOString()}~${last.number}~${last.region}`,
  }
}

const viewOf = ({ at, ...event }: eventList.ListedEvent): AuditEvent => ({ ...event, at: at.toISOString() })

const filterOf = ({ from, to, ...same }: AuditFilter): eventList.EventFilter => ({
  ...same,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
})

function placeOf(after: string | undefined): eventList.After | null {
  if (after === undefined) return null
  const [at = '', number = '', ...region] = after.split('~')
  return { at: new Date(at), number: Number(number), region: region.join('~') }
}

export type AuditExport = AuditFilter & { readonly format: 'jsonl' | 'csv' }

/** All that matches, newest first, as a file written while it is read. That it was taken is itself in the audit. */
export async function exportEvents(
  context: Context,
  { format, ...filter }: AuditExport,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> }> {
  const stamp = stampOf(context)
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  await withTx(context.db, (tx) =>
    events.record(tx, { name: 'audit.export', subject: 'audit', details: { format, ...given } }, stamp),
  )
  const rows = everyEvent(context, filterOf(filter))
  const name = `审计记录-${stamp.now.toISOString().slice(0, 10)}.${format}`
  return { name, bytes: format === 'csv' ? writeCsvTable(titles, cellsOf(rows)) : linesOf(rows) }
}

const pageSize = 1000
async function* everyEvent(
  { db, actor }: Context,
  filter: eventList.EventFilter,
): AsyncGenerator<eventList.ListedEvent> {
  const scope = scopeOf(actor, 'audit.read')
  for (let after: eventList.After | null = null; ; ) {
    const rows: readonly eventList.ListedEvent[] = await eventList.search(db, scope, filter, { after, limit: pageSize })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = last
  }
}

const titles = ['地区', '序号', '时间', '人员', '事项', '对象', '详情', '前一条的校验值', '校验值']

async function* cellsOf(rows: AsyncIterable<eventList.ListedEvent>) {
  for await (const { region, number, at, actor, name, subject, details, previousHash, hash } of rows)
    yield [region, number, at.toISOString(), actor, name, subject, JSON.stringify(details), previousHash, hash]
}

async function* linesOf(rows: AsyncIterable<eventList.ListedEvent>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const row of rows) yield encoder.encode(`${JSON.stringify(viewOf(row))}\n`)
}
