// Editing offline: a filing goes out as a workbook and comes back through a three-way merge, with a preview first.
import type { ImportedWorkbook } from '../api/workbooks.ts'
import { editedInWorkbook, filingWorkbook, workbookOrigin } from '../documents/filing-workbook.ts'
import { difference } from '../kernel/form/difference.ts'
import { merge } from '../kernel/form/merge.ts'
import { fixedChanges } from '../kernel/lifecycle/fixed-cells.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as filedForms from '../store/filed-forms.ts'
import { type Context, stampOf } from './context.ts'
import { openFiling } from './open-filing.ts'
import { type FormReader, readHere } from './read-forms.ts'
import { edited, locksOf, saveFiling, versionsOf } from './save-filing.ts'

/** The newest version as xlsx. What leaves the system is noted in the audit. */
export async function takeWorkbook(context: Context, { id }: { id: string }): Promise<{ name: string; bytes: Buffer }> {
  const { filing } = await openFiling(context, id)
  const stored = await filedForms.version(context.db, filing.formId, filing.version)
  if (stored === undefined) throw problem('filing.version', { number: filing.version })
  const bytes = filingWorkbook(stored.form, id, filing.version)
  const { region, version } = filing
  await withTx(context.db, (tx) =>
    events.record(
      tx,
      { region, name: 'filing.export', subject: id, details: { version, format: 'xlsx' } },
      stampOf(context),
    ),
  )
  return { name: `${filing.project?.name ?? filing.organisation.name}（第${version}版）.xlsx`, bytes }
}

type Brought = {
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly dryRun: 'true' | 'false'
}

/**
 * With `dryRun` what it would change, which conflicts there are and which cells are locked; else it is saved like any
 * other edit of the version it was taken from. Problems: workbook.foreign, document.unusable, and those of saving.
 */
export async function bringWorkbook(
  context: Context,
  { id, name, bytes, dryRun }: Brought,
  read: FormReader = readHere,
): Promise<ImportedWorkbook> {
  const open = await openFiling(context, id)
  const origin = workbookOrigin(bytes, name)
  if (origin?.filing !== id) throw problem('workbook.foreign', { name })
  const { base, current } = await versionsOf(context.db, open.filing, origin.version)
  const mine = edited(await editedInWorkbook(base, bytes, name, read), base, open.filing, context.newId)
  const { form, conflicts } = merge(base, mine, current)
  const saved = dryRun === 'false'
  if (saved) await saveFiling(context, { id, version: origin.version, form: mine })
  return {
    changes: difference(base, mine).map(({ path, message }) => ({ path, message })),
    conflicts,
    refused: fixedChanges(current, form, await locksOf(context.db, open)),
    exportedVersion: origin.version,
    version: open.filing.version,
    saved,
  }
}
