import type { StartableRow } from '../api/work.ts'
import { deadline, phaseOn } from '../kernel/cycle/window.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { startable } from '../store/startable.ts'
import { type Context, dayOf } from './context.ts'

const most = 500

/** 待开始: forms that are asked for and not begun, of the units this person fills in for. */
export async function listStartable(context: Context): Promise<readonly StartableRow[]> {
  const today = dayOf(context)
  const rows = await startable(context.db, scopeOf(context.actor, 'filing.edit'), today, most)
  return rows
    .filter((row) => phaseOn(row, today) !== 'closed')
    .map(({ opensOn, dueOn, closesOn, extendedTo, closed, ...row }) => {
      const due = deadline({ opensOn, dueOn, closesOn, extendedTo, closed })
      return { ...row, dueOn: due, late: today > due }
    })
}
