import type { OwnGrant, Session } from '../api/sessions.ts'
import { decide } from '../kernel/policy/decide.ts'
import { allPermissions } from '../kernel/policy/policy.ts'
import { roles } from '../kernel/policy/roles.ts'
import { idleEnd } from '../kernel/policy/security.ts'
import * as grants from '../store/grants.ts'
import * as people from '../store/people.ts'
import type { Context } from './context.ts'
import { actorOfSession, owedBy, sessionOf } from './identify.ts'

/** Who is signed in with this cookie, what the person may do somewhere, and what is still owed. */
export async function getSession(
  context: Context,
  secret: string | undefined,
  elsewhere: string | null,
): Promise<Session> {
  const session = secret === undefined ? undefined : await sessionOf(context, secret)
  if (secret === undefined || !session) return nobody(context, elsewhere, null)
  if (session.pendingFactor) return nobody(context, elsewhere, 'second-factor')
  const actor = await actorOfSession(context, secret)
  const { person, login, name, hasFactor } = session
  return {
    person: { id: person, login, name },
    owed: owedBy(session, context.now()),
    grants: (await grants.of(context.db, person)).map(ownGrant),
    permissions: allPermissions.filter((permission) => actor && decide(actor, permission).allowed),
    idleUntil: new Date(
      Math.min(idleEnd(session.security, context.now()).getTime(), session.expiresAt.getTime()),
    ).toISOString(),
    hasFactor,
    elsewhere,
    setup: false,
  }
}

const nobody = async (
  { db, actor }: Context,
  elsewhere: string | null,
  owed: 'second-factor' | null,
): Promise<Session> => ({
  person: null,
  owed,
  grants: [],
  permissions: allPermissions.filter((permission) => decide({ ...actor, ...visitor }, permission).allowed),
  idleUntil: null,
  hasFactor: owed !== null,
  elsewhere,
  setup: await people.none(db),
})
const visitor = { kind: 'anonymous', id: null, grants: [], scopes: null } as const

export const ownGrant = ({ role, organisation, organisationName }: grants.StoredGrant): OwnGrant => ({
  role,
  roleName: roles[role],
  organisation,
  organisationName,
})
