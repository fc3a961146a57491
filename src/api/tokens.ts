import { z } from 'zod'
import { allPermissions, type Permission } from '../kernel/policy/policy.ts'
import { endpoint, jsonEndpoint } from './endpoint.ts'

/** 访问令牌 of the person asking; the secret is shown once, when it is made. */
export type TokenRow = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

export const tokens = {
  list: endpoint<readonly TokenRow[]>()('session.own', 'GET', '/tokens', z.object({})),
  create: jsonEndpoint<{ readonly id: string; readonly secret: string; readonly expiresAt: string }>()(
    'session.own',
    'POST',
    '/tokens',
    z.object({
      name: z.string().trim().min(1, '请写明用途').max(60),
      scopes: z
        .array(z.enum(allPermissions as readonly [Permission, ...Permission[]])) // the policy has lines
        .min(1, '请至少选一项权限'),
      days: z.int().min(1).max(366),
    }),
  ),
  revoke: endpoint<void>()('session.own', 'DELETE', '/tokens/:id', z.object({ id: z.uuid('不是令牌的编号') })),
}
