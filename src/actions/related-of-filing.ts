// Everything the record knows beside a filing's form, as the rules ask for it. What is not known is left out, and the
// engine says so.
import { deadline } from '../kernel/cycle/window.ts'
import { proofOf } from '../kernel/evidence/proof.ts'
import type { Form } from '../kernel/form/form.ts'
import { isEditable, isReview, setsTargets } from '../kernel/lifecycle/state.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { monthOf } from '../kernel/review/relate.ts'
import type { MonitoringRound, Publication, RegisteredProject, Related } from '../kernel/review/related.ts'
import type { Database } from '../store/db.ts'
import * as evidence from '../store/evidence.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as record from '../store/filing-record.ts'
import type * as filings from '../store/filings.ts'
import * as precedents from '../store/precedents.ts'
import { type Context, dayAt, dayOf } from './context.ts'

/** What belongs to a filing as `form` is to be judged: the version given stands where the stored one would. */
export async function relatedOf(context: Context, db: Database, filing: filings.Filing, form: Form): Promise<Related> {
  const scope = scopeOf(context.actor, 'filing.read')
  const target = await targetOf(db, filing)
  const before = await lastYearOf(context, db, filing)
  const rounds = await roundsOf(context, db, filing, form)
  const projects = await projectsOf(db, filing)
  const publication = await publicationOf(db, filing)
  const files = await evidence.list(db, filing.id)
  return {
    today: dayOf(context),
    siblings: (await record.siblings(db, scope, filing)).map((one) => (one.id === filing.id ? form : one.form)),
    organisations: [filing.organisation, ...filing.above].map(({ code, name }) => ({ code, name })),
    evidence: proofOf(filing.taskKind, form, files),
    ...(target ? { approvedTarget: target } : {}),
    ...(before ? { lastYear: before } : {}),
    ...(rounds.length > 0 ? { monitoring: rounds } : {}),
    ...(projects ? { projects } : {}),
    ...(publication ? { publication } : {}),
  }
}

/** The approved version a filing reports on. */
async function targetOf(db: Database, { basisId, basisVersion }: filings.Filing): Promise<Form | undefined> {
  if (basisId === null || basisVersion === null) return undefined
  return (await filedForms.versionOfFiling(db, basisId, basisVersion))?.form
}

async function lastYearOf({ actor }: Context, db: Database, filing: filings.Filing): Promise<Form | undefined> {
  const { project, organisation, fiscalYear } = filing
  if (project) return (await filedForms.ofLastYear(db, project.id, fiscalYear - 1))?.form
  const subject = { projectId: null, organisationId: organisation.id, year: fiscalYear - 1 }
  return precedents.formOf(db, scopeOf(actor, 'form.read'), subject)
}

async function roundsOf(
  { actor }: Context,
  db: Database,
  filing: filings.Filing,
  form: Form,
): Promise<readonly MonitoringRound[]> {
  if (setsTargets(filing.taskKind)) return []
  const found = await record.rounds(db, scopeOf(actor, 'filing.read'), filing)
  if (found.length === 0) return []
  const adjustmentApplied = filing.basisId === null ? null : await record.wasAdjusted(db, filing.basisId)
  return found.map((round) => ({
    form: round.id === filing.id ? form : round.form,
    throughMonth: monthOf(round.form.title) ?? monthOf(round.title),
    dueOn: deadline(round.window),
    submittedOn: round.submittedAt && dayAt(round.submittedAt),
    // warnings are given outside this system so far
    warnedOn: null,
    settledOn: null,
    adjustmentApplied,
  }))
}

/**
 * The projects that must have a form. Only for those who review: whoever hands in the first form of an office must not
 * be stopped because the others are not begun.
 */
async function projectsOf(db: Database, filing: filings.Filing): Promise<readonly RegisteredProject[] | undefined> {
  const { state, project, organisation, fiscalYear } = filing
  if (isEditable(state) || project === null) return undefined
  const names = await record.projectNames(db, organisation.id, fiscalYear)
  return names.map((name) => ({ name, unit: organisation.name }))
}

/**
 * Known once it is approved. The twenty days of the law run from the approval of budget or accounts: a target is
 * approved with its budget; of a report only its own approval is known, not that of the accounts.
 */
async function publicationOf(db: Database, filing: filings.Filing): Promise<Publication | undefined> {
  const { state, approvedVersion, taskKind } = filing
  if (approvedVersion === null || isEditable(state) || isReview(state)) return undefined
  const known = await record.publication(db, filing)
  if (known === undefined) return undefined
  const published = known.retractedAt === null ? known.publishedAt : null
  return {
    approvedOn: setsTargets(taskKind) && known.approvedAt ? dayAt(known.approvedAt) : null,
    publishedOn: published && dayAt(published),
    withheldBecause: null,
    approvedHash: known.approvedHash,
    publishedHash: published && known.publishedHash,
    statedAmounts: [],
  }
}
