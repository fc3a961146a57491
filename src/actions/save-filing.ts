import type { SavedFiling } from '../api/filings.ts'
import type { Form } from '../kernel/form/form.ts'
import { type Conflict, merge } from '../kernel/form/merge.ts'
import { withKeys } from '../kernel/form/pairing.ts'
import { reread } from '../kernel/form/reread.ts'
import { fixedChanges, type Lock } from '../kernel/lifecycle/fixed-cells.ts'
import { withHead } from '../kernel/lifecycle/new-form.ts'
import { isEditable, setsTargets } from '../kernel/lifecycle/state.ts'
import { problem } from '../kernel/problem.ts'
import { type Database, retrying, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as filingSaves from '../store/filing-saves.ts'
import * as steps from '../store/filing-steps.ts'
import type * as filings from '../store/filings.ts'
import { type Context, stampOf } from './context.ts'
import { headOf } from './filing-head.ts'
import { refuseVerb } from './move-filing.ts'
import { lockFiling, type OpenFiling, openFiling } from './open-filing.ts'
import { answerWritten } from './written-answer.ts'

type Edit = { readonly id: string; readonly version: number; readonly form: Form }

/**
 * Saves the whole form as a new version. `version` = the one it was edited from: what others saved since is merged in
 * cell by cell. Problems: filing.conflict with both values of every cell, filing.fixedCells, and those of the verb.
 *
 * Nobody waits for the reading and comparing: only what is written says whether the filing is still as it was read. If
 * somebody was quicker, it is done again with the filing locked.
 */
export async function saveFiling(context: Context, edit: Edit): Promise<SavedFiling> {
  const { db } = context
  const open = await openFiling(context, edit.id)
  const ready = await merged(context, db, open, edit)
  const saved = await retrying(() => store(context, db, open.filing, ready))
  if (saved !== undefined) return saved
  return withTx(db, async (tx) => {
    const locked = await lockFiling(context, tx, edit.id)
    await events.beginChain(tx, locked.filing.region)
    const again = await store(context, tx, locked.filing, await merged(context, tx, locked, edit))
    if (again === undefined) throw new Error('a locked filing was changed')
    return again
  })
}

type Ready = { readonly form: Form; readonly merged: boolean }

/** The form to be stored: what was sent over what is there. */
async function merged(context: Context, db: Database, open: OpenFiling, { version, form }: Edit): Promise<Ready> {
  refuseVerb('save', context, open)
  const { base, current } = await versionsOf(db, open.filing, version)
  const mine = edited(form, base, open.filing, context.newId)
  const { form: both, conflicts } = merge(base, mine, current)
  if (conflicts.length > 0) throw conflicting(conflicts)
  refuseFixed(current, both, await locksOf(db, open))
  return { form: reread(both, current), merged: version !== open.filing.version }
}

export async function versionsOf(
  db: Database,
  filing: filings.Filing,
  number: number,
): Promise<{ base: Form; current: Form }> {
  const found = await filedForms.versions(db, filing.formId, [...new Set([number, filing.version])])
  const [base, current] = [found.get(number), found.get(filing.version)]
  if (base === undefined || current === undefined) throw problem('filing.version', { number })
  return { base, current }
}

/** What a person sent, as it may be compared: head from the registry, values from their texts, a key on every row. */
export function edited(form: Form, base: Form, filing: filings.Filing, newKey: () => string): Form {
  const { kind, layout, amountUnit } = base
  const own: Form = { ...form, kind, amountUnit, ...(layout === undefined ? {} : { layout }) }
  return withKeys(reread(withHead(own, headOf(filing)), base), base, newKey)
}

const conflicting = (conflicts: readonly Conflict[]) =>
  problem(
    'filing.conflict',
    { count: conflicts.length, first: conflicts[0]?.label ?? '' },
    conflicts.map(({ path, label, base, mine, theirs }) => ({
      path,
      message: `${label}：您改为“${mine ?? '（空白）'}”，他人已改为“${theirs ?? '（空白）'}”，原为“${base ?? '（空白）'}”。`,
      base,
      mine,
      theirs,
    })),
  )

/** What may not be changed where the filing stands. */
export async function locksOf(db: Database, { filing }: OpenFiling): Promise<Lock> {
  return {
    targets: !setsTargets(filing.taskKind) && filing.basisId !== null,
    only: await returnedCells(db, filing),
  }
}

/** What opens a form to its preparer; the last one says how far. A withdrawal changes nothing about it. */
const opening: readonly string[] = ['send-back', 'adjust', 'reopen']

/** The cells the last return named; null where the whole form is open. */
async function returnedCells(db: Database, filing: filings.Filing): Promise<readonly string[] | null> {
  // Most saves are of what was never handed in: nothing can have been sent back.
  if (!isEditable(filing.state) || filing.submittedAt === null) return null
  const last = (await steps.list(db, filing.id)).findLast(({ to, verb }) => opening.includes(verb) && isEditable(to))
  return last === undefined || last.paths.length === 0 ? null : last.paths
}

/** Problem: filing.fixedCells. */
export function refuseFixed(before: Form, after: Form, lock: Lock): void {
  if (!lock.targets && lock.only === null) return
  const fixed = fixedChanges(before, after, lock)
  if (fixed.length === 0) return
  const reason = lock.targets ? '自评的指标和目标值以批复的为准，不能修改' : '本次只退回了部分内容，其余不能修改'
  throw problem('filing.fixedCells', { reason, count: fixed.length, first: fixed[0]?.message ?? '' }, fixed)
}

/** A new version, who wrote it, and the event; nothing of it where the content is the same; undefined: see `append`. */
async function store(
  context: Context,
  db: Database,
  filing: filings.Filing,
  { form, merged }: Ready,
): Promise<SavedFiling | undefined> {
  const { id, region } = filing
  const saved = await filingSaves.append(db, filing, form, {
    stamp: stampOf(context),
    person: context.actor.id,
    reason: '保存',
    event: (version, hash) => ({ region, name: 'filing.save', subject: id, details: { version, hash } }),
  })
  if (saved === undefined) return undefined
  const { revision, version, outcome, bytes } = saved
  const head = { id, revision, version, outcome, merged }
  return bytes === null ? { ...head, form } : answerWritten(head, 'form', { value: form, json: bytes })
}
