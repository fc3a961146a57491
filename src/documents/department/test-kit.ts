// Prints invented department forms the way PDF text flattens them, for tests: column by column, cells wrapped anywhere.
import type { Line } from '../source-text.ts'
import { displayWidth } from '../wrapped.ts'

/** Random numbers from a seed, the same on every machine. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    chance: (share: number): boolean => next() < share,
    // Every list given to `of` has members.
    of: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T,
  }
}
export type Dice = ReturnType<typeof dice>

const words = (
  '组织 开展 推进 落实 完善 加强 城乡 河道 清淤 保洁 图书 阅览 公园 绿化 道路 养护 学校 课后 服务 社区 养老 助餐 消防 演练 监测 数据 平台 运维 培训 宣传 ' +
  '窗口 办理 效率 设施 改造 老旧 小区 电梯 加装 林地 巡护 水质 采样 垃圾 分类 督导 档案 整理 志愿 队伍 文物 修缮 展览 普及 体育 场馆 开放 农技 推广 良种 繁育'
).split(' ')

/** Words without a mark between them, about so many characters. */
export const phrase = (d: Dice, length: number): string => {
  let text = ''
  while (text.length < length) text += d.of(words)
  return text
}

/** Sentences of some clauses. */
export const prose = (d: Dice, length: number): string => {
  let text = ''
  while (text.length < length)
    text += phrase(d, d.int(4, 12)) + (d.chance(0.2) ? `${d.int(2, 900)}次` : '') + (d.chance(0.25) ? '；' : '，')
  return `${text.slice(0, -1)}。`
}

/** Wraps a text at a width in half squares. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const char of paragraph) {
      if (displayWidth(line + char) > width) {
        lines.push(line)
        line = ''
      }
      line += char
    }
    lines.push(line)
  }
  return lines
}

export type SampleIndicator = {
  readonly dimension: string
  readonly aspect: string
  readonly name: string
  readonly nature: string
  readonly direction: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly measureUnit: string | null
  readonly weight: string
  readonly score: string
  readonly deviation: string | null
}
export type SampleTask = {
  readonly plan: string
  readonly name: string
  readonly content: string
  readonly completion: string
}
export type Sample = {
  readonly tasks: readonly SampleTask[]
  readonly expected: string
  readonly actual: string
  readonly indicators: readonly SampleIndicator[]
  readonly withActual: boolean
}

const numberedText = (d: Dice, items: number): string =>
  Array.from({ length: items }, (_, i) => `${i + 1}.${prose(d, d.int(15, 90))}`).join('\n')

const sampleTask = (d: Dice): SampleTask => ({
  plan: prose(d, d.int(8, 200)),
  name: phrase(d, d.int(4, 30)),
  content: d.chance(0.3) ? numberedText(d, d.int(2, 4)) : prose(d, d.int(20, 220)),
  completion: d.chance(0.5) ? numberedText(d, d.int(2, 6)) : prose(d, d.int(30, 260)),
})

const blocks: readonly (readonly [string, readonly string[]])[] = [
  ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
  ['效益指标', ['经济效益指标', '社会效益', '生态效益', '可持续影响']],
  ['满意度指标', ['服务对象满意度', '社会公众满意度']],
]
const units = ['家', '县（市、区）', '次', '人次', '份', '个', '场', '%', '家（次）', '元/人', '公里', '篇']

function sampleIndicator(d: Dice, dimension: string, aspect: string, withActual: boolean): SampleIndicator {
  const unit = d.of(units)
  const qualitative = d.chance(0.15)
  const value = qualitative
    ? d.of(['显著提升', '有效改善', '明显'])
    : `${d.of(['', '', '不少于', '至少', '≥'])}${d.int(1, 3000)}${d.chance(0.6) ? unit : ''}`
  const weight = d.of(['1', '2', '2.5', '5', '10'])
  return {
    dimension,
    aspect,
    name: phrase(d, d.int(4, 34)),
    nature: qualitative ? '定性' : d.of(['定量', '定量', '定性']),
    direction: d.chance(0.1) ? null : d.of(['大于或等于', '大于等于', '等于', '大于', '小于等于', '小于', '≥']),
    target: !withActual && d.chance(0.04) ? null : value,
    actual: withActual ? (qualitative ? value : `${d.int(1, 3000)}${d.chance(0.6) ? unit : ''}`) : null,
    measureUnit: qualitative || d.chance(0.2) ? null : unit,
    weight,
    score: d.chance(0.8) ? weight : '0.5',
    deviation: d.chance(0.7) ? '无' : d.chance(0.5) ? null : prose(d, d.int(6, 40)),
  }
}

export function sample(d: Dice): Sample {
  const withActual = d.chance(0.3)
  return {
    tasks: Array.from({ length: d.int(1, 14) }, () => sampleTask(d)),
    expected: numberedText(d, d.int(1, 6)),
    actual: numberedText(d, d.int(1, 8)),
    indicators: blocks.flatMap(([dimension, aspects]) =>
      [...aspects, ...(d.chance(0.3) ? [d.of(['履职效果', '队伍建设', '保障能力', '依法行政'])] : [])].flatMap(
        (aspect) => Array.from({ length: d.int(1, 6) }, () => sampleIndicator(d, dimension, aspect, withActual)),
      ),
    ),
    withActual,
  }
}

export type Widths = {
  readonly plan: number
  readonly name: number
  readonly content: number
  readonly completion: number
}
export const someWidths = (d: Dice): Widths => ({
  plan: d.int(17, 26) * 2,
  name: d.int(5, 8) * 2,
  content: d.int(29, 36) * 2,
  completion: d.int(40, 56) * 2,
})

/** Blank lines between cells, and now and then inside one: spacing of the text, breaks of pages. */
function printTasks(d: Dice, tasks: readonly SampleTask[], widths: Widths): string[] {
  const printed: string[] = []
  for (const task of tasks)
    for (const key of ['plan', 'name', 'content', 'completion'] as const) {
      for (const line of wrap(task[key], widths[key])) {
        printed.push(line)
        const full = displayWidth(line) > widths[key] - 4
        if (full && d.chance(0.02)) printed.push(...Array.from({ length: d.int(1, 3) }, () => ''))
      }
      printed.push(d.chance(0.1) ? '  ' : '', ...(d.chance(0.05) ? ['', ''] : []))
    }
  return printed
}

