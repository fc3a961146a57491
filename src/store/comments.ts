// Comments on filings, in the order they were written.
import type { Database, Tx } from './db.ts'
import type { CommentTable } from './schema-year.ts'

export type StoredComment = {
  readonly id: string
  readonly filingId: string
  readonly version: number
  readonly path: string | null
  readonly rowKey: string | null
  readonly quote: string | null
  readonly text: string
  readonly answerTo: string | null
  readonly at: Date
  readonly by: string
  readonly personId: string | null
  readonly resolvedAt: Date | null
  readonly resolvedBy: string | null
}

const select = (db: Database) =>
  db
    .selectFrom('comment')
    .select(['id', 'filing_id as filingId', 'form_version as version', 'path', 'row_key as rowKey', 'quote', 'text'])
    .select(['answer_to as answerTo', 'at', 'by', 'person_id as personId'])
    .select(['resolved_at as resolvedAt', 'resolved_by as resolvedBy'])

export const list = (db: Database, filingId: string): Promise<StoredComment[]> =>
  select(db).where('filing_id', '=', filingId).orderBy('at').orderBy('id').execute()

export const load = (db: Database, id: string): Promise<StoredComment | undefined> =>
  select(db).where('id', '=', id).executeTakeFirst()

export const insert = (tx: Tx, row: Omit<CommentTable, 'resolved_at' | 'resolved_by'>) =>
  tx.insertInto('comment').values(row).execute()

export const setResolved = (tx: Tx, id: string, at: Date | null, by: string | null) =>
  tx.updateTable('comment').set({ resolved_at: at, resolved_by: by }).where('id', '=', id).execute()
