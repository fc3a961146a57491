// Imported files, byte for byte; one row a content, however often and under whatever name it is imported.
import { sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database, Tx } from './db.ts'
import { sha256 } from './hash.ts'
import { within } from './scope.ts'
import type { Stamp } from './stamp.ts'

export type StoredDocument = {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly importedAt: Date
  readonly importedBy: string
}

const columns = [
  'id',
  'sha256',
  'name',
  'media_type as mediaType',
  'size',
  'imported_at as importedAt',
  'imported_by as importedBy',
] as const

type NewDocument = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Keeps the file; `isNew` is false when the same bytes are already there (the row of the first import answers). */
export async function save(
  tx: Tx,
  { name, mediaType, bytes }: NewDocument,
  stamp: Stamp,
): Promise<{ document: StoredDocument; isNew: boolean }> {
  const hash = sha256(bytes)
  const inserted = await tx
    .insertInto('document')
    .values({
      id: stamp.newId(),
      sha256: hash,
      name,
      media_type: mediaType,
      size: bytes.length,
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      imported_at: stamp.now,
      imported_by: stamp.by,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (inserted) return { document: inserted, isNew: true }
  const known = await tx.selectFrom('document').select(columns).where('sha256', '=', hash).executeTakeFirstOrThrow()
  return { document: known, isNew: false }
}

export const load = (db: Database, id: string): Promise<StoredDocument | undefined> =>
  db.selectFrom('document').select(columns).where('id', '=', id).executeTakeFirst()

/** The document with these bytes, if it was ever imported. */
export const find = (db: Database, bytes: Uint8Array): Promise<StoredDocument | undefined> =>
  db.selectFrom('document').select(columns).where('sha256', '=', sha256(bytes)).executeTakeFirst()

/** A file whose forms are within the scope: one of them is enough. */
export async function bytes(db: Database, scope: Scope, id: string): Promise<Buffer | undefined> {
  const found = await db
    .selectFrom('document')
    .select('bytes')
    .where('id', '=', id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('document_form as d')
          .innerJoin('form as f', 'f.id', 'd.form_id')
          .leftJoin('organisation as o', 'o.id', 'f.organisation_id')
          .select('d.position')
          .whereRef('d.document_id', '=', 'document.id')
          .where(within(scope, { path: 'o.path', published: 'f.published_at', filing: 'f.filing_id' })),
      ),
    )
    .executeTakeFirst()
  return found?.bytes
}

/** Newest first. */
export const list = (db: Database, { offset = 0, limit = 50 } = {}): Promise<StoredDocument[]> =>
  db
    .selectFrom('document')
    .select(columns)
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()

/** Documents whose bytes are no longer what was imported. */
export const damaged = (db: Database): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('document')
    .select(['id', 'name'])
    .where(sql<boolean>`sha256 <> encode(sha256(bytes), 'hex') or size <> length(bytes)`)
    .orderBy('id')
    .execute()
