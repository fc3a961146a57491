// Cells that may not be changed in the state a filing is in: the approved targets of a self-evaluation, and what was not sent back.

import { cellOf } from '../form/cells.ts'
import { type ChangedPath, changedPaths, isWithin } from '../form/changed-paths.ts'
import type { Form } from '../form/form.ts'
import { placeOf } from '../form/type-in.ts'

/** Cells of an indicator that were approved with the budget: 自评的指标应与批复的一致. */
const approvedCells = [
  'dimension',
  'aspect',
  'name',
  'description',
  'target',
  'nature',
  'direction',
  'measureUnit',
  'goal',
]
/** Fixed where the approved target gave them, open where it did not: many targets are approved without points. */
const fixedWhereGiven = ['weight']

export type Lock = {
  /** The indicators and targets are those that were approved. */
  readonly targets: boolean
  /** Only these cells and rows may be changed; null = all. */
  readonly only: readonly string[] | null
}

/** What a save changes although it may not, in Chinese; empty = it may be saved. */
export function fixedChanges(before: Form, after: Form, lock: Lock): readonly { path: string; message: string }[] {
  return changedPaths(before, after).flatMap((change) => {
    const reason = reasonAgainst(change, lock)
    return reason === null ? [] : [{ path: change.path, message: `${change.label}：${reason}` }]
  })
}

/** Why the cell at a path may not be changed, a Chinese reason; null where it may. For the editor, before anything is typed. */
export function fixedBecause(form: Form, path: string, lock: Lock): string | null {
  const place = placeOf(path)
  const before = place ? (form[place.table][place.index] ?? null) : form
  const name = place?.name ?? path
  return reasonAgainst({ path, label: name, cell: place ? name : null, before: before && cellOf(before, name) }, lock)
}

function reasonAgainst({ path, cell, before }: ChangedPath, { targets, only }: Lock): string | null {
  if (targets && isTarget(path, cell, before)) return '以批复的绩效目标为准'
  return only === null || isWithin(path, only) ? null : '本次只退回了部分内容'
}

function isTarget(path: string, cell: string | null, before: unknown): boolean {
  if (path.startsWith('goals.')) return path !== 'goals.actual' && before !== null
  if (!path.startsWith('indicators')) return /^funds\[\d+\]\.initialBudget$/.test(path) && before !== null
  if (cell === null || approvedCells.includes(cell)) return true
  return fixedWhereGiven.includes(cell) && before !== null
}
