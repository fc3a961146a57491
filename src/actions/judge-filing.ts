// What the rules say of a filing's form, with everything the record knows beside it.
import type { Form } from '../kernel/form/form.ts'
import { type MissingCell, missingCells } from '../kernel/lifecycle/missing-cells.ts'
import { type RiskFacts, riskFacts } from '../kernel/lifecycle/risk.ts'
import { unexplainedScores } from '../kernel/lifecycle/unexplained-scores.ts'
import { problem } from '../kernel/problem.ts'
import { profileOf } from '../kernel/profile/choose.ts'
import { checkForm, type FormCheck } from '../kernel/review/check.ts'
import type { Finding } from '../kernel/review/review-rule.ts'
import type { Database } from '../store/db.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as steps from '../store/filing-steps.ts'
import type * as filings from '../store/filings.ts'
import type { Context } from './context.ts'
import { owedEvidence } from './evidence-checklist.ts'
import { relatedOf } from './related-of-filing.ts'

/** The check under the profile of its cycle, against all the record knows. */
export const judge = async (context: Context, db: Database, filing: filings.Filing, form: Form): Promise<FormCheck> =>
  checkForm(form, profileOf(filing.profile), await relatedOf(context, db, filing, form))

/** What a form still lacks before it can be handed in: cells, reasons for scores given by hand, evidence. */
export const missingOf = async (
  db: Database,
  filing: filings.Filing,
  form: Form,
  check: FormCheck,
): Promise<readonly MissingCell[]> => [
  ...missingCells(form),
  ...(filing.taskKind === 'self-evaluation' ? unexplainedScores(form, check, profileOf(filing.profile)) : []),
  ...(await owedEvidence(db, filing, form)),
]

/**
 * What the check found of a form that may be submitted.
 * Problem: filing.incomplete, naming every cell that must be put right before.
 */
export async function refuseUnfit(
  context: Context,
  db: Database,
  filing: filings.Filing,
  form: Form,
): Promise<readonly Finding[]> {
  const check = await judge(context, db, filing, form)
  const { findings } = check
  const faults = findings.filter(({ severity }) => severity === 'error')
  const errors = [
    ...unsaid(form, faults, await missingOf(db, filing, form, check)),
    ...faults.map(({ path, rule, message, fix }) => ({ path, message: `${message}（${rule}）${fix}` })),
  ]
  if (errors.length > 0)
    throw problem('filing.incomplete', { count: errors.length, first: errors[0]?.message ?? '' }, errors)
  return findings
}

/** An empty cell is told once: not where a rule has found it too. */
function unsaid(form: Form, faults: readonly Finding[], missing: readonly MissingCell[]): readonly MissingCell[] {
  const told = new Set(faults.map(({ path }) => path))
  const key = ({ path, message }: MissingCell) => `${path} ${message}`
  const twice = new Set(missingCells(form).flatMap((cell) => (told.has(cell.path) ? [key(cell)] : [])))
  return missing.filter((cell) => !twice.has(key(cell)))
}

/** For the order of the review queue, with what last year's form was found to have. */
export async function riskOfFiling(
  db: Database,
  filing: filings.Filing,
  form: Form,
  findings: readonly Finding[],
): Promise<RiskFacts> {
  const { project, fiscalYear, profile } = filing
  const before = project && (await filedForms.ofLastYear(db, project.id, fiscalYear - 1))
  const lastYear = before ? checkForm(before.form, profileOf(profile)).findings : []
  return riskFacts(form, findings, await steps.returns(db, filing.id), lastYear)
}
