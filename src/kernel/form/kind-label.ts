// Names of the kinds of form, as people say them.
import type { FormKind } from './form.ts'

export const kindLabel: Record<FormKind, string> = {
  'project-target-declaration': '项目目标申报',
  'project-target': '项目目标',
  'project-monitoring': '项目监控',
  'project-self-evaluation': '项目自评',
  'department-target': '部门目标',
  'department-self-evaluation': '部门自评',
  'transfer-target': '转移支付目标',
  'transfer-self-evaluation': '转移支付自评',
}
