// What a new password must be. How hard it is to guess is measured outside (it needs dictionaries) and given in.
import type { Security } from './security.ts'

export type PasswordOwner = { readonly login: string; readonly name: string }

/** One character, one byte order: full-width letters of an input method are the letters they look like. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC')

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

/** Everything wrong with a password, in Chinese; empty = it may be used. `strength`: 0 to 4. */
export function passwordFaults(
  password: string,
  owner: PasswordOwner,
  rules: Security['password'],
  strength: number,
): string[] {
  const faults: string[] = []
  const lower = password.toLowerCase()
  if ([...password].length < rules.length) faults.push(`至少 ${rules.length} 个字符`)
  if (kinds.filter((kind) => kind.test(password)).length < rules.kinds)
    faults.push(`大写字母、小写字母、数字、其他字符中至少含 ${rules.kinds} 类`)
  if (lower.includes(owner.login.toLowerCase())) faults.push('不能含登录名')
  if (owner.name !== '' && lower.includes(owner.name.toLowerCase())) faults.push('不能含姓名')
  if (faults.length === 0 && strength < rules.strength) faults.push('太常见，容易被猜中')
  return faults
}
