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
  done: '设置完成。',
  ways: { own: '设置本地区', demonstration: '先看示例' },
  demonstrationIntro:
    '装入五份公开的绩效文件和一年的示例工作，每种角色各有一个账号。只能在空的系统里装入；以后正式使用，请换一个空的数据目录。',
  demonstrate: '装入示例',
  demonstrating: '正在装入，约需十几秒…',
  accounts: '示例账号',
  accountsOnce: '密码只显示这一次，请保存。',
  accountsSave: '下载账号清单',
  accountsFile: '示例账号.txt',
  next: '接下来',
  steps: [
    {
      title: '系统管理员：导入机构',
      content: '在“管理 → 机构”下载模板，填好主管部门和预算单位后导入；再在“人员与角色”里建立账号。',
    },
    { title: '安全管理员：授予角色', content: '在“人员与角色”里授予填报人、审核人、绩效管理人员等角色。' },
    {
      title: '绩效管理人员：开放年度和任务',
      content: '在“管理 → 年度与任务”选定口径，开放申报、自评等任务并定截止日期。',
    },
  ],
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
  done: 'Set-up is done.',
  ways: { own: 'Set up our place', demonstration: 'Try the demonstration' },
  demonstrationIntro:
    'Loads five published documents and a year of example work, with an account for every role. Only into an empty system; for real use start with an empty data directory.',
  demonstrate: 'Load the demonstration',
  demonstrating: 'Loading, this takes some ten seconds…',
  accounts: 'Accounts of the demonstration',
  accountsOnce: 'The passwords are shown this once: keep them.',
  accountsSave: 'Download the list',
  accountsFile: 'accounts.txt',
  next: 'What comes next',
  steps: [
    {
      title: 'System administrator: import organisations',
      content:
        'Administration → Organisations: download the template, fill in departments and units, import it; then make accounts under People and roles.',
    },
    {
      title: 'Security administrator: grant roles',
      content: 'People and roles: preparers, reviewers, the performance office.',
    },
    {
      title: 'Performance office: open the year and its tasks',
      content: 'Administration → Years and tasks: choose the rules, open tasks with their deadlines.',
    },
  ],
  closed: 'Set-up is done already.',
}

export const useSetupWords = vocabulary(zh, en)
