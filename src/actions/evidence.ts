// Evidence of a filing: added and taken out by whoever may save it, read by whoever may read it.
import type { AddedEvidence, EvidenceFile, EvidenceList } from '../api/evidence.ts'
import { attachable } from '../documents/attachable.ts'
import { itemsOf, type Method } from '../kernel/evidence/checklist.ts'
import { at } from '../kernel/form/path.ts'
import { placeOfComment, rowKeyAt } from '../kernel/lifecycle/comment-place.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { type Database, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as store from '../store/evidence.ts'
import * as filedForms from '../store/filed-forms.ts'
import type { FileStore } from '../store/files.ts'
import { sha256 } from '../store/hash.ts'
import { type Context, stampOf } from './context.ts'
import { checklistOf, stepOf } from './evidence-checklist.ts'
import { refuseVerb } from './move-filing.ts'
import { lockFiling, openFiling } from './open-filing.ts'
import { permit } from './permit.ts'

type Of = { readonly filingId: string }

/** The files of a filing, where else they are used, and what its task still asks for. */
export async function listEvidence(context: Context, { filingId }: Of): Promise<EvidenceList> {
  const { filing, place } = await openFiling(context, filingId)
  permit(context.actor, 'evidence.read', place)
  const files = await store.list(context.db, filingId)
  const stored = await filedForms.version(context.db, filing.formId, filing.version)
  if (stored === undefined) throw problem('filing.version', { number: filing.version })
  const elsewhere = await usesElsewhere(context, context.db, filingId)
  const views = files.map(({ rowKey, addedAt, filingId: _, ...file }): EvidenceFile => {
    const there = rowPath(stored.form, rowKey)
    const usedElsewhere = elsewhere.get(file.sha256) ?? []
    return { ...file, ...there, addedAt: addedAt.toISOString(), usedElsewhere }
  })
  return { files: views, checklist: await checklistOf(context.db, filing, stored.form, files) }
}

function rowPath(form: Parameters<typeof rowKeyAt>[0], rowKey: string | null) {
  if (rowKey === null) return { path: null, rowGone: false }
  for (const table of ['indicators', 'tasks'] as const) {
    const { path } = placeOfComment({ path: `${table}[0]`, rowKey, quote: null }, form)
    if (path !== null) return { path, rowGone: false }
  }
  return { path: null, rowGone: true }
}

/** SHA-256 → one sentence a use in another project; what the reader may not see is only counted. */
async function usesElsewhere({ actor }: Context, db: Database, filingId: string) {
  const uses = await store.otherUses(db, scopeOf(actor, 'evidence.read'), filingId)
  const sentences = new Map<string, string[]>()
  for (const [hash, own] of Map.groupBy(uses, ({ sha256 }) => sha256)) {
    const seen = own.filter(({ seen }) => seen)
    const named = seen.map(
      ({ project, organisation, fiscalYear }) =>
        `同一份文件也用于${fiscalYear}年度${organisation}的“${project ?? '整体绩效'}”。`,
    )
    const unseen = own.length - seen.length
    sentences.set(hash, unseen > 0 ? [...named, `同一份文件还用于其他单位的${unseen}个项目。`] : named)
  }
  return sentences
}

export type NewEvidence = Of & {
  readonly name: string
  readonly kind: string
  readonly path?: string | undefined
  readonly rowKey?: string | undefined
  readonly method?: Method | undefined
  readonly note?: string | undefined
  readonly bytes: Uint8Array
}

/**
 * Keeps the file, then says what it proves: a crash between leaves a file nobody names, never a name without a file.
 * Problems: evidence.refused, filing.notFound, and those of saving the filing.
 */
