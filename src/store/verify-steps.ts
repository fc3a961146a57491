// The steps of filings against the audit: each step has its event, saying the same, and the hash chain holds the event.
import { sql } from 'kysely'
import { allVerbs } from '../kernel/lifecycle/verbs.ts'
import type { Damage } from './damage.ts'
import type { Tx } from './db.ts'

/** Saving is a version, not a step. */
const names = ['create', ...allVerbs.filter((verb) => verb !== 'save')].map((verb) => `filing.${verb}`)

type Wrong = { readonly filing: string; readonly number: string; readonly missing: boolean; readonly extra: boolean }

/** The number of steps; what does not agree goes into `damages`. */
export async function verifySteps(tx: Tx, damages: Damage[]): Promise<number> {
  const { rows } = await sql<Wrong>`
    with told as (
      select subject, row_number() over (partition by subject order by at, region, number) as number,
        substr(name, 8) as verb, at, actor, details
      from event where name = any(${names}::text[])),
    done as (select *, filing_id::text as subject from filing_step)
    select coalesce(s.subject, e.subject) as filing, coalesce(s.number, e.number)::text as number,
      s.subject is null as missing, e.subject is null as extra
    from done as s full join told as e on e.subject = s.subject and e.number = s.number
    where s.subject is null or e.subject is null or s.verb <> e.verb or s.at <> e.at or s.by <> e.actor
      or (s.verb <> 'create' and (s.from_state <> e.details ->> 'from' or s.to_state <> e.details ->> 'to'
        or s.form_version::text <> e.details ->> 'version' or s.reason is distinct from e.details ->> 'reason'
        or to_jsonb(s.paths) <> coalesce(e.details -> 'paths', '[]')))
    order by 1, coalesce(s.number, e.number)`.execute(tx)
  for (const { filing, number, missing, extra } of rows) {
    const what = missing ? '缺失' : extra ? '在审计记录中没有' : '与审计记录不一致'
    damages.push({ what: 'step', id: filing, message: `填报件 ${filing} 的第${number}个办理步骤${what}。` })
  }
  const { count } = await tx
    .selectFrom('filing_step')
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
