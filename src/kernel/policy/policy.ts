// The policy: every permission there is, and who has it. One table; http, actions, web and the tests read it from here.
import type { Line, Reach } from './permission.ts'
import type { Role } from './roles.ts'

/** Those who take part in the year's work see what is theirs to see. */
const readers = {
  preparer: 'own',
  'unit-reviewer': 'subtree',
  'department-reviewer': 'subtree',
  'finance-reviewer': 'subtree',
  'performance-office': 'subtree',
  evaluator: 'assigned',
} as const satisfies Partial<Record<Role, Reach>>

export const policy = {
  'service.read': { title: '查看服务状态与公开说明', anyone: true },
  'document.check': { title: '快速检查文件', anyone: true },
  'session.open': { title: '登录', anyone: true },
  'session.own': { title: '管理自己的登录与密码', signedIn: true },
  'form.read': { title: '查看绩效表', published: true, roles: readers },
  'publication.read': { title: '查看已公开的绩效表', anyone: true },
  'form.compile': { title: '汇编绩效表', roles: readers },
  'form.import': {
    title: '导入绩效表',
    roles: {
      preparer: 'own',
      'unit-reviewer': 'own',
      'department-reviewer': 'subtree',
      'performance-office': 'subtree',
    },
  },
  'organisation.read': { title: '查看机构', signedIn: true },
  'organisation.write': { title: '维护机构', roles: { 'system-administrator': 'subtree' } },
  'person.read': {
    title: '查看人员与角色',
    roles: { 'system-administrator': 'subtree', 'security-administrator': 'subtree', 'audit-administrator': 'subtree' },
  },
  'person.write': { title: '维护人员账号', roles: { 'system-administrator': 'subtree' } },
  'security.read': {
    title: '查看登录与密码的规定',
    roles: { 'security-administrator': 'subtree', 'audit-administrator': 'subtree' },
  },
  'security.write': { title: '规定登录与密码', roles: { 'security-administrator': 'subtree' } },
  'grant.write': { title: '授予和收回角色', roles: { 'security-administrator': 'subtree' } },
  'cycle.read': { title: '查看年度与任务', signedIn: true },
  'cycle.write': { title: '开设年度与任务', roles: { 'performance-office': 'subtree' } },
  'project.read': { title: '查看项目', roles: readers },
  'project.write': {
    title: '维护项目',
    roles: {
      preparer: 'own',
      'unit-reviewer': 'own',
      'department-reviewer': 'subtree',
      'performance-office': 'subtree',
    },
  },
  'filing.read': { title: '查看填报件', roles: readers },
  'filing.edit': { title: '填写、提交和撤回', roles: { preparer: 'own' } },
  'filing.unit-review': { title: '单位审核', roles: { 'unit-reviewer': 'own' } },
  'filing.department-review': { title: '主管部门审核', roles: { 'department-reviewer': 'subtree' } },
  'filing.finance-review': { title: '财政审核', roles: { 'finance-reviewer': 'subtree' } },
  'filing.manage': { title: '催办、重开和终审', roles: { 'performance-office': 'subtree' } },
  'filing.publish': { title: '公开', roles: { 'department-reviewer': 'subtree', 'performance-office': 'subtree' } },
  'filing.opine': { title: '会签与评审意见', roles: { ...readers } },
  'evidence.read': { title: '查看佐证材料', roles: readers },
  'evidence.write': { title: '上传佐证材料', roles: { preparer: 'own' } },
  'audit.read': { title: '查看审计记录', roles: { 'audit-administrator': 'subtree' } },
  'system.read': {
    title: '查看系统状态与任务',
    roles: { 'system-administrator': 'subtree', 'audit-administrator': 'subtree' },
  },
  'system.write': { title: '备份与维护系统', roles: { 'system-administrator': 'subtree' } },
} as const satisfies Record<string, Line>

export type Permission = keyof typeof policy
export const allPermissions = Object.keys(policy) as readonly Permission[] // the names written above
