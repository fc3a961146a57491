// What the present step of a filing asks to be proved, and what of it is still owed.
import { type Checked, checked, type Given, missingEvidence } from '../kernel/evidence/checklist.ts'
import type { Form } from '../kernel/form/form.ts'
import type { MissingCell } from '../kernel/lifecycle/missing-cells.ts'
import { isEditable, type TaskKind } from '../kernel/lifecycle/state.ts'
import type { Database } from '../store/db.ts'
import * as evidence from '../store/evidence.ts'
import type * as filings from '../store/filings.ts'
import * as tasks from '../store/tasks.ts'

type Filing = Pick<filings.Filing, 'id' | 'taskId' | 'taskKind' | 'adjustmentTaskId' | 'state'>

/** While an adjustment is drafted its own checklist counts. */
export const stepOf = ({ taskKind, adjustmentTaskId }: Filing): TaskKind =>
  adjustmentTaskId === null ? taskKind : 'adjustment'

export async function checklistOf(
  db: Database,
  filing: Filing,
  form: Form,
  files: readonly Given[],
): Promise<readonly Checked[]> {
  const task = await tasks.load(db, filing.adjustmentTaskId ?? filing.taskId)
  return checked(stepOf(filing), form, files, task?.evidence)
}

/** Evidence without which the form cannot be handed in; nothing of one that has been. */
export async function owedEvidence(db: Database, filing: Filing, form: Form): Promise<readonly MissingCell[]> {
  if (!isEditable(filing.state)) return []
  const checklist = await checklistOf(db, filing, form, await evidence.list(db, filing.id))
  return missingEvidence(checklist, form)
}
