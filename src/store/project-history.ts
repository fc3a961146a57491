// What the record keeps about a project: its forms that count, their documents, and the steps of its filings.
import type { Form } from '../kernel/form/form.ts'
import type { Database } from './db.ts'
import { countedVersion } from './facts.ts'

/** Forms in force: of what is filled in here the approved version, never a draft. */
export const forms = (db: Database, projectId: string): Promise<{ id: string; form: Form }[]> =>
  db
    .selectFrom('form as f')
    .innerJoin('form_version as v', (join) =>
      join
        .onRef('v.region', '=', 'f.region')
        .onRef('v.year', '=', 'f.year')
        .onRef('v.form_id', '=', 'f.id')
        .on('v.number', '=', countedVersion),
    )
    .select(['f.id', 'v.form'])
    .where('f.project_id', '=', projectId)
    .orderBy('f.id')
    .execute()

export const documents = (db: Database, projectId: string) =>
  db
    .selectFrom('form as f')
    .innerJoin('document_form as o', 'o.form_id', 'f.id')
    .innerJoin('document as d', 'd.id', 'o.document_id')
    .select(['d.id', 'd.name', 'd.imported_at as importedAt'])
    .distinct()
    .where('f.project_id', '=', projectId)
    .orderBy('d.imported_at', 'desc')
    .execute()

/** The newest first. */
export const steps = (db: Database, projectId: string, limit: number) =>
  db
    .selectFrom('filing as f')
    .innerJoin('filing_step as s', 's.filing_id', 'f.id')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .select(['f.id as filingId', 't.title as task', 'c.fiscal_year as year', 's.verb', 's.at', 's.by', 's.reason'])
    .where('f.project_id', '=', projectId)
    .orderBy('s.at', 'desc')
    .orderBy('s.number', 'desc')
    .limit(limit)
    .execute()