const rowWidths = {
  aspect: 16,
  name: 30,
  nature: 8,
  direction: 12,
  target: 20,
  actual: 20,
  measureUnit: 10,
  weight: 8,
  score: 8,
  deviation: 24,
}
const order = [
  'aspect',
  'name',
  'nature',
  'direction',
  'target',
  'actual',
  'measureUnit',
  'weight',
  'score',
  'deviation',
] as const

/** A row's cells one after another; wrapped cells break the line anywhere beside them. */
function printRow(d: Dice, row: SampleIndicator): string {
  let text = ''
  let wrappedBefore = false
  for (const key of order) {
    const value = row[key]
    if (value === null) continue
    const lines = wrap(value, rowWidths[key])
    const wrapped = lines.length > 1
    if (text !== '') text += wrapped || wrappedBefore ? d.of([' ', '\n', '\n\n']) : ' '
    text += lines.join(d.chance(0.5) ? '\n' : '\n\n')
    wrappedBefore = wrapped
  }
  return text
}

function printIndicators(d: Dice, rows: readonly SampleIndicator[], heading: readonly string[]): string[] {
  const printed: string[] = []
  let dimension = ''
  for (const row of rows) {
    if (row.dimension !== dimension) printed.push(row.dimension, '')
    else if (d.chance(0.06))
      printed.push(
        '',
        '',
        ...d.of([['绩效指标', '', row.dimension, ''], ['绩效指标', ...heading, row.dimension], ['']]),
      )
    dimension = row.dimension
    printed.push(...printRow(d, row).split('\n'), '')
  }
  return printed
}

/** The form as the text of its PDF. */
export function printSample(d: Dice, form: Sample, widths: Widths): string {
  const heading = [
    '一级指标 二级指标 三级指标 指标性质(注:定',
    '量或者定性)',
    '',
    '指标方向(注:大于',
    '、小于或等于)',
    '',
    `目标值 ${form.withActual ? '实际完成值 ' : ''}计量单位 分值 得分`,
    '偏差原因分析及改进',
    '',
    '措施',
    '',
  ]
  return [
    '部门整体支出绩效自评表',
    '部门名称及编码 云岭市园林管理局 355002',
    '',
    '业务处室名称 农业农村科',
    '',
    '年度主要任务 任务名称 主要内容 完成情况',
    '',
    ...printTasks(d, form.tasks, widths),
    '预期目标',
    '',
    ...wrap(form.expected, 168),
    '',
    '目标实际完成情况',
    '',
    ...wrap(form.actual, 168),
    '',
    '项目资金（万元）',
    '年初预算（万',
    '元）',
    '',
    '全年预算（万元）(注:调整预算',
    '数)',
    '全年执行（万元）(注:实际支出数) 执行率 分值 得分',
    '',
    '其中：财政拨款 1,200.50 1,180.00 1,100.25 93.24% - -',
    '',
    '其他资金 0 20 20.00 100.00% -',
    '',
    '合计 1200.50 1,200.00 1,120.25 93.35% 10 9.34',
    '',
    '绩效指标',
    '',
    ...heading,
    ...printIndicators(d, form.indicators, heading),
  ].join('\n')
}

export const asLines = (text: string): readonly Line[] =>
  text.split('\n').map((line, i) => ({ line: i + 1, text: line }))
