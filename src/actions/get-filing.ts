import type { FilingBasis, FilingView } from '../api/filings.ts'
import { bothTargets } from '../kernel/lifecycle/both-targets.ts'
import { earlierSteps, verbsFor } from '../kernel/lifecycle/decide.ts'
import { holder } from '../kernel/lifecycle/filing.ts'
import { registeredCells } from '../kernel/lifecycle/new-form.ts'
import { isReview, type State, states } from '../kernel/lifecycle/state.ts'
import { stepTitle } from '../kernel/lifecycle/verbs.ts'
import type { Reach } from '../kernel/policy/permission.ts'
import type { Role } from '../kernel/policy/roles.ts'
import { problem } from '../kernel/problem.ts'
import type { Database } from '../store/db.ts'
import * as filedForms from '../store/filed-forms.ts'
import { peopleOfTurn } from '../store/filing-list.ts'
import * as steps from '../store/filing-steps.ts'
import type * as filings from '../store/filings.ts'
import type { Context } from './context.ts'
import { headOf } from './filing-head.ts'
import { judge, missingOf } from './judge-filing.ts'
import { commentsOf } from './list-comments.ts'
import { openFiling } from './open-filing.ts'
import { locksOf } from './save-filing.ts'

/** A filing with everything its page shows: form, findings, verbs with reasons, steps, comments. */
export async function getFiling(context: Context, { id }: { id: string }): Promise<FilingView> {
  const { db, actor, now } = context
  const open = await openFiling(context, id)
  const { filing, facts, place } = open
  const stored = await filedForms.version(db, filing.formId, filing.version)
  if (stored === undefined) throw problem('filing.version', { number: filing.version })
  const people = await peopleOf(db, filing)
  const lock = await locksOf(db, open)
  const held = holder(facts, now())
  const check = await judge(context, db, filing, stored.form)
  return {
    ...rowOf(filing),
    version: stored.number,
    layout: filing.layout,
    form: stored.form,
    check,
    missing: await missingOf(db, filing, stored.form, check),
    verbs: verbsFor(actor, facts, place, now()),
    sendBackTo: earlierSteps(facts),
    standing: standingOf(filing, held?.name ?? null, people),
    people,
    accepted: held && filing.accepted ? { ...held, at: filing.accepted.at.toISOString() } : null,
    delegate: filing.delegate,
    onlyCells: lock.only,
    targetsFixed: lock.targets,
    registered: registeredCells(headOf(filing)),
    approvedVersion: filing.approvedVersion,
    publishedAt: filing.publishedAt?.toISOString() ?? null,
    basis: await basisOf(db, filing),
    ...(await recordOf(db, filing)),
    comments: await commentsOf(db, filing.id, stored.form),
  }
}

const rowOf = (filing: filings.Filing) => ({
  id: filing.id,
  state: filing.state,
  stateTitle: states[filing.state],
  revision: filing.revision,
  since: filing.since.toISOString(),
  taskId: filing.taskId,
  taskTitle: filing.taskTitle,
  taskKind: filing.taskKind,
  fiscalYear: filing.fiscalYear,
  organisationId: filing.organisation.id,
  organisation: filing.organisation.name,
  projectId: filing.project?.id ?? null,
  project: filing.project?.name ?? null,
})

/** Who does the step of a state, and from how far above. */
const rolesOfTurn: Readonly<Partial<Record<State, readonly [Role, Exclude<Reach, 'assigned'>]>>> = {
  draft: ['preparer', 'own'],
  returned: ['preparer', 'own'],
  'unit-review': ['unit-reviewer', 'own'],
  'department-review': ['department-reviewer', 'subtree'],
  'finance-review': ['finance-reviewer', 'subtree'],
}

async function peopleOf(db: Database, { state, path, delegate }: filings.Filing) {
  if (delegate !== null) return [delegate]
  const turn = rolesOfTurn[state]
  return turn === undefined ? [] : peopleOfTurn(db, path, turn[0], turn[1])
}

/** 2024-03-05起在主管部门审核（王五、赵六），王五已受理。 */
function standingOf(filing: filings.Filing, held: string | null, people: readonly { readonly name: string }[]): string {
  const names = people.map(({ name }) => name).join('、')
  const who = names === '' ? (isReview(filing.state) ? '（尚未指定人员）' : '') : `（${names}）`
  const day = new Date(filing.since.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return `${day}起${states[filing.state]}${who}${held === null ? '' : `，${held}已受理`}。`
}

async function basisOf(db: Database, { basisId, basisVersion }: filings.Filing): Promise<FilingBasis | null> {
  if (basisId === null || basisVersion === null) return null
  const adjusted = await filedForms.versionOfFiling(db, basisId, basisVersion)
  const first = await steps.firstApproved(db, basisId)
  const initial = await filedForms.versionOfFiling(db, basisId, first ?? basisVersion)
  const inForce = await filedForms.inForce(db, basisId)
  return {
    filingId: basisId,
    version: basisVersion,
    outdated: inForce !== undefined && inForce !== basisVersion,
    targets: adjusted && initial ? bothTargets(initial.form, adjusted.form) : [],
  }
}

async function recordOf(db: Database, { id }: filings.Filing) {
  const [done, assignments] = [await steps.list(db, id), await steps.assignments(db, id)]
  return {
    steps: done.map((step) => ({ ...step, title: stepTitle(step.verb), at: step.at.toISOString() })),
    assignments: assignments.map(({ assignedAt, doneAt, ...rest }) => ({
      ...rest,
      doneAt: doneAt?.toISOString() ?? null,
    })),
  }
}
