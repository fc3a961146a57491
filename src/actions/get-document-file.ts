import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as documents from '../store/documents.ts'
import type { Context } from './context.ts'

/** The imported file behind stored forms, byte for byte. */
export async function getDocumentFile({ db, actor }: Context, { id }: { id: string }): Promise<Uint8Array> {
  const bytes = await documents.bytes(db, scopeOf(actor, 'form.read'), id)
  if (!bytes) throw problem('document.notFound', {})
  return bytes
}
