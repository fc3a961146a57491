// Who there is: the roles of the year's work and the three separated administrators (GB/T 22239 系统/安全/审计三员分立).

export const roles = {
  preparer: '填报人',
  'unit-reviewer': '单位审核人',
  'department-reviewer': '主管部门审核人',
  'finance-reviewer': '财政审核人',
  'performance-office': '绩效管理人员',
  evaluator: '外部评审人',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
} as const

export type Role = keyof typeof roles
export const allRoles = Object.keys(roles) as readonly Role[] // the names written above

const administrators: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator']
const business: readonly Role[] = allRoles.filter((role) => !administrators.includes(role))

/** A role of a person at an organisation: it reaches that organisation and, where the policy says so, all below it. */
export type Grant = {
  readonly role: Role
  readonly organisation: string
  /** Path of the organisation: /id of the topmost/…/its own id/ */
  readonly path: string
}

/** Separation of duties (职责分离): why two roles may not be held by one person, null where they may. */
export function conflictOf(a: Grant, b: Grant): string | null {
  const pair = (x: readonly Role[], y: readonly Role[]) =>
    (x.includes(a.role) && y.includes(b.role)) || (y.includes(a.role) && x.includes(b.role))
  const name = `${roles[a.role]}与${roles[b.role]}`
  if (a.role === b.role) return null
  if (pair(administrators, administrators)) return `${name}须由不同的人担任（三员分立）。`
  if (pair(administrators, business)) return `${name}不得兼任：管理员不经办业务。`
  if (pair(['evaluator'], business)) return `${name}不得兼任：外部评审人须独立于被评审的单位。`
  const reviewers: readonly Role[] = ['unit-reviewer', 'department-reviewer', 'finance-reviewer']
  const nested = a.path.startsWith(b.path) || b.path.startsWith(a.path)
  if (nested && pair(['preparer'], reviewers)) return `${name}不得在同一单位或其上级单位兼任：自己填报的不得自己审核。`
  return null
}
