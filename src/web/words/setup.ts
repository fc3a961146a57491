import { vocabulary } from '../words.ts'

const zh = {
  title: '初始设置',
  intro: '这台服务器还没有账号。请由安装的人完成一次设置；设置码打印在启动衡绩的窗口里。',
  code: '设置码',
  place: '地区与财政部门',
  regionCode: '行政区划代码（GB/T 2260，6 位）',
  regionName: '地区名称，如 天津市',
  financeCode: '财政部门代码',
  financeName: '财政部门名称，如 天津市财政局',
  profile: '评分与审核口径',
  administrators: '三名管理员（须由不同的人担任）',
  roles: { system: '系统管理员：机构、账号', security: '安全管理员：角色、解锁', audit: '审计管理员：审计记录' },
  login: '登录名',
  name: '姓名',
  password: '初始密码',
  passwordHint: '至少 10 个字符',
  submit: '完成设置',
  done: '设置完成，请用刚才的账号登录。',
  closed: '已经设置过了。',
}

const en: typeof zh = {
  title: 'First set-up',
  intro:
    'Nobody has an account on this server yet. Whoever installed it sets it up once; the set-up code is printed in the window Hengji was started in.',
  code: 'Set-up code',
  place: 'Region and finance bureau',
  regionCode: 'Region code (GB/T 2260, 6 digits)',
  regionName: 'Name of the region',
  financeCode: 'Code of the finance bureau',
  financeName: 'Name of the finance bureau',
  profile: 'Rules for scoring and review',
  administrators: 'Three administrators (three different people)',
  roles: {
    system: 'System: organisations, accounts',
    security: 'Security: roles, unlocking',
    audit: 'Audit: the audit trail',
  },
  login: 'Login',
  name: 'Name',
  password: 'First password',
  passwordHint: 'At least 10 characters',
  submit: 'Finish',
  done: 'Done. Sign in with one of the accounts.',
  closed: 'Set-up is done already.',
}

export const useSetupWords = vocabulary(zh, en)
