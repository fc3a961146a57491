// Stored forms that a form is checked against: those of its office, of its year and the year before.
import type { Form } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database } from './db.ts'
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
    .where(within(scope, { path: 'o.path', published: 'f.published_at' }))
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
