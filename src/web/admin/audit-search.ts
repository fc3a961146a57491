// The search of the audit as the address holds it: days of the reader become moments for the server.
import type { AuditFilter } from '../../api/audit.ts'
import type { AuditWords } from '../words/audit.ts'

export const auditFields = ['name', 'actor', 'subject', 'from', 'to'] as const
export type AuditField = (typeof auditFields)[number]
/** '' = not asked. */
export type AuditAsked = Readonly<Record<AuditField, string>>

/** The first moment of a day by the reader's clock, `later` days after it; undefined where it is no day. */
function startOf(day: string, later = 0): string | undefined {
  const at = new Date(`${day}T00:00:00`)
  if (Number.isNaN(at.getTime())) return undefined
  at.setDate(at.getDate() + later)
  return at.toISOString()
}

export const filterOf = ({ name, actor, subject, from, to }: AuditAsked): AuditFilter => ({
  name: name || undefined,
  actor: actor || undefined,
  subject: subject || undefined,
  from: startOf(from),
  to: startOf(to, 1),
})

/** 填报件 · 提交; a name nobody translated stays as it is. */
export function eventWords(name: string, { nouns, verbs }: AuditWords, step: (verb: string) => string): string {
  const [noun = '', verb = ''] = name.split('.')
  const known = (of: Readonly<Record<string, string>>, key: string): string => of[key] ?? key
  return `${known(nouns, noun)} · ${noun === 'filing' ? step(verb) : known(verbs, verb)}`
}
