import type { Actor } from '../kernel/policy/actor.ts'
import { problem } from '../kernel/problem.ts'
import type { Database } from '../store/db.ts'
import * as people from '../store/people.ts'

/** The person behind the actor, for what everybody does with the own account. Problems: session.missing. */
export async function ownPerson(db: Database, actor: Actor): Promise<people.Credentials> {
  const person = actor.id === null ? undefined : await people.credentialsOf(db, actor.id)
  if (!person) throw problem('session.missing', { reason: '请先登录。' })
  return person
}
