// 四性审核表 of a filing: one a version, step and reviewer; the last one saved counts.
import type { Assessment, Marks } from '../kernel/lifecycle/four-aspects.ts'
import type { Database, Tx } from './db.ts'
import type { FilingReviewTable } from './schema-year.ts'
import type { Stamp } from './stamp.ts'

export type Review = {
  readonly version: number
  readonly step: string
  readonly by: string
  readonly personId: string | null
  readonly at: Date
  readonly marks: Marks
  readonly points: string | null
  readonly grade: FilingReviewTable['grade']
  readonly opinion: string | null
}

type Key = {
  readonly filingId: string
  readonly version: number
  readonly step: string
  readonly personId: string | null
}

export async function save(
  tx: Tx,
  { filingId, version, step, personId }: Key,
  sheet: { readonly marks: Marks; readonly opinion: string | null } & Assessment,
  { now, by }: Stamp,
): Promise<void> {
  const said = {
    by,
    at: now,
    marks: JSON.stringify(sheet.marks),
    points: sheet.points,
    grade: sheet.grade,
    opinion: sheet.opinion,
  }
  await tx
    .insertInto('filing_review')
    .values({ filing_id: filingId, form_version: version, step, person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(['filing_id', 'form_version', 'step', 'person_id']).doUpdateSet(said))
    .execute()
}

const select = (db: Database) =>
  db
    .selectFrom('filing_review')
    .select([
      'form_version as version',
      'step',
      'by',
      'person_id as personId',
      'at',
      'marks',
      'points',
      'grade',
      'opinion',
    ])

/** All of a filing, the newest version first. */
export const list = (db: Database, filingId: string): Promise<Review[]> =>
  select(db).where('filing_id', '=', filingId).orderBy('form_version', 'desc').orderBy('at').execute()

/** The person's own sheet of this version and step; that of the command line where the person is null. */
export const own = (db: Database, { filingId, version, step, personId }: Key) =>
  select(db)
    .where('filing_id', '=', filingId)
    .where('form_version', '=', version)
    .where('step', '=', step)
    .where('person_id', personId === null ? 'is' : '=', personId)
    .executeTakeFirst()
