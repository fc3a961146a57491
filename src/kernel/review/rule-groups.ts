import type { RuleGroup } from './review-rule.ts'

/** What the rules of a group are about; their ids begin with its letter. */
export const ruleGroups: Readonly<Record<RuleGroup, string>> = {
  A: '表的完整与身份',
  B: '资金',
  C: '指标名称、解释与分类',
  D: '算符、指标值与单位',
  E: '目标与指标的一致',
  F: '分值',
  G: '自评完成值与得分',
  H: '偏差说明',
  M: '监控',
  P: '公开',
  Y: '跨年、跨表与文字',
}
