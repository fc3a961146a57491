// 依据: the documents rules rest on. Names only; an article is cited where its text was read.

export const budgetLaw = '《中华人民共和国预算法》'
export const targetManagement = '财预〔2015〕88号《中央部门预算绩效目标管理办法》'
export const evaluation = '财预〔2020〕10号《项目支出绩效评价管理办法》'
export const coreIndicators = '财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》'
export const integratedSystem = '财办〔2023〕12号《预算管理一体化规范（2.0版）》'
export const monitoringRules = '财预〔2019〕136号《中央部门预算绩效运行监控管理暂行办法》'
/** Checks that offices make in practice without a document that prescribes them. */
export const practice = '预算绩效审核通行做法'
