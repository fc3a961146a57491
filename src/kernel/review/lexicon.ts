// The words the review rules look for, as data: a rule says what must be true, this file says how it is worded.

/** Cells that say "does not apply" or "nothing" instead of naming something. */
export const placeholders: ReadonlySet<string> = new Set([
  '不涉及',
  '不适用',
  '无',
  '暂无',
  '没有',
  '无此项',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
])

/** Second-level names by what they measure, without 指标. */
export const aspectStems = {
  quantity: ['数量', '产出数量'],
  quality: ['质量', '产出质量'],
  timeliness: ['时效', '产出时效', '进度'],
  cost: ['成本', '产出成本', '经济成本', '社会成本', '生态环境成本', '环境成本'],
  benefit: ['经济效益', '社会效益', '生态效益', '环境效益', '可持续影响'],
} as const
export type AspectKind = keyof typeof aspectStems

/** Names that only repeat a category or could stand in any form; compared after 指标 is dropped. */
export const categoryNames: ReadonlySet<string> = new Set([
  ...Object.values(aspectStems).flat(),
  ...[
    '产出',
    '效益',
    '效果',
    '满意度',
    '服务对象满意度',
    '社会公众满意度',
    '投入',
    '过程',
    '管理',
    '生态效益',
    '定性',
    '定量',
  ],
  ...['绩效', '年度', '三级', '二级', '一级', '完成情况'],
])

/** Column heads that were typed into a cell of the column. */
export const columnHeads: ReadonlySet<string> = new Set([
  ...[
    '年度指标值',
    '指标值',
    '目标值',
    '绩效指标描述',
    '指标描述',
    '指标解释',
    '指标说明',
    '三级指标',
    '指标内容',
    '绩效指标',
  ],
])

/** Descriptions that cite an order or promise something instead of saying what is counted. */
export const descriptionsThatDefineNothing: readonly RegExp[] = [
  /指标表?(指定|规定|要求|下达)的?指标$/,
  /^按(照)?(工作|相关|有关|规定|合同|上级|文件)?(要求|规定|部署|安排)(执行|完成|落实)?$/,
  /^(得到|有所|持续|不断|逐步|进一步|显著|明显|有效)?(持续|有效)?(提高|提升|改善|增强|加强|优化)$/,
  /^满足要求即不扣分$/,
  /^[^，。；]*(《[^》]*》|办法|细则|通知|意见|方案)[^，。；]*(要求|规定)$/,
  /^(上级|总局|省局|市局)(指定|规定|要求|下达)$/,
]

/** Words of a target that name no amount. A cell made of nothing else has no measure. */
export const vagueTargets = {
  adverbs: [
    '逐步',
    '持续',
    '不断',
    '进一步',
    '显著',
    '明显',
    '有效',
    '有所',
    '稳步',
    '大幅',
    '较',
    '更加',
    '切实',
    '全面',
    '得到',
    '日益',
    '基本',
    '比较',
    '十分',
    '非常',
    '长期',
    '效果',
    '成效',
    '程度',
    '良好',
    '不断地',
    '有序',
  ],
  states: [
    '提高',
    '提升',
    '改善',
    '增强',
    '加强',
    '优化',
    '扩大',
    '推进',
    '促进',
    '完善',
    '健全',
    '保障',
    '保持',
    '稳定',
    '增加',
    '减少',
    '降低',
    '下降',
    '规范',
    '合规',
    '合格',
    '合理',
    '正常',
    '完好',
    '良好',
    '优良',
    '优秀',
    '好',
    '较好',
    '及时',
    '准时',
    '按时',
    '有效',
    '显著',
    '明显',
    '满意',
    '高',
    '较高',
    '广泛',
    '影响',
    '发展',
    '增长',
    '清晰',
    '准确',
    '完整',
    '稳定有效',
    '有序',
    '安全',
    '可靠',
    '通过',
    '完成',
    '达标',
    '流程规范',
  ],
} as const

/** Words that make a number uncertain. 近 and 余 only where a number touches them. */
export const fuzzyWords =
  /左右|上下浮动|大约|约(?=\d)|近(?=\d)(?!\d+个?[年月周日天])|(?<=\d)余|力争|争取(?=达到|完成|实现|超过|不|在|\d)|尽量|尽可能|原则上/
/** 至少2个以上: one bound said twice. */
export const doubleBound =
  /(至少|不少于|不低于|≥|>=|大于等于|大于)[^、，,；;]{0,12}以上|(至多|不超过|不高于|≤|<=|小于等于|小于)[^、，,；;]{0,12}(以下|以内)/

/** A cell that tells how points are given. */
export const scoringWords =
  /得\s*\d+(\.\d+)?\s*分(?!以上|及以上|（含）以上)|扣\s*\d+(\.\d+)?\s*分|扣完为止|为得分|不得分|不扣分|得满分|以\s*\d+(\.\d+)?\s*分为上限/

/** Rates where more is better: the name ends so. */
export const goodRates =
  /(合格|完成|及时|准时|按时|覆盖|准确|正确|达标|通过|好评|知晓|投妥|运行|运转|完好|处置|整改|回复|答复|办结|落实|上岗|出勤|优良|成功|达产|到位|公布|录入|发放|兑现|满意|结案|入库|验收)率$|满意度$|及时性$/
