import { problem } from '../kernel/problem.ts'
import * as documents from '../store/documents.ts'
import type { Context } from './context.ts'

/** The imported file behind stored forms, byte for byte. */
export async function getDocumentFile({ db }: Context, { id }: { id: string }): Promise<Uint8Array> {
  const bytes = await documents.bytes(db, id)
  if (!bytes) throw problem('document.notFound', {})
  return bytes
}
