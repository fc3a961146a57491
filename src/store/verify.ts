// Is everything still as it was written? Chains of versions and events, files byte for byte, facts as derived.
import { sql } from 'kysely'
import type { Damage } from './damage.ts'
import type { Database, Tx } from './db.ts'
import * as documents from './documents.ts'
import { type Event, eventHash } from './events.ts'
import * as facts from './facts.ts'
import { type Version, versionHash } from './forms.ts'
import { canonical } from './hash.ts'
import { verifySteps } from './verify-steps.ts'

export type Verification = {
  readonly documents: number
  readonly forms: number
  readonly versions: number
  readonly events: number
  /** Steps of filings. */
  readonly steps: number
  readonly damages: readonly Damage[]
}

/** Reads everything once, as of one moment; changes nothing. */
export const verify = (db: Database): Promise<Verification> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(verifyWithin)

export async function verifyWithin(tx: Tx): Promise<Verification> {
  const damages: Damage[] = []
  for (const { id, name } of await documents.damaged(tx))
    damages.push({ what: 'document', id, message: `文件“${name}”的内容与导入时不一致。` })
  const versions = await verifyVersions(tx, damages)
  const forms = await verifyForms(tx, damages)
  const events = await verifyEvents(tx, damages)
  const steps = await verifySteps(tx, damages)
  const { count } = await tx.selectFrom('document').select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow()
  return { documents: Number(count), forms, versions, events, steps, damages }
}

const batch = 200

/** Each version says what its hash covers, and follows the one before. */
async function verifyVersions(tx: Tx, damages: Damage[]): Promise<number> {
  let count = 0
  let before: { formId: string; number: number; hash: string } | undefined
  for (;;) {
    const rows = await nextVersions(tx, before)
    for (const { hash, ...version } of rows) {
      const first = before?.formId !== version.formId
      const follows = first
        ? version.number === 1 && version.previousHash === null
        : version.number === (before?.number ?? 0) + 1 && version.previousHash === before?.hash
      const at = { what: 'version', id: version.formId } as const
      if (versionHash(version) !== hash)
        damages.push({ ...at, message: `绩效表 ${version.formId} 第${version.number}版的内容与保存时不一致。` })
      if (!follows)
        damages.push({
          ...at,
          message: `绩效表 ${version.formId} 第${version.number}版与前一版接不上，中间有版本缺失或被换。`,
        })
      before = { formId: version.formId, number: version.number, hash }
    }
    count += rows.length
    if (rows.length < batch) return count
  }
}

const nextVersions = (
  tx: Tx,
  after: { formId: string; number: number } | undefined,
): Promise<(Version & { hash: string })[]> =>
  tx
    .selectFrom('form_version')
    .select(['region', 'year', 'form_id as formId', 'number', 'form', 'previous_hash as previousHash'])
    .select(['saved_at as savedAt', 'saved_by as savedBy', 'reason', 'document_id as documentId', 'position', 'hash'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(form_id, number) > (${after?.formId}::uuid, ${after?.number}::integer)`),
    )
    .orderBy('form_id')
    .orderBy('number')
    .limit(batch)
    .execute()

/** The current version is the newest one, and the facts are those it yields. */
async function verifyForms(tx: Tx, damages: Damage[]): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (let count = 0; ; ) {
    const rows = await nextForms(tx, after)
    for (const { form, number, hash, newest, ...key } of rows) {
      if (number !== newest || hash !== key.ownHash)
        damages.push({ what: 'form', id: key.id, message: `绩效表 ${key.id} 的当前版本不是最后保存的版本。` })
      else if (!(await factsHold(tx, form, key)))
        damages.push({ what: 'fact', id: key.id, message: `绩效表 ${key.id} 的统计数据与表内容不一致，可重建。` })
      after = key.id
    }
    count += rows.length
    if (rows.length < batch) return count
  }
}

const nextForms = (tx: Tx, after: string) =>
  tx
    .selectFrom('form as f')
    .leftJoin('form_version as v', (join) =>
      join
        .onRef('v.region', '=', 'f.region')
        .onRef('v.year', '=', 'f.year')
        .onRef('v.form_id', '=', 'f.id')
        .onRef('v.number', '=', 'f.version'),
    )
    .leftJoin('form_version as k', (join) =>
      join
        .onRef('k.region', '=', 'f.region')
        .onRef('k.year', '=', 'f.year')
        .onRef('k.form_id', '=', 'f.id')
        .on('k.number', '=', facts.countedVersion),
    )
    .select(['f.region', 'f.year', 'f.id', 'f.hash as ownHash', 'k.form', 'v.number', 'v.hash'])
    .select((eb) =>
      eb
        .selectFrom('form_version as w')
        .select((e) => e.fn.max('w.number').as('newest'))
        .whereRef('w.form_id', '=', 'f.id')
        .as('newest'),
    )
    .where('f.id', '>', after)
    .orderBy('f.id')
    .limit(batch)
    .execute()

async function factsHold(
  tx: Tx,
  form: Version['form'] | null,
  key: { region: string; year: number; id: string },
): Promise<boolean> {
  const expected: facts.Facts = form === null ? { indicators: [], funds: [] } : facts.factsOf(form, key)
  return canonical(await facts.load(tx, key)) === canonical(expected)
}

/** Each region's events are numbered without gap, chained, and end at the head. */
async function verifyEvents(tx: Tx, damages: Damage[]): Promise<number> {
  const heads = await tx.selectFrom('event_head').selectAll().orderBy('region').execute()
  const orphans = await tx
    .selectFrom('event')
    .select('region')
    .distinct()
    .where('region', 'not in', (eb) => eb.selectFrom('event_head').select('region'))
    .execute()
  let count = 0
  for (const { region, number, hash } of [...heads, ...orphans.map((o) => ({ ...o, number: 0, hash: null }))]) {
    const last = await verifyChain(tx, region, damages)
    count += last.count
    if (last.number !== number || last.hash !== hash)
      damages.push({ what: 'event', id: region, message: `${nameOf(region)}审计记录的末尾被删去或添加。` })
  }
  return count
}

async function verifyChain(tx: Tx, region: string, damages: Damage[]) {
  let last: { number: number; hash: string | null } = { number: 0, hash: null }
  for (let count = 0; ; ) {
    const rows = await nextEvents(tx, region, last.number)
    for (const { hash, ...event } of rows) {
      if (eventHash(event) !== hash)
        damages.push({ what: 'event', id: event.id, message: `${nameOf(region)}第${event.number}条审计记录被改动。` })
      if (event.number !== last.number + 1 || event.previousHash !== last.hash)
        damages.push({
          what: 'event',
          id: event.id,
          message: `${nameOf(region)}第${event.number}条审计记录之前有缺失或被换。`,
        })
      last = { number: event.number, hash }
    }
    count += rows.length
    if (rows.length < batch) return { ...last, count }
  }
}

const nextEvents = (tx: Tx, region: string, after: number): Promise<(Event & { hash: string })[]> =>
  tx
    .selectFrom('event')
    .select(['region', 'number', 'id', 'at', 'actor', 'name', 'subject', 'details'])
    .select(['previous_hash as previousHash', 'hash'])
    .where('region', '=', region)
    .where('number', '>', after)
    .orderBy('number')
    .limit(batch)
    .execute()

const nameOf = (region: string): string => (region === '' ? '' : `${region}的`)
