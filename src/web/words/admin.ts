// Words of the frame of 管理 and of what its pages have in common.
import { vocabulary } from '../words.ts'

const zh = {
  title: '管理',
  pages: { organisations: '机构', people: '人员与角色', cycles: '年度与任务', audit: '审计', system: '系统状态' },
  sections: '管理的页面',
  nothing: '您没有管理类的权限。需要时请找安全管理员授予角色。',
  notAllowed: (page: string) => `您没有“${page}”的权限。需要时请找安全管理员授予角色。`,
  signIn: '请先登录。',
  search: '搜索',
  save: '保存',
  confirm: '确定',
  cancel: '取消',
  close: '关闭',
  more: '更多',
  none: '（无）',
  today: '今天',
  effectiveOn: '生效日期',
  reason: '原因',
  reasonHint: '如文件号，会记入历史和审计',
  needed: (label: string) => `请填写${label}`,
  needOrganisation: '请选择机构',
  pickOrganisation: '输入名称或代码查找机构',
  noOrganisation: '没有找到机构',
}

const en: typeof zh = {
  title: 'Administration',
  pages: {
    organisations: 'Organisations',
    people: 'People and roles',
    cycles: 'Years and tasks',
    audit: 'Audit',
    system: 'System',
  },
  sections: 'Pages of administration',
  nothing: 'You have no permission to administer anything. A security administrator grants roles.',
  notAllowed: (page) => `You have no permission for “${page}”. A security administrator grants roles.`,
  signIn: 'Please sign in.',
  search: 'Search',
  save: 'Save',
  confirm: 'Confirm',
  cancel: 'Cancel',
  close: 'Close',
  more: 'More',
  none: '(none)',
  today: 'Today',
  effectiveOn: 'Takes effect on',
  reason: 'Reason',
  reasonHint: 'Such as the number of a document; kept in the history and the audit',
  needed: (label) => `Please fill in: ${label}`,
  needOrganisation: 'Please choose an organisation',
  pickOrganisation: 'Type a name or code to find an organisation',
  noOrganisation: 'No organisation found',
}

export const useAdminWords = vocabulary(zh, en)
