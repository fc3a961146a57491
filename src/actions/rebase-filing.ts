import { type Conflict, merge } from '../kernel/form/merge.ts'
import { withKeys } from '../kernel/form/pairing.ts'
import { reread } from '../kernel/form/reread.ts'
import { reportOn } from '../kernel/lifecycle/new-form.ts'
import { problem } from '../kernel/problem.ts'
import type { Tx } from '../store/db.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as steps from '../store/filing-steps.ts'
import type * as filings from '../store/filings.ts'
import { stampOf } from './context.ts'
import { headOf } from './filing-head.ts'
import { layoutOf } from './layout-of.ts'
import { type Moving, moveFiling } from './move-filing.ts'

/**
 * Puts a report on the target as it was approved anew: its indicators, targets and budget are the new ones, what was
 * filled in stays. Problem: filing.rebaseConflict where a result stands in a row or cell the new target changes.
 */
export const rebaseFiling = moveFiling('rebase', async ({ context, tx, open: { filing } }: Moving) => {
  const { basisId, basisVersion } = filing
  const inForce = basisId === null ? undefined : await filedForms.inForce(tx, basisId)
  if (basisId === null || basisVersion === null || inForce === undefined) return {}
  const [before, after] = [
    await reportAt(tx, filing, basisId, basisVersion),
    await reportAt(tx, filing, basisId, inForce),
  ]
  const current = await filedForms.version(tx, filing.formId, filing.version)
  if (current === undefined) throw problem('filing.version', { number: filing.version })
  const { form, conflicts } = merge(before, current.form, after)
  if (conflicts.length > 0) throw conflicting(conflicts)
  const reason = `按批复目标第${inForce}版更新`
  // A target whose direction alone is new says something else by the same text.
  const whole = reread(form, current.form)
  await filedForms.saveDraft(tx, filing.formId, withKeys(whole, current.form, context.newId), {
    stamp: stampOf(context),
    reason,
  })
  return { basis_version: inForce }
})

/** The report as it would have begun on one version of its target. */
async function reportAt(tx: Tx, filing: filings.Filing, basisId: string, number: number) {
  const approved = await filedForms.versionOfFiling(tx, basisId, number)
  if (approved === undefined) throw problem('filing.version', { number })
  const first = (await steps.firstApproved(tx, basisId)) ?? number
  const initial = first === number ? approved : await filedForms.versionOfFiling(tx, basisId, first)
  return reportOn((initial ?? approved).form, approved.form, layoutOf(filing.layout), headOf(filing))
}

const conflicting = (conflicts: readonly Conflict[]) =>
  problem(
    'filing.rebaseConflict',
    { count: conflicts.length, first: conflicts[0]?.label ?? '' },
    conflicts.map(({ path, label, base, mine, theirs }) => ({
      path,
      message: `${label}：您填的是“${mine ?? '（空白）'}”，新批复的目标为“${theirs ?? '（空白）'}”。`,
      base,
      mine,
      theirs,
    })),
  )
