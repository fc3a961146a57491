import { expect, it } from 'vitest'
import { normalPassword, passwordFaults } from './password.ts'
import { defaultSecurity, lockMinutes, Security } from './security.ts'

const owner = { login: 'zhangsan', name: '张三' }
const rules = defaultSecurity.password

it.each<[string, string, number, readonly string[]]>([
  ['is long enough and hard to guess', '河边的柳树2棵又绿了', 4, []],
  ['is too short', 'x7!kQ', 4, ['至少 10 个字符']],
  ['holds the login', 'ZhangSan-8821', 4, ['不能含登录名']],
  ['holds the name', '我是张三我爱柳树河边', 4, ['不能含姓名']],
  ['is a common one', 'qwertyuiop', 0, ['太常见，容易被猜中']],
])('a password that %s', (_, password, strength, faults) => {
  expect(passwordFaults(password, owner, rules, strength)).toEqual(faults)
})

it('counts kinds of characters where the setting asks for them', () => {
  const three = Security.parse({ password: { kinds: 3 } }).password
  expect(passwordFaults('abcdefghij12', owner, three, 4)).toHaveLength(1)
  expect(passwordFaults('abcdefghij12!', owner, three, 4)).toEqual([])
})

it('takes full-width letters for what they look like', () => {
  expect(normalPassword('Ａｂ１！')).toBe('Ab1!')
})

it('locks after five failures for 15 minutes, then twice as long each time, never longer than a day', () => {
  expect([4, 5, 6, 7, 60].map((failures) => lockMinutes(defaultSecurity, failures))).toEqual([0, 15, 30, 60, 1440])
})
