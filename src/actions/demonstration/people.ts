// The accounts of the demonstration: one for every role, at the real offices. Names are invented.
import type { Role } from '../../kernel/policy/roles.ts'

export type DemoPerson = {
  readonly login: string
  readonly name: string
  /** Codes of the organisations each role is held at. */
  readonly roles: readonly (readonly [Role, string])[]
}

const everywhere = (role: Role): readonly (readonly [Role, string])[] =>
  ['310000', '120000', '440200'].map((code) => [role, code])

export const people: readonly DemoPerson[] = [
  { login: 'tianbao', name: '田宝', roles: [['preparer', 'D311101']] },
  { login: 'shenhe', name: '沈荷', roles: [['unit-reviewer', 'D311101']] },
  { login: 'zhuguan', name: '朱冠', roles: [['department-reviewer', 'D311']] },
  { login: 'caizheng', name: '蔡铮', roles: [['finance-reviewer', 'D310']] },
  {
    login: 'jixiao',
    name: '季晓',
    roles: [
      ['performance-office', 'D310'],
      ['performance-office', 'D120'],
      ['performance-office', 'D4402'],
    ],
  },
  { login: 'jintian', name: '金田', roles: [['preparer', '355101']] },
  { login: 'jinshen', name: '金申', roles: [['unit-reviewer', '355101']] },
  { login: 'jinzhu', name: '金珠', roles: [['department-reviewer', '355']] },
  { login: 'jincai', name: '金彩', roles: [['finance-reviewer', 'D120']] },
  { login: 'zhuanjia', name: '庄嘉', roles: [['evaluator', 'D310']] },
  { login: 'xitong', name: '席同', roles: everywhere('system-administrator') },
  { login: 'anquan', name: '安全', roles: everywhere('security-administrator') },
  { login: 'shenji', name: '申纪', roles: everywhere('audit-administrator') },
]