export async function addEvidence(context: Context, files: FileStore, given: NewEvidence): Promise<AddedEvidence> {
  const { filingId, name, bytes } = given
  // Whoever may not add is told so before the disk is written to.
  refuseVerb('save', context, await openFiling(context, filingId))
  const kept = attachable(bytes)
  if ('refused' in kept) throw problem('evidence.refused', { name, reason: kept.refused })
  const hash = await files.put(bytes)
  return withTx(context.db, async (tx) => {
    const open = await lockFiling(context, tx, filingId)
    refuseVerb('save', context, open)
    permit(context.actor, 'evidence.write', open.place)
    const rowKey = await boundTo(context.db, open.filing, given)
    const before = (await store.list(tx, filingId)).find(
      (file) => file.sha256 === hash && file.kind === given.kind && file.rowKey === rowKey,
    )
    if (before) throw problem('evidence.refused', { name, reason: `此处已有同样的文件“${before.name}”` })
    const id = context.newId()
    const stamp = stampOf(context)
    await store.insert(tx, {
      id,
      filing_id: filingId,
      row_key: rowKey,
      kind: given.kind,
      method: given.method ?? null,
      name,
      sha256: hash,
      media_type: kept.mediaType,
      size: bytes.length,
      note: given.note || null,
      added_at: stamp.now,
      added_by: stamp.by,
      person_id: context.actor.id,
    })
    const details = { evidence: id, kind: given.kind, name, sha256: hash }
    const event = { region: open.filing.region, name: 'evidence.add', subject: filingId, details }
    await events.record(tx, event, stamp)
    return { id, sha256: hash, usedElsewhere: (await usesElsewhere(context, tx, filingId)).get(hash) ?? [] }
  })
}

type Filing = Awaited<ReturnType<typeof lockFiling>>['filing']

/** The key of the row it proves, once item and row are known. */
async function boundTo(
  db: Database,
  filing: Filing,
  { name, kind, path, rowKey }: NewEvidence,
): Promise<string | null> {
  const items = itemsOf(stepOf(filing))
  if (items[kind] === undefined) {
    const known = Object.entries(items).map(([item, { title }]) => `${item}（${title}）`)
    throw problem('evidence.refused', { name, reason: `没有材料类别“${kind}”，可用的类别：${known.join('、')}` })
  }
  if (path === undefined && rowKey === undefined) return null
  const stored = await filedForms.version(db, filing.formId, filing.version)
  if (rowKey !== undefined) {
    const rows = [...(stored?.form.tasks ?? []), ...(stored?.form.indicators ?? [])]
    if (rows.some(({ key }) => key === rowKey)) return rowKey
    throw problem('evidence.refused', { name, reason: '它要证明的行已不在表中' })
  }
  const key =
    stored === undefined || path === undefined || at(stored.form, path) === undefined
      ? null
      : rowKeyAt(stored.form, path)
  if (key === null) throw problem('evidence.refused', { name, reason: `表中没有“${path}”这一行` })
  return key
}

/** The bytes as they were uploaded. Problems: evidence.notFound, evidence.damaged. */
export async function getEvidenceFile(context: Context, files: FileStore, { id }: { id: string }) {
  const found = await store.load(context.db, scopeOf(context.actor, 'evidence.read'), id)
  if (found === undefined) throw problem('evidence.notFound', {})
  const bytes = await files.get(found.sha256)
  if (bytes === undefined || sha256(bytes) !== found.sha256) throw problem('evidence.damaged', { name: found.name })
  return { name: found.name, bytes }
}

/** Out of the filing; the file stays, because versions before and the audit are about it. */
export const removeEvidence = (context: Context, { id }: { id: string }): Promise<void> =>
  withTx(context.db, async (tx) => {
    const found = await store.load(tx, scopeOf(context.actor, 'evidence.read'), id)
    if (found === undefined) throw problem('evidence.notFound', {})
    const open = await lockFiling(context, tx, found.filingId)
    refuseVerb('save', context, open)
    permit(context.actor, 'evidence.write', open.place)
    const stamp = stampOf(context)
    await store.remove(tx, id, stamp.now, stamp.by)
    const details = { evidence: id, kind: found.kind, name: found.name, sha256: found.sha256 }
    const event = { region: open.filing.region, name: 'evidence.remove', subject: found.filingId, details }
    await events.record(tx, event, stamp)
  })
