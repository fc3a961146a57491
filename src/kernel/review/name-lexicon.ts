// The words by which names, goals and effects are judged, as data. The words of values stand in lexicon.ts.

/** What a measurable name ends with. */
export const measureEndings =
  /(率|比例|占比|比重|百分比|数|数量|次数|批次|家次|人次|量|度|性|额|值|价|费|费用|经费|成本|支出|单价|时间|时限|期限|时长|时效|周期|年限|期|日期|工期|进度|情况|水平|程度|能力|质量|效果|效益|指数|得分|排名|等级|面积|长度|里程|规模|范围|覆盖面|比|天|人|家|项|个|份|件|套|台|场|次|户|所)$/

/** Names that are a demand on the work instead of something measured; 根据地, 按揭 and 达到 with a rate behind it are none. */
export const demands =
  /^(应|须|必须|严格)?(符合|满足(?!率)|达到|遵守|遵照|遵循|按照|依照|依据|根据(?!地)|不超|不得|按期|如期|按要求|按规定|按计划|按合同)/

/** Names that promise somebody's approval instead of naming its measure. */
export const promisedApproval = /^(获得|赢得|得到|让|使|确保|争取)\S{2,}(满意|认可|好评|放心|支持|称赞)$/

/** Names that are a month, a day or a year. */
export const calendarNames = /^((19|20)\d\d年(度)?)?(\d{1,2}月(份|底|初|中旬|上旬|下旬)?(\d{1,2}日)?)?(前|底|内)?$/

/** What is left behind when a text is copied through systems: replacement signs, entities, spreadsheet errors. */
export const garbled =
  /\uFFFD|□{2,}|[?？]{3,}|&(nbsp|amp|lt|gt|quot|#\d+);|_x000[dDaA]_|#(REF|NAME|VALUE|N\/A|DIV\/0)[!?]?|#{4,}|锟斤拷|烫烫/

/** Where a name cannot end: a list, a clause or a bracket stays open, or a joining word has nothing behind it. */
export const openEnd = /[、，,；;：:（(“《【]$|[（(][^（()）]{1,6}$|以及$|(?<![参给赋授付])与$/

/** What each second level of benefit is about, by words of names and descriptions. */
export const benefitWords = {
  economic:
    /经济|产值|收入|收益|利润|节约|节省|节支|成本|税|投资|价格|物价|增收|销售|营业|融资|贷款|减负|损失|资金|产业|产品|就业|消费|贸易|订单|市场份额|GDP|生产总值|效率|费用|降本|增效|交易|回报|合同|招商|项目|企业|用工|产出|用地|储备|开发|利用|经营|价值/,
  ecological:
    /生态|污染|排放|减排|绿化|绿色|植被|森林|水质|水体|水土|空气|大气|扬尘|噪声|噪音|垃圾|废弃|废水|废气|固废|危废|能耗|能源|节能|节水|节电|低碳|碳|环保|环境(质量|保护|卫生|影响|整治|改善|治理)|自然|耕地|土壤|湿地|河|湖|海|降尘|回收|循环|无纸化|清洁|生物/,
  lasting: /年限|寿命|长期|持续|长效|机制|制度|使用期|更新周期|后续/,
  social:
    /营商环境|市场环境|网络环境|消费环境|竞争环境|投资环境|信用环境|政务环境|行政环境|社会|群众|公众|人民|民生|安全|执法|维权|公平|监管能力|保障能力|服务能力|服务水平/,
} as const

/** Work of the office itself: the share or number of it done is output, whatever it stands under. */
export const ownWork =
  /(整改|受理|办理|办结|审批|通报|录入|检查|督查|巡查|培训|考试|考核|审查|验收|采购|印刷|印发|报送|填报|公示)(任务|工作|案件|事项|结果|计划|意见|信息)?(落实|完成|通过|覆盖|及时|办结|回复)?(率|数|数量|次数|件数|家数|人数|批次|场次|份数)$/

/** People inside the office. Staff who use what was bought, or eat in the canteen, may rightly be asked: only advice. */
export const insiders =
  /内部(用户|人员|员工|职工|科室|处室)|本(单位|局|委|院|中心|校|机关)(职工|人员|干部|员工|工作人员)|机关(干部|工作人员|人员|职工)|干部职工|单位职工|用餐人员|就餐人员|各(处室|科室|部门|股室)|(处室|科室|股室)满意/

/** Set phrases of effects: verb and adverb of improvement, in either order around anything. */
export const setPhrases =
  /(逐步|不断|持续|进一步|显著|明显|有效|有所|稳步|切实|全面|大力|更加|日益|长期|充分|积极)?(提高|提升|增强|加强|改善|优化|促进|推动|推进|营造|塑造|树立|完善|健全|维护|保障|扩大|净化|规范|助力|巩固|影响|深化)/
/** … and what makes such a sentence checkable after all. */
export const checkable =
  /[\d%％]|[一二两三四五六七八九十百]+[项次个家人份%]|《|不发生|未发生|不出现|不产生|无(重大|事故|投诉|发生|责任)|零|全部|全覆盖|均|优于|达到|达标|符合|满足|通过|不低于|不高于|不超过|以上|以下|实现|建成|建立|形成|制定|出台|完成|国家标准|等次|名列|位居|前列|到位/

/** What no single project brings about. */
export const grandEffects =
  /人民(群众)?(的)?(生命|财产)|生命(财产)?安全|社会(和谐|稳定|大局)|和谐稳定|国民经济|经济社会发展|(全省|全市|全国|全县|全区)\S{0,6}(生产总值|GDP|经济|就业|收入|增速)|共同富裕|乡村振兴|长治久安/

/** Words of speeches: a goal made of them without a number says nothing that could be checked. */
export const slogans =
  /贯彻落实|贯彻|精神|决策部署|高质量|全面|深入|切实|进一步|不断|持续|大力|扎实|着力|积极|有力|有效|充分|统筹|助力|推动|推进|促进|巩固|拓展|深化|强化|提升|提高|加强|增强|优化|保障|围绕|聚焦|坚持|构建|打造|赋能|引领|示范|弘扬|牢固|树立|严格/g

/** A reason that says the target was wrong. */
export const wrongTarget =
  /(目标|指标)(值)?(的)?(设置|设定|制定|编制|预估|测算|确定|申报)?(得)?(过于|比较|较|偏|过|不够|不太|不)(保守|低|高|大|小|准确|精准|合理|科学|充分)|(目标|指标)(值)?(设置|设定|制定|编制)(的)?(精准|准确|合理|科学)(度|性)|(提高|提升|加强|优化|完善|合理|科学|及时|准确)\S{0,8}(设置|设定|制定|调整|编制|修订)\S{0,8}(目标|指标)|合理(预估|估计|预计|测算)|(预估|估计|预计|测算|预判)(不足|不准|不够|不充分|偏低|偏高|有误|有偏差)/

/** A reason that claims the work was done, and one that says it was not. */
export const claimsDone =
  /^(已|均已|已经|全部|已全部|按时|按期|如期|按计划|超额)?(完成|达成|达到|实现)(了)?(年度|预期|全部|全年|既定|绩效)*(目标|指标|任务|工作|计划|要求)?$/
export const admitsMissing = /(未能|未|没有|尚未|没)(按时|按期|如期|全部|完全|及时)*(完成|达到|达成|实现|开展|实施)/
