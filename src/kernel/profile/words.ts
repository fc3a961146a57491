// A profile in sentences: what `profiles show` prints, and the places where two profiles differ.
import { Decimal, plain, type Rounding } from '../decimal.ts'
import { kindLabel } from '../form/kind-label.ts'
import type { Deduction, Profile, Severity, TierBand } from './profile.ts'

/** One thing a profile lays down: what about, and the sentence. */
export type Statement = { readonly topic: string; readonly text: string }

/** Where two profiles say different things about the same topic; null = the profile says nothing about it. */
export type Difference = { readonly topic: string; readonly left: string | null; readonly right: string | null }

/** Everything a profile lays down, in the order of a form. `titleOf`: what a rule demands, by its id. */
export const profileWords = (profile: Profile, titleOf: (rule: string) => string): readonly Statement[] => [
  ...scope(profile),
  ...execution(profile),
  ...dimensions(profile),
  ...methods(profile),
  ...grades(profile),
  ...roundings(profile),
  ...lights(profile),
  ...limits(profile),
  ...comparison(profile),
  ...lengths(profile),
  ...severities(profile, titleOf),
]

/** Topics on which the two differ, in order; equal ones are left out. */
export function differences(left: Profile, right: Profile, titleOf: (rule: string) => string): readonly Difference[] {
  const [there, here] = [left, right].map(
    (profile) => new Map(profileWords(profile, titleOf).map(({ topic, text }) => [topic, text])),
  ) as [Map<string, string>, Map<string, string>] // two in, two out
  return [...new Set([...there.keys(), ...here.keys()])]
    .map((topic) => ({ topic, left: there.get(topic) ?? null, right: here.get(topic) ?? null }))
    .filter((topic) => topic.left !== topic.right)
}

const say = (topic: string, text: string): Statement => ({ topic, text })
const percent = (share: string): string => `${plain(new Decimal(share).times(100))}%`

const scope = ({ regions, kinds, from }: Profile): Statement[] => [
  say('适用地区', regions.length === 0 ? '全国，各地没有自己口径的都用它。' : `${regions.join('、')}。`),
  say('适用表种', kinds.length === 0 ? '全部表种。' : `${kinds.map((kind) => kindLabel[kind]).join('、')}。`),
  say('起用年度', `${from} 年起。`),
]

const execution = ({ execution: e, totalWeight }: Profile): Statement[] => [
  say('总分', `满分 ${totalWeight} 分。`),
  say('预算执行率分值', `预算执行率占 ${e.weight} 分，得分 = 分值 × 全年执行数 ÷ 全年预算数，高于 100% 按 100% 计。`),
  say('执行率偏低须说明', e.reasonBelow === null ? '不要求。' : `执行率低于 ${e.reasonBelow}% 的须说明原因。`),
  say('最高等级的执行率', `执行率低于 ${e.topGradeBelow}% 而评为最高等级的提示核实。`),
]

function dimensions({ dimensions: all }: Profile): Statement[] {
  const weighed = (key: 'weight' | 'weightWithCost'): string => {
    const parts = all.flatMap((dimension) => (dimension[key] === null ? [] : `${dimension.name} ${dimension[key]} 分`))
    return parts.length === 0 ? '不规定。' : `${parts.join('，')}。`
  }
  return [
    say('一级指标分值', weighed('weight')),
    say('设成本指标为一级时的分值', weighed('weightWithCost')),
    say('必设一级指标', `${all.flatMap(({ name, required }) => (required ? name : [])).join('、')}。`),
    ...all.map(({ name, aspects }) =>
      say(`${name}下的二级指标`, `${aspects.map((aspect) => aspect.name).join('、')}。`),
    ),
  ]
}

const reverseWords = {
  linear: '超过指标值的，按超出比例扣分，超出一倍以上不得分。',
  ratio: '超过指标值的，得分 = 分值 × 指标值 ÷ 完成值。',
  strict: '超过指标值的不得分。',
} as const
const equalWords = {
  'at-least': '达到即满分，未达到按完成比例计分（按“不少于”理解）。',
  strict: '与指标值不等的，得分须人工确认。',
} as const

