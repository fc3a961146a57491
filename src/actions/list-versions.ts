import type { VersionRow, VersionView } from '../api/versions.ts'
import { type Change, difference } from '../kernel/form/difference.ts'
import { problem } from '../kernel/problem.ts'
import * as filedForms from '../store/filed-forms.ts'
import { history } from '../store/forms.ts'
import type { Context } from './context.ts'
import { openFiling } from './open-filing.ts'
import { versionsOf } from './save-filing.ts'

/** Every version of a filing's form, the newest first. */
export async function listVersions(context: Context, { filingId }: { filingId: string }): Promise<VersionRow[]> {
  const { filing } = await openFiling(context, filingId)
  return (await history(context.db, filing.formId)).map(({ savedAt, ...row }) => ({
    ...row,
    savedAt: savedAt.toISOString(),
  }))
}

export async function getVersion(
  context: Context,
  { filingId, number }: { filingId: string; number: number },
): Promise<VersionView> {
  const { filing } = await openFiling(context, filingId)
  const stored = await filedForms.version(context.db, filing.formId, number)
  if (stored === undefined) throw problem('filing.version', { number })
  return { ...stored, savedAt: stored.savedAt.toISOString() }
}

/** What changed in meaning from one version to another, the newest where none is named. */
export async function compareVersions(
  context: Context,
  { filingId, from, to }: { filingId: string; from: number; to?: number | undefined },
): Promise<readonly Change[]> {
  const { filing } = await openFiling(context, filingId)
  const { base, current } = await versionsOf(context.db, { ...filing, version: to ?? filing.version }, from)
  return difference(base, current)
}
