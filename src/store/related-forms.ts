// What the store knows beside a form when it is checked: forms of its office and the units of its department.
import type { Form } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { OrganisationUnit } from '../kernel/review/related.ts'
import type { Database } from './db.ts'
import { notDiscarded } from './discarded.ts'
import { identityOf } from './identity.ts'
import { within } from './scope.ts'

/** An office has a few dozen projects; more are not needed to find a project's own forms. */
const MOST = 500

/**
 * Current versions within the scope, the form itself left out by its id. A form that prints neither office nor
 * department has none.
 */
export async function ofSameOffice(db: Database, scope: Scope, id: string, form: Form): Promise<Form[]> {
  const { region, year, department, unit } = identityOf(form)
  if (department === '' && unit === '') return []
  const found = await db
    .selectFrom('form as f')
    .innerJoin('form_version as v', (join) =>
      join
        .onRef('v.region', '=', 'f.region')
        .onRef('v.year', '=', 'f.year')
        .onRef('v.form_id', '=', 'f.id')
        .onRef('v.number', '=', 'f.version'),
    )
    .leftJoin('organisation as o', 'o.id', 'f.organisation_id')
    .where(within(scope, { path: 'o.path', published: 'f.published_at', filing: 'f.filing_id' }))
    .where(notDiscarded('f.filing_id'))
    .select('v.form')
    .where('f.region', '=', region)
    .where(
      'f.year',
      'in',
      [...new Set([year, year - 1, 0])].filter((y) => y >= 0),
    )
    .where('f.department', '=', department)
    .where('f.unit', '=', unit)
    .where('f.id', '<>', id)
    .orderBy('f.year', 'desc')
    .orderBy('f.project')
    .limit(MOST)
    .execute()
  return found.map((row) => row.form)
}

/** The first digits of a budget code are the department's: 355101 belongs to 355. */
const DEPARTMENT = 3

/**
 * Departments and units in force whose codes begin like a unit's; undefined where the tree knows nothing of that
 * department, so that nothing can be said about the unit.
 */
export async function unitsLike(
  db: Database,
  code: string | null | undefined,
): Promise<OrganisationUnit[] | undefined> {
  const prefix = code?.trim().slice(0, DEPARTMENT) ?? ''
  if (prefix.length < DEPARTMENT) return undefined
  const found = await db
    .selectFrom('organisation')
    .select(['code', 'name'])
    .where('kind', 'in', ['department', 'unit'])
    .where((eb) => eb(eb.fn<string>('left', ['code', eb.val(DEPARTMENT)]), '=', prefix))
    .where('valid_to', 'is', null)
    .execute()
  return found.length === 0 ? undefined : found
}