const methods = ({ reverse, equal, over, deductions, tiers, satisfactionBands }: Profile): Statement[] => [
  say('反向指标（≤、<）', reverseWords[reverse]),
  say('等于指标（=）', equalWords[equal]),
  say('超额完成', overWords(over)),
  ...deductions.map((deduction) => say(`${deduction.names.join('、')}的计分`, deductionWords(deduction))),
  ...tiers.map((band) => say(`定性指标“${tierNames[band.tier]}”档`, bandWords(band))),
  say(
    '满意度赋分',
    satisfactionBands === null
      ? '与其他定量指标同样计分。'
      : `${satisfactionBands.map(({ atLeast, share }) => `满意度达到 ${atLeast}% 得分值的 ${percent(share)}`).join('，')}，再低不得分。`,
  ),
]

function overWords({ threshold, reasonRequired, ofZero }: Profile['over']): string {
  const zero = ofZero === null ? '' : `；指标值为 0 的，完成值达到 ${ofZero} 起提示`
  return `完成值达到指标值的 ${percent(threshold)} 起提示${zero}，不扣分${reasonRequired ? '，须写明原因' : ''}。`
}

const deductionWords = ({ fullFrom, step, points, begun }: Deduction): string =>
  `达到 ${fullFrom}% 得满分，每少 ${step} 个百分点扣 ${points} 分，不足 ${step} 个百分点的${begun ? `按 ${step} 个计` : '不扣'}。`

const tierNames = { achieved: '达成', partial: '部分达成', missed: '未达成' } as const

const bandWords = ({ labels, from, to, fromInclusive, toInclusive }: TierBand): string =>
  `得分值的 ${percent(to)}${toInclusive ? '（含）' : '（不含）'}至 ${percent(from)}${fromInclusive ? '（含）' : '（不含）'}；表上写作${labels.map((label) => `“${label}”`).join('、')}。`

const grades = ({ grades: all }: Profile): Statement[] => [
  say('等级', `${all.map(({ grade, atLeast }) => `${grade}：${atLeast} 分起`).join('；')}。`),
]

const roundingNames: Readonly<Record<keyof Profile['rounding'], string>> = {
  rate: '执行率',
  executionScore: '预算执行得分',
  indicatorScore: '指标得分',
  total: '总分',
}
const modes: Readonly<Record<Rounding['mode'], string>> = { 'half-up': '四舍五入', truncate: '截断，不进位' }

const roundings = ({ rounding }: Profile): Statement[] =>
  (['rate', 'executionScore', 'indicatorScore', 'total'] as const).map((key) =>
    say(`${roundingNames[key]}的舍入`, `保留 ${rounding[key].places} 位小数，${modes[rounding[key].mode]}。`),
  )

const lights = ({ lights: { consistency, progress }, monitoring }: Profile): Statement[] => [
  say(
    '得分与执行一致性灯',
    `指标得分率高出执行得分率 ${percent(consistency.gap)} 以上（占指标得分率）为红灯，预算未执行超过 ${percent(consistency.unspent)} 为黄灯。`,
  ),
  say('执行进度灯', `执行率低于序时进度的 ${percent(progress.red)} 为红灯，低于 ${percent(progress.yellow)} 为黄灯。`),
  say(
    '监控执行率预警线',
    monitoring.steps.length === 0
      ? '不规定。'
      : `${monitoring.steps.map(({ month, atLeast }) => `1—${month}月低于 ${atLeast}%`).join('，')}的预警。`,
  ),
  say(
    '目标与执行之差预警线',
    monitoring.gap === null ? '不规定。' : `目标实现程度与预算执行率相差超过 ${percent(monitoring.gap)} 的预警。`,
  ),
  say(
    '预警处置时限',
    monitoring.handleWithin === null ? '不规定。' : `预警后 ${monitoring.handleWithin} 个工作日内处置。`,
  ),
]

