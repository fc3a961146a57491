// The words offices use for the parts of these forms where they do not use those of a known layout.
import { memo, memoOf } from '../../kernel/memo.ts'
import { withoutBrackets } from '../text.ts'

/** A field a label may name, and how sure that is: 1 = no other meaning is known, below 0.6 = not read. */
export type Meaning = { readonly at: string; readonly certainty: number }
type Words = readonly (readonly [RegExp, string, number])[]

/** The field that the first fitting pattern names. Keys are compared without blanks and brackets. */
export const meaningIn = (words: Words, key: string): Meaning | null =>
  key === '' || key.length > LONGEST ? null : meanings(words)(key)

/** Forms print the same few labels again and again. */
const meanings = memoOf((words: Words) => memo((key) => firstFitting(words, key)))

function firstFitting(words: Words, key: string): Meaning | null {
  const plain = withoutBrackets(key)
  const found = words.find(([pattern]) => pattern.test(key)) ?? words.find(([pattern]) => pattern.test(plain))
  return found === undefined ? null : { at: found[1], certainty: found[2] }
}

const LONGEST = 40

/** Headings of the indicator table. What has no place in a form is named `other`, so that it is taken for nothing else. */
export const indicatorColumns: Words = [
  [/^(?:绩效)?一级(?:绩效)?(?:指标|目标)?(?:名称)?$/, 'dimension', 1],
  [/^(?:绩效)?二级(?:绩效)?(?:指标|目标)?(?:名称)?$/, 'aspect', 1],
  [/^(?:绩效)?三级(?:绩效)?(?:指标|目标)?(?:名称|内容)?$/, 'name', 1],
  [/^四级(?:绩效)?指标/, 'other', 1],
  [/^标准分值?$/, 'weight', 0.95],
  [/^自评分数$/, 'score', 0.95],
  [/(?:上年|以前年度|历史|行业|往年|前三年|近三年|中期|实施期|全周期|调整|变更)/, 'other', 0.9],
  [
    /(?:依据|来源|标准|细则|规则|方法|佐证|证明|材料|备注|核心|系数|完成率|偏差[度率]|偏离度|取值|责任|处室|科室|序号|编码|代码|评语|得分率|预计)/,
    'other',
    0.9,
  ],
  [/^(?:(?:具体|个性)?(?:绩效)?指标(?:名称|事项)|具体指标|指标|考核指标|评价指标)$/, 'name', 0.9],
  [/^绩效指标$/, 'name', 0.65],
  [/^指标内容$/, 'content', 0.8],
  [/^(?:绩效)?指标(?:描述|解释|说明|定义|内涵|释义)$/, 'description', 0.95],
  [/^(?:指标)?(?:计量|度量|指标值|计算)?单位$|^指标(?:计量|度量)单位$/, 'measureUnit', 0.95],
  [/^(?:指标)?(?:指标|目标值)?(?:方向|计算符号|运算符号?|符号|比较符号?|对比符号?)$/, 'direction', 0.95],
  [/^指标(?:性质|属性|类型|类别)$/, 'nature', 0.8],
  [
    /^(?:三级)?(?:指标)?(?:标准|满分|应得|设定|分值|自评)?(?:权重|分值|分数|标准分|满分|权重分|分值权重|权重分值)(?:值|数)?$/,
    'weight',
    0.95,
  ],
  [
    /^(?:单位|部门|指标|项目|本项|绩效)?(?:自评|自查|评价|实际|评定|最终|考核)?(?:得分|评分|分数|得分值|自评分)(?:情况)?$/,
    'score',
    0.95,
  ],
  [
    /^(?:截至|截止|半年度|上半年|年度|全年|本年|当年|累计|自评|绩效|指标|目标|年末|期末|[\d-]+月?)*(?:实际|实现|完成|达成|执行|已)(?:完成|达成|执行|实现|达到|实际)?(?:指标|目标|绩效)?(?:值|情况|数|结果|水平)?$/,
    'actual',
    0.95,
  ],
  [
    /^(?:年度|年初|全年|本年|当年|预期|计划|设定|申报|批复|预计|绩效|考核|实现|完成|总体|初始)*(?:指标|目标|绩效|计划|预期|标准|实现|设定|完成)(?:指标|目标)?(?:值|数|水平|标准)$/,
    'target',
    0.95,
  ],
  [/^(?:年度|年初|预期|计划)(?:绩效)?(?:指标|目标)$/, 'target', 0.8],
  [
    /(?:偏差|偏离|未完成|未达|差异|超额).*(?:原因|分析|说明|措施)|^(?:原因|原因说明|原因分析)$|(?:原因|问题).*措施/,
    'deviation',
    0.95,
  ],
  [/^(?:情况)?说明$/, 'deviation', 0.65],
]