/** … unless the name turns the word round: 不合格率, 未完成率. */
export const negated =
  /(不|未|非|无|欠|逾期|延迟|超时|超期|滞后|违规|重复|错误|虚假|拒绝|失)(能|曾|被|予|按时|及时)?(合格|完成|及时|准时|按时|覆盖|准确|正确|达标|通过|运行|完好|处置|整改|回复|答复|办结|落实|到位|满意|发放|兑现)(率|度|性)$/
/** Rates and counts where less is better: the name ends so. */
export const badRates =
  /(投诉|举报|投诉举报|差评|差错|错误|故障|事故|事故发生|缺陷|失误|逾期|败诉|死亡|违约|流失|空置|破损|损耗|返工|复发|重复投诉|漏报|误报|发案)(率|数|次数|件数|起数|发生数|发生率|案件数)$/

/** Words by which a quantity may rightly have an upper limit. */
export const limitedQuantities =
  /控制|限|减|降|压|故障|事故|投诉|举报|信访|逾期|排放|能耗|消耗|用量|不合格|缺陷|差错|差评|违规|违法|败诉|死亡|发病|病例|超|未|空置|破损|损|三公|接待|公车|车辆|编制|会议|文件|出国|购置|采购|时间|时长|时限|期限|工期|天数|间隔|距离|频次上限|发生|案件|率$/
/** Words of work that is done: more of it is never worse. */
export const deliveredWork =
  /培训|宣传|检查|抽检|巡查|督查|报告|演练|讲座|课程|服务|建成|建设|新建|开展|举办|组织|完成|印刷|印制|发放|监测|检测|检验|审查|审核|评审|评估|调研|走访|慰问|救助|资助|扶持|招录|发布|刊发|制作|修复|维护|维修|维保|清理|整治|受益|参加/

/** Cost indicators that rightly have a lower bound: savings, income, standards of benefit, money to be put in. */
export const costsFromBelow =
  /节约|节支|节省|降低|减少|下降|压减|压缩|收益|收入|产值|利润|回报|标准|补助|补贴|资助|奖励|救助|工资|薪酬|待遇|津贴|投入|到位|配套|投资|保障|采购率|节|率$/
/** What a cost is called. */
export const costNames = /成本|费用|经费|单价|造价|价格|金额|支出|投资额|总额|服务费|维护费|劳务费|费$/
/** Money saved: more is better. */
export const savings = /^(节约|节省|节支)|(节约|节省|节支)(率|额|资金|金额|成本)?$/

/** Names that ask for a day or a span of time. */
export const timeNames = /(时间|时限|期限|时点|日期|时长|工期|截止日)$/
/** 时效 is also said by these. */
export const timelinessWords =
  /及时|按时|准时|按期|如期|时限|时间|期限|时效|进度|周期|时长|响应|频|前完成|完成率|日期|工期|时点|效率|速度|间隔|期$|天数|年限|年度|计划|当年|月|季/

/** Rates by name that are not shares of a whole. */
export const notShares = /(频|功|效|速|分辨|容积|心|倍|曲|斜|帧|采样|码|汇|密度|比)率$/
/** Percentages that may rightly exceed 100. */
export const mayExceedHundred =
  /增长|增幅|增速|增加|提升|提高|上升|同比|环比|超额|负债|杠杆|覆盖倍数|拨备|充足|流动|周转|回报|收益|产出比|放大|发展速度|容积|就业质量指数/
/** Names of pure numbers. */
export const dimensionless = /指数|系数|比值|倍数|得分|评分|分值|排名|名次|位次|等级|级别|pH|PH|比率|比例$/

/** Serving the whole year is what every contract does. */
export const contractTerm =
  /(服务|运维|维护|购买|租赁|合同|保障|运行|正常运转|档案维护|维保)\S{0,6}(时间|期限|年限|时限|期)$/

/** Things that may not happen in a year: the share of them dealt with then has no denominator. */
export const rareEvents =
  /差评|投诉|举报|信访|舆情|事故|故障|隐患|不合格|问题|缺陷|案件|诉讼|纠纷|应急|突发|差错|违规|违法/
export const dealtWith = /(回复|答复|处理|处置|办理|办结|整改|查处|核查|修复|解决|化解|结案|响应)\S{0,3}率$/

/** Not the unit of §5.6: what is written → what should be. */
export const unitsToWrite: Readonly<Record<string, string>> = {
  百分比: '%',
  百分率: '%',
  百分数: '%',
  家数: '家',
  笔数: '笔',
  次数: '次',
  人数: '人',
  件数: '件',
  份数: '份',
  户数: '户',
  个数: '个',
  项数: '项',
  场数: '场',
  期数: '期',
  台数: '台',
  s: '秒',
  S: '秒',
  min: '分钟',
  h: '小时',
}

/** 偏差原因 without a reason. */
export const emptyReasons = /^(无|暂无|没有|无偏差|无原因|不涉及|不适用|未填|同上|[-—–/\\、.。]+)$/

/** 原因 that says the work was called off. */
export const cancelled =
  /(无需|不再|未再|取消|停止|终止|暂缓)(再行)?(采购|实施|开展|执行|进行|举办|建设|组织)|项目取消|活动取消/

/** 原因 that says what will be done. */
export const measureWords =
  /措施|改进|整改|后续|下一步|今后|下年|来年|明年|次年|(20\d\d年)(将|拟|计划|继续|扩大|完善|加强|提高)|将(?!军)|拟|加强|完善|督促|优化|调整|提高|推进|计划|争取|确保|强化|加快/
