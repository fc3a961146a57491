import type { FilingFilter, FilingList, FilingSearch, FilingTally } from '../api/filings.ts'
import { nextWorkingDay } from '../kernel/calendar/calendar.ts'
import { overdueBefore } from '../kernel/lifecycle/overdue.ts'
import { riskOf } from '../kernel/lifecycle/risk.ts'
import { states } from '../kernel/lifecycle/state.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as filingList from '../store/filing-list.ts'
import { type Context, dayOf } from './context.ts'

/** One page of filings: the inbox, what was sent on, what is late, or everything within reach. */
export async function listFilings(
  context: Context,
  { after, limit, order = 'waiting', ...filter }: FilingSearch,
): Promise<FilingList> {
  const { db, actor } = context
  const [scope, turns, overdue] = [scopeOf(actor, 'filing.read'), turnsOf(actor), overdueBefore(dayOf(context))]
  const page = { order, after: after === undefined ? null : placeAfter(after), limit: limit + 1, overdue }
  const rows = await filingList.list(db, scope, turns, filter, page)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(({ since, createdAt, remindedAt, riskFacts, ...row }) => ({
      ...row,
      remindedAt: remindedAt?.toISOString() ?? null,
      dueOn: nextWorkingDay(row.dueOn),
      stateTitle: states[row.state],
      risk: riskFacts && riskOf(riskFacts),
      since: since.toISOString(),
    })),
    next: last === undefined ? null : `${order === 'risk' ? (last.risk ?? '-1') : last.since.toISOString()}~${last.id}`,
    total: await filingList.count(db, scope, turns, filter, overdue),
  }
}

/** How many of them there are, by what the list can be narrowed with. */
export async function tallyFilings(context: Context, filter: FilingFilter): Promise<FilingTally> {
  const { db, actor } = context
  const [scope, turns, overdue] = [scopeOf(actor, 'filing.read'), turnsOf(actor), overdueBefore(dayOf(context))]
  const rows = await filingList.tally(db, scope, turns, filter, overdue)
  const by = (line: (row: (typeof rows)[number]) => { id: string | null; name: string | null }) =>
    rows.flatMap((row) => {
      const { id, name } = line(row)
      return id === null || name === null ? [] : [{ id, name, count: row.count }]
    })
  return {
    tasks: by(({ taskId, task }) => ({ id: taskId, name: task })),
    organisations: by(({ organisationId, organisation }) => ({ id: organisationId, name: organisation })),
    states: by(({ state }) => ({ id: state, name: state === null ? null : states[state] })),
  }
}

/** Where it is this actor's turn. */
export const turnsOf = (actor: Actor): filingList.Turns => ({
  person: actor.id,
  prepare: scopeOf(actor, 'filing.edit'),
  review: {
    'unit-review': scopeOf(actor, 'filing.unit-review'),
    'department-review': scopeOf(actor, 'filing.department-review'),
    'finance-review': scopeOf(actor, 'filing.finance-review'),
  },
})

/** "time~id" or "risk~id" of the row the page before ended with. */
function placeAfter(text: string): filingList.After {
  const [time = '', id = ''] = text.split('~')
  if (/^-?\d+(\.\d+)?$/.test(time) && isId(id)) return { risk: time, id }
  const at = new Date(time)
  if (Number.isNaN(at.getTime()) || !isId(id)) throw problem('input.invalid', { message: 'after 不是上一页给出的位置' })
  return { at, id }
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