/** Headings of the money table. */
export const fundColumns: Words = [
  [/(?:上年|到位|结余|结转|预计|原因|备注|来源|名称|性质|说明|差异|调整数|调剂)/, 'other', 0.9],
  [/得分|自评分$/, 'score', 0.95],
  [/^(?:执行率)?(?:分值|权重|分数|标准分|满分)/, 'weight', 0.95],
  [/执行率|支出率|支出进度|执行进度|完成率/, 'rate', 0.95],
  [
    /^(?:截至|截止)?(?:年度|全年|本年|当年|预算|实际|累计|资金|[\d-—～]+月份?)*(?:执行|支出|支付|使用|决算)(?:数|额|金额)?$/,
    'executed',
    0.95,
  ],
  [
    /^(?:年初|批复|年初批复|期初|年初部门)(?:预算|批复|安排)?(?:预算)?(?:数|额|金额|安排数)?$|^预算批复数?$/,
    'initialBudget',
    0.95,
  ],
  [
    /^(?:全年|调整后|调整|执行中|年度|本年|当年|最终|变动后|财政)*预算(?:安排|调整|总额)?(?:数|额|金额)?$/,
    'annualBudget',
    0.9,
  ],
  [/^(?:金额|预算金额|申请金额|申请数)$/, 'initialBudget', 0.9],
]

/** A sum of money; all others are parts of one. */
export const isTotal = (key: string): boolean =>
  /^(?:(?:中期|实施期|年度|本年|当年|项目|部门|预算|财政|单位|整体|全年)*(?:资金|预算|金额|支出|申请)*(?:总额|合计|总计|总量|总金额|总数|小计)|总额|合计|总计|总量|预算数)$/.test(
    key,
  ) && key.length <= 12

/** A source of money. */
export const isFundRow = (key: string): boolean =>
  key.length <= 24 &&
  (isTotal(key) ||
    /(?:资金|拨款|预算|收入|结转|结余|自筹|贷款|债券|补助|支出|经费|投入|基金|彩票公益金)(?:总额|合计)?$/.test(key))

/** Money asked for over the whole life of a project. */
export const ofWholeProject = (key: string): boolean => /^(?:中期|实施期|项目资金总额|项目总|总投资)/.test(key)