const limits = ({ limits: l }: Profile): Statement[] => [
  say('三级指标数量', `${l.indicatorCount.atLeast}—${l.indicatorCount.atMost} 条为宜。`),
  say('单个指标分值', `超过 ${l.singleWeight} 分的提示。`),
  say('平均分值', `平均每条不足 ${l.averageWeight} 分的提示过碎。`),
  say('分值全部相同', `${l.equalWeightsFrom} 条起提示。`),
  say('指标全部满分', `${l.fullMarksFrom} 条起提示。`),
  say('完成值恰等于指标值', `定量指标 ${l.exactHits.from} 条起、占比超过 ${percent(l.exactHits.above)} 的提示。`),
  say('年中预算调整', `全年预算与年初预算相差超过 ${percent(l.budgetAdjustment)} 的须说明。`),
  say('成本指标覆盖预算', `不足预算 ${percent(l.costCoverage)} 的提示。`),
  say('指标值偏低', `完成值达到指标值 ${percent(l.targetTooLow)} 的，提示年初指标值偏低。`),
  say('满意度指标值', `低于 ${l.satisfactionAtLeast}% 的提示偏低。`),
  say('差错、投诉类上限', `达到 ${l.errorRate}% 的提示过宽。`),
  say('绩效目标字数', `少于 ${l.goalLength} 个字的提示过短。`),
  say('照抄的文字', `两处文字有 ${percent(l.copiedText)} 相同的视为照抄。`),
  say('口号性目标', `目标 ${l.slogans.from} 个字起没有数量、口号性词语超过 ${percent(l.slogans.above)} 的提示。`),
  say(
    '效果超出项目能力',
    `预算不足 ${l.attribution.budget} 元而写全社会效果的、每元受益超过 ${l.attribution.people} 人的提示。`,
  ),
  say('得分核对容差', `表上得分与复算相差不超过 ${l.scoreTolerance} 分的不判错。`),
]

const comparison = ({ comparison: c }: Profile): Statement[] => [
  say('认作同一指标', `两条指标名称相似度达到 ${percent(c.nameLikeness)} 的。`),
  say('认作同一项目', `同一单位两个项目名称相似度达到 ${percent(c.projectLikeness)} 的。`),
  say('文字中的数与指标对应', `句中出现指标名称的 ${percent(c.narrativeCover)} 以上的。`),
  say('目标文字与指标对应', `目标所列任务有 ${percent(c.taskCover)} 以上的字出现在指标中的，视为有指标。`),
  say('指标值低于上年实际', `不足上年完成值 ${percent(c.laxBelow)} 的提示偏低。`),
  say('上年超额而指标值未提高', `上年完成值达到指标值 ${percent(c.surpassed)} 而今年指标值不变的提示。`),
  say('预算增长而指标值未提高', `预算比上年增长 ${percent(c.budgetGrowth)} 以上的提示。`),
  say('换名降低指标值', `指标值比上年下降 ${percent(c.renamedFall)} 以上而名称不同的提示。`),
  say('照抄的指标', `两张表有 ${c.copiedIndicators} 条指标及说明相同的提示。`),
  say('得分集中', `${c.scores.from} 张表起，各表得分相差不足 ${c.scores.spread} 分的提示。`),
  say('得分偏低与预算', `总分低于 ${c.lowScore} 分而次年预算未减的须说明。`),
  say('公开时限', `批复后 ${c.publishWithin} 日内公开。`),
]

const fieldNames: Readonly<Record<string, string>> = {
  'goals.overall': '总体目标',
  'goals.annual': '年度目标',
  'goals.expected': '预期目标',
  'goals.actual': '实际完成情况',
  'indicators[].description': '指标说明',
  'indicators[].target': '指标值',
  'indicators[].actual': '实际完成值',
  'indicators[].deviation': '偏差原因',
}

const lengths = (profile: Profile): Statement[] => [
  ...Object.entries(profile.lengths).map(([path, length]) =>
    say(`${fieldNames[path] ?? path}的字数`, `不超过 ${length} 个字。`),
  ),
  ...Object.entries(profile.layoutLengths).flatMap(([layout, of]) =>
    Object.entries(of).map(([path, length]) =>
      say(`${fieldNames[path] ?? path}的字数（表样 ${layout}）`, `不超过 ${length} 个字。`),
    ),
  ),
]

const severityNames: Readonly<Record<Severity | 'off', string>> = {
  error: '按错误处理。',
  warning: '按警告处理。',
  advice: '按建议处理。',
  off: '不检查。',
}

const severities = ({ severities: changed }: Profile, titleOf: (rule: string) => string): Statement[] =>
  Object.entries(changed).map(([rule, severity]) => say(`规则 ${rule}“${titleOf(rule)}”`, severityNames[severity]))
