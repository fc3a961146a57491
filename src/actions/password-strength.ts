// How hard a password is to guess, measured with the dictionaries of zxcvbn and the words of this trade.
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { normalPassword, type PasswordOwner, passwordFaults } from '../kernel/policy/password.ts'
import type { Security } from '../kernel/policy/security.ts'
import { problem } from '../kernel/problem.ts'

/** What people here think of first. */
const localWords = [
  'hengji',
  'caizheng',
  'caizhengju',
  'jixiao',
  'yusuan',
  'zhongguo',
  'woaini',
  '1314520',
  '5201314',
  '衡绩',
  '财政',
  '财政局',
  '预算',
  '绩效',
  '绩效管理',
  '填报',
]

let meter: ZxcvbnFactory | undefined

/** 0 to 4. */
function passwordStrength(password: string, owner: PasswordOwner): number {
  meter ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return meter.check(password, [owner.login, owner.name, ...localWords]).score
}

/** Problems: password.refused, with everything that is wrong. */
export function refuseWeakPassword(password: string, owner: PasswordOwner, security: Security): void {
  const normal = normalPassword(password) // what is hashed: full-width digits are digits
  const faults = passwordFaults(normal, owner, security.password, passwordStrength(normal, owner))
  if (faults.length > 0) throw problem('password.refused', { reason: faults.join('；') })
}
