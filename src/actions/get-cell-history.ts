import type { CellChange } from '../api/audit.ts'
import { cellHistory } from '../kernel/lifecycle/cell-history.ts'
import * as filedForms from '../store/filed-forms.ts'
import type { Context } from './context.ts'
import { openFiling } from './open-filing.ts'

/** Who changed a cell when, the oldest first; it is followed by its row, wherever that stood. */
export async function getCellHistory(
  context: Context,
  { filingId, path }: { filingId: string; path: string },
): Promise<readonly CellChange[]> {
  const { filing } = await openFiling(context, filingId)
  const versions = await filedForms.everyVersion(context.db, filing.formId)
  return cellHistory(versions, path).map(({ savedAt, ...change }) => ({ ...change, savedAt: savedAt.toISOString() }))
}
