// What others filed before: last year's form of the same project, and indicators named alike.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database } from './db.ts'
import * as facts from './facts.ts'
import { within } from './scope.ts'

type Subject = { readonly projectId: string | null; readonly organisationId: string; readonly year: number }

/** In force, of the same project (or the organisation's own form): its result where there is one, else its target. */
export async function formOf(db: Database, scope: Scope, subject: Subject): Promise<Form | undefined> {
  const { projectId, organisationId, year } = subject
  const found = await db
    .selectFrom('form as f')
    .innerJoin('form_version as v', (join) =>
      join.onRef('v.form_id', '=', 'f.id').on('v.number', '=', facts.countedVersion),
    )
    .leftJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select('v.form')
    .where(within(scope, { path: 'o.path', published: 'f.published_at' }))
    .where('f.year', '=', year)
    .where((eb) =>
      projectId === null
        ? eb.and([eb('f.organisation_id', '=', organisationId), sql<boolean>`f.kind like 'department-%'`])
        : eb('f.project_id', '=', projectId),
    )
    .orderBy(sql`f.kind like '%self-evaluation'`, 'desc')
    .orderBy('f.updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.form
}

export type Alike = {
  readonly name: string
  readonly aspect: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly score: string | null
  readonly weight: string | null
  readonly year: number
  readonly organisation: string
  readonly project: string
}
type Wanted = {
  readonly region: string
  readonly years: readonly number[]
  readonly name: string
  /** Parts of the name; a name that holds any of them is a candidate. */
  readonly parts: readonly string[]
  readonly notProject: string | null
}

/** Candidates only: how alike the names are is for the kernel to say. Equal names first, then the newest. */
export async function indicatorsNamed(db: Database, scope: Scope, wanted: Wanted, limit: number): Promise<Alike[]> {
  const { region, years, name, parts, notProject } = wanted
  const { rows } = await sql<Alike>`
    select i.name, i.aspect, i.year, f.unit as organisation, f.project,
      v.form #>> array['indicators', i.position::text, 'target', 'text'] as target,
      v.form #>> array['indicators', i.position::text, 'actual', 'text'] as actual,
      trim_scale(i.score)::text as score, trim_scale(i.weight)::text as weight
    from indicator_fact as i
    join form as f on f.region = i.region and f.year = i.year and f.id = i.form_id
    join form_version as v on v.form_id = f.id and v.number = ${facts.countedVersion}
    where i.region = ${region} and i.year = any(${years}::int[])
      and (i.name = ${name} or i.name like any(${parts.map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`)}::text[]))
      and (${notProject}::uuid is null or f.project_id is distinct from ${notProject}::uuid)
      and ${within(scope, { organisation: 'f.organisation_id', published: 'f.published_at' })}
    order by i.name = ${name} desc, i.year desc, f.id, i.position
    limit ${limit}`.execute(db)
  return rows
}
