import { expect, it } from 'vitest'
import { defaultSecurity } from '../kernel/policy/security.ts'
import { refuseWeakPassword } from './password-strength.ts'

const owner = { login: 'lisi', name: '李四' }
const refuse = (password: string) => () => refuseWeakPassword(password, owner, defaultSecurity)

it.each([
  '1234567890',
  '１２３４５６７８９０',
  'Password123!',
  'qwertyuiop',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'hengji123456',
  'caizhengju1',
  '绩效管理绩效管理绩效管理',
  'LiSi-2024-xyz',
])('refuses %s', (password) => {
  expect(refuse(password)).toThrow(/新密码不能使用/)
})

it.each(['河边的柳树2棵又绿了', 'correct horse battery', 'k7#mQz!v2Lp'])('takes %s', (password) => {
  expect(refuse(password)).not.toThrow()
})
