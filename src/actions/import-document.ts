import { mediaTypeOf } from '../documents/media-type.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as documents from '../store/documents.ts'
import * as events from '../store/events.ts'
import * as forms from '../store/forms.ts'
import type { Stamp } from '../store/stamp.ts'
import { type Context, stampOf } from './context.ts'
import { readForms } from './read-forms.ts'

export type Imported = {
  readonly name: string
  readonly documentId: string
  /** False when the same bytes were imported before: then nothing changed. */
  readonly isNew: boolean
  readonly created: number
  readonly changed: number
  readonly unchanged: number
}

/** Reads a file, keeps it, and saves each of its forms as a version, in one transaction. The same file again changes nothing. */
export async function importDocument(
  context: Context,
  { bytes, name, published = false }: { bytes: Uint8Array; name: string; published?: boolean },
): Promise<Imported> {
  const read = await readForms({ bytes, name })
  const stamp = stampOf(context)
  return withTx(context.db, async (tx) => {
    const { document, isNew } = await documents.save(tx, { name, mediaType: mediaTypeOf(bytes), bytes }, stamp)
    if (!isNew) return { name, documentId: document.id, isNew, created: 0, changed: 0, unchanged: read.forms.length }
    const saved = await forms.saveAll(tx, read.forms, document.id, { reason: `导入 ${name}`, stamp, published })
    const count = (outcome: forms.Saved['outcome']) => saved.filter((s) => s.outcome === outcome).length
    const counts = { created: count('created'), changed: count('changed'), unchanged: count('unchanged') }
    // The hashes anchor the forms' own chains in the audit.
    const versions = saved.map(({ id, number, hash }) => ({ id, number, hash }))
    const details = { name, ...counts, versions }
    const region = read.forms[0]?.region ?? ''
    await events.record(tx, { region, name: 'document.import', subject: document.id, details }, stamp)
    if (published) await recordPublications(tx, region, saved, stamp)
    return { name, documentId: document.id, isNew, ...counts }
  })
}

/** A form that is new is public with its import; a new version of one that is known waits to be published. */
async function recordPublications(tx: Tx, region: string, saved: readonly forms.Saved[], stamp: Stamp): Promise<void> {
  for (const { id, number, outcome } of saved)
    if (outcome === 'created')
      await events.record(tx, { region, name: 'form.publish', subject: id, details: { version: number } }, stamp)
}