/** Labels of the head with one value beside them. */
export const headLabels: Words = [
  [
    /^(?:单位名称、)?(?:预算)?(?:专项)?(?:转移支付)?(?:项目|专项|政策)(?:支出)?(?:\(项目\)|\(政策\))?名称$|^(?:转移支付|专项转移支付)名称$|^专项名称$/,
    'project.name',
    0.95,
  ],
  [/^(?:项目|专项)(?:编码|代码|编号)$/, 'project.code', 0.95],
  [
    /^(?:项目)?(?:主管|一级预算|预算主管|业务主管|地方主管|省级主管|市级主管|主管预算)(?:部门|单位)(?:名称)?$|^预算部门(?:名称)?$|^部门(?:\(单位\))?名称$/,
    'department.name',
    0.95,
  ],
  [/^(?:主管|预算)?部门(?:编码|代码)$/, 'department.code', 0.95],
  [/^(?:项目)?(?:具体)?(?:实施|承担|执行|用款|使用|资金使用|项目)单位(?:名称)?$/, 'unit.name', 0.95],
  [/^(?:填报|申报|申请|预算)单位(?:名称)?$|^单位名称$/, 'unit.name', 0.85],
  [/^(?:实施|预算|项目)?单位(?:编码|代码)$/, 'unit.code', 0.9],
  [/^项目(?:性质|属性)$/, 'project.nature', 0.95],
  [/^项目类别$/, 'project.category', 0.95],
  [/^(?:项目)?(?:计划)?(?:开始|起始)(?:日期|时间|年月)$/, 'project.start', 0.95],
  [/^(?:项目)?(?:计划)?(?:完成|结束|终止)(?:日期|时间|年月)$/, 'project.end', 0.95],
  [/^(?:自评|评价|综合)(?:总分|总得分|得分)$/, 'totals.score', 0.8],
  [/^(?:自评|评价|评分|绩效)(?:等级|等次|级别|结论|结果)$/, 'grade', 0.85],
]

/** Goal texts of forms that look back; what was meant stands beside what was done. */
export const pastGoals: Words = [
  [/调整/, 'other', 0.9],
  [
    /(?:目标|绩效|任务).{0,4}(?:完成|实现|达成|执行)(?:情况|综述|结果)|^(?:全年|年度|本年|目标|总体)*(?:实际)?(?:完成|实现|达成)情况(?:综述)?$/,
    'goals.actual',
    0.95,
  ],
  [/^(?:年初|年度|预期|总体|设定|项目|绩效|全年|本年|批复|申报)*(?:目标|绩效)$/, 'goals.expected', 0.9],
]

/** Goal texts of forms that look ahead. */
export const comingGoals: Words = [
  [/^(?:项目)?(?:中期|中长期|长期|实施期|总体?|项目总|全周期)(?:绩效)?(?:总体)?(?:绩效)?目标/, 'goals.overall', 0.95],
  [/^(?:项目)?(?:年度|本年|当年|全年|年初)(?:总体|绩效|项目|预期)*目标/, 'goals.annual', 0.95],
  [/^(?:项目|预期|总体|整体|支出)*(?:绩效)?(?:总体)?目标$/, 'goals.overall', 0.75],
]

export const isSum = (key: string): boolean =>
  /^(?:自评|评价|综合|指标)?(?:总分|总得分|合计|总计|得分合计|分值合计|综合得分|合计得分|自评总分)(?:\(.*\))?$/.test(
    key,
  )
export const isGrade = (key: string): boolean =>
  /^(?:项目)?(?:自评|评价|评分|绩效|综合)(?:等级|等次|级别|结论|结果)$/.test(key)

/** Columns of the tasks of a department. */
export const taskColumns: Words = [
  [/^(?:主要)?任务(?:名称)?$/, 'name', 0.95],
  [/^(?:年度)?主要任务$/, 'plan', 0.8],
  [/^(?:主要|任务|工作)?内容$/, 'content', 0.95],
  [/^(?:任务|实际)?完成情况$/, 'completion', 0.95],
]

/** A label of something a form has no place for. */
export const isOtherLabel = (key: string): boolean =>
  key.length >= 2 &&
  key.length <= 16 &&
  !/[，。；、\d]/.test(key) &&
  /(?:名称|编码|代码|电话|负责人|联系人|填表人|填报人|经办人|日期|时间|地址|类型|类别|性质|属性|处室|科室|概况|概述|依据|必要性|可行性|计划|措施|意见|结论|问题|原因|说明|备注|级次|来源|方式|盖章|签字|事项|资金情况|项目资金|预算执行情况|绩效指标|总体目标|绩效目标)(?:\(.*\))?$/.test(
    key,
  )
