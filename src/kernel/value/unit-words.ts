// The vocabulary of 计量单位: the words that are units, by what they measure, and the words that only begin like one.

export type UnitDimension = 'percent' | 'money' | 'duration' | 'working-days' | 'points' | 'count' | 'measure' | 'ratio'

const words = (list: string): string[] => list.trim().split(/\s+/)

const PERCENT = words('个百分点 百分比 百分率 百分点 百分数 % ‰')
const CURRENCY = words('人民币元 美元 欧元 港元 日元 英镑 元 角')
const DURATION = words(
  '秒 秒钟 分钟 小时 个小时 时 日 天 个自然日 自然日 日历天 个日历日 周 个星期 星期 月 个月 月份 个季度 季度 季 年 个年度 学期 个学期 s S ms min h H d',
)
const WORKING = words('个工作日 工作日 个工作天 工作天')
const POINTS = words('分')
const SCALES = words('万亿 千亿 百亿 十亿 亿 千万 百万 十万 万 千 百')
/** Counted things whose word may be followed by more words: 20家企业, 3名专家. */
const CLASSIFIERS = words(`
  个 份 篇 期 版 条 次 场 人 名 家 户 件 起 项 批 台 套 辆 架 艘 部 只 支 张 页 册 卷 幅 块 棵 株 匹 座 栋 幢 间 处 所 门 道
  类 种 款 枚 粒 颗 瓶 盒 箱 包 袋 桶 节 堂 班 届 轮 例 宗 笔 组 队 双 副 人次 家次 批次 场次 户次 件次 项次 台次 车次 架次 班次 航次
  例次 个次 期次 例 台套 台件 套件 人天 人日 人年 工日 课时 学时 机时 台时 工时 大类 小类 品种 品类 标段 点位 版面 篇次 期数 本`)
/** Counted things that are units only where nothing but an end, a bracket or a ratio follows. */
const NOUNS = words(`
  村 县 区 市 省 乡 镇 乡镇 街道 社区 校 院 店 厂 站 点 位 床 床位 线 路 群 队伍 单位 部门 企业 机构 学校 医院 基地 项目 课题 案例
  案件 案 课 门店 网点 标准 样品 样本 样 品 指标 系统 平台 报告 论文 专利 合同 户数 家数 笔数 件数 人数 次数 份数 个数 项数 批次数 台数 辆数 篇数
  单 回 遍 趟 头 口 根 片 枝 尾 羽 面 盏 樘 段 栏 集 首 出 幕 档 级 度 倍 成 折 列 对 团 车 船 字 万字 帧 封 则 通 杯 盆 罐 筒 号 码 星 等 亩次 M G
  标准箱 标箱 机组 船次 人员 学员 专家 党员 职工 场所 条目 信息 数据 记录 用户 账号 许可 证书`)
const MEASURES = words(`
  吨 公斤 千克 克 毫克 微克 斤 升 毫升 立方 立方米 万立方 方 方米 平方 平方米 平方千米 平方公里 平米 亩 公顷 公里 千米 里 米 延米 延长米 延公里 厘米
  毫米 千瓦 千瓦时 兆瓦 瓦 度 摄氏度 ℃ ° 分贝 ㎡ ㎞ ㎏ m² m³ m2 m3 km² 人公里 车公里 吨公里 标准煤 吨标准煤 吨标煤 兆 标立方米 立方米/秒
  km KM m cm mm kg KG g mg t T L l ml mL kW KW kw kWh KWH kwh MW mw GB MB TB kV KV kVA KVA dB ha kPa MPa Pa Mbps Gbps Kbps Hz kHz KHz MHz GHz V A W VA PB ppm lux N rpm dpi`)

/** Words that begin like a unit and are none: ≥90天津市民满意, ≥3人民调解. */
const NOT_UNITS = words(`
  人民 人才 人均 人口 人大 个人 个别 家庭 场地 次要 次年 次月 年度 年均 天津 天气 天数 分析 分别 分类 分级 分布 分配 条件 条例 台账 套餐 本市 本地 本级
  本省 本县 本区 本单位 本年 期间 期限 月均 月度 日常 日均 户外 户籍 篇幅 组织 类型 类别 类似 种类 种植 名单 名录 名称 批准 批复 部分 部署 区域 区间 家长 份额 起步 起到 元素
  所有 所需 处理 处置 处罚 门槛 道路 包括 包含 包装 节约 节能 节省 班级 双方 双向 轮换 件均 张贴 座谈 项下 版权 支付 支持 支撑 支出 只要 只有 块状 台湾 场景 时间 时效 时限 万一
  千方百计 百姓 百年 米面 克服 方案 方便 方式 方向 方面 里程 升级 升高 成本 成果 成立 成效 成功 度过 线上 线下 路径 点击 位于 对口 通过 通知 单独 面向 面对 级别 等级 等次 等方面 口径 首次 首批
  市场 市民 市级 市区 县级 区级 省级 省局 市局 社会 社保 院内 校园 校内 车辆 信息化 信息公开 数据共享 标准化 企业化 用户满意 机构改革 项目化 学校食堂`)

type UnitWord = {
  readonly kind: UnitDimension | 'scale'
  /** More words may follow it: 20家企业. The others are units only before an end, a bracket, a ratio or 以上. */
  readonly strong: boolean
}

const unitWords = new Map<string, UnitWord>()
const declare = (list: readonly string[], kind: UnitWord['kind'], strong: boolean): void => {
  for (const word of list) if (!unitWords.has(word)) unitWords.set(word, { kind, strong })
}
declare(PERCENT, 'percent', true)
declare(CURRENCY, 'money', true)
declare(DURATION, 'duration', true)
declare(WORKING, 'working-days', true)
declare(POINTS, 'points', true)
declare(SCALES, 'scale', false)
declare(CLASSIFIERS, 'count', true)
declare(NOUNS, 'count', false)
declare(MEASURES, 'measure', true)

/** First character → words that start with it, longest first. */
function byFirst(list: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const word of list) table.set(word.charAt(0), [...(table.get(word.charAt(0)) ?? []), word])
  for (const found of table.values()) found.sort((a, b) => b.length - a.length)
  return table
}
const unitTable = byFirst(unitWords.keys())
const blockTable = byFirst(NOT_UNITS)
const lookup = (table: ReadonlyMap<string, readonly string[]>, text: string, at: number): string | undefined =>
  table.get(text.charAt(at))?.find((word) => text.startsWith(word, at))

export const unitWord = (word: string): UnitWord | undefined => unitWords.get(word)

/** The longest unit word at a position; Latin letters are left to the caller. */
export const unitWordAt = (text: string, at: number): string | undefined => lookup(unitTable, text, at)

/** Whether a word stands here that only begins like a unit: 市民, 人民, 分析. */
export const isNoUnitAt = (text: string, at: number): boolean => lookup(blockTable, text, at) !== undefined
