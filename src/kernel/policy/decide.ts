// The decision: the policy applied to an actor and a place. The reason is shown to the person as it is.
import type { Actor } from './actor.ts'
import type { Decision, Line, Place, Reach } from './permission.ts'
import { type Permission, policy } from './policy.ts'
import { type Grant, type Role, roles } from './roles.ts'

/**
 * May the actor do this here? Without a place: anywhere at all. What is published comes before the limits of a token:
 * its bearer could read it without the token, so a narrow token takes nothing of it away.
 */
export function decide(actor: Actor, permission: Permission, place?: Place): Decision {
  const line: Line = policy[permission]
  if (actor.kind === 'system') return yes('本机命令行')
  if (line.anyone) return yes('任何人都可以')
  if (line.published && (place === undefined || place.published)) return yes('已公开的内容')
  if (!withinScopes(actor, permission)) return no(limited(actor, line))
  if (actor.kind === 'anonymous') return no(`请先登录再${line.title}。`)
  if (line.signedIn) return yes('已登录')
  const reaching = actor.grants.find((grant) => reaches(actor, grant, line.roles?.[grant.role], place))
  if (reaching) return yes(`${roles[reaching.role]}`)
  return no(reasonFor(actor, line))
}

const withinScopes = ({ scopes }: Actor, permission: Permission): boolean =>
  scopes === null || scopes.includes(permission)

const yes = (because: string): Decision => ({ allowed: true, because })
const no = (reason: string): Decision => ({ allowed: false, reason })

function reaches(actor: Actor, grant: Grant, reach: Reach | undefined, place: Place | undefined): boolean {
  if (reach === undefined) return false
  if (place === undefined) return true
  if (reach === 'assigned') return actor.id !== null && (place.assigned ?? []).includes(actor.id)
  if (place.path === null) return false
  return reach === 'own' ? place.path === grant.path : place.path.startsWith(grant.path)
}

const limited = ({ limit = 'token' }: Actor, line: Line): string =>
  ({
    token: `此令牌不含“${line.title}”的权限。`,
    'password-change': `请先修改密码再${line.title}。`,
    'factor-enrolment': `您的角色须使用验证器登录，请先绑定验证器再${line.title}。`,
  })[limit]

function reasonFor(actor: Actor, line: Line): string {
  const able = Object.keys(line.roles ?? {}) as Role[] // keys of a Record<Role, …>
  const held = actor.grants.some((grant) => able.includes(grant.role))
  if (held) return `${line.title}：不在您的职责范围内（您的角色不覆盖该单位）。`
  return `${line.title}需要的角色：${able.map((role) => roles[role]).join('、')}。您没有这些角色。`
}

/** Where the actor reaches with a permission: what every query of the store is narrowed to. */
export type Scope = {
  /** No limit: the command line. */
  readonly everything: boolean
  /** These organisations and all below. */
  readonly subtrees: readonly string[]
  /** These organisations alone. */
  readonly exact: readonly string[]
  /** What was assigned to this person. */
  readonly assignedTo: string | null
  /** What is published. */
  readonly published: boolean
}

export function scopeOf(actor: Actor, permission: Permission): Scope {
  const line: Line = policy[permission]
  const wholly = line.anyone || (line.signedIn && actor.kind === 'person' && withinScopes(actor, permission))
  if (actor.kind === 'system' || wholly)
    return { everything: true, subtrees: [], exact: [], assignedTo: null, published: true }
  const grantsReaching = (reach: Reach) =>
    withinScopes(actor, permission) ? actor.grants.filter((grant) => line.roles?.[grant.role] === reach) : []
  return {
    everything: false,
    subtrees: grantsReaching('subtree').map((grant) => grant.path),
    exact: grantsReaching('own').map((grant) => grant.path),
    assignedTo: grantsReaching('assigned').length > 0 ? actor.id : null,
    published: line.published === true,
  }
}
