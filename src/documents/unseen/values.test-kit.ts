// Invented content for printed forms: the same seed gives the same words and numbers.
import { randomOf } from '../damage.test-kit.ts'

export type Values = {
  readonly indicators: readonly unknown[]
  readonly tasks: readonly unknown[]
  /** What is printed at a path; null for nothing. */
  readonly at: (path: string) => string | null
}

const places = ['云岭省', '青河县', '柳湾市', '石桥区', '河东县']
const offices = ['水利局', '教育局', '文化和旅游局', '农业农村局', '卫生健康局', '档案馆', '图书馆']
const things = [
  '河道养护',
  '校舍维修',
  '农家书屋',
  '病虫害防治',
  '村医培训',
  '档案数字化',
  '智慧政务平台',
  '老旧小区改造',
]
const measures = [
  '完成数量',
  '参与人次',
  '验收合格率',
  '按时完成率',
  '成本控制数',
  '受益户数',
  '设施利用率',
  '群众满意度',
]
const works = [
  '完成年度计划任务，保障设施正常运行',
  '改善办学条件，提升服务水平',
  '按时足额发放补助资金',
  '组织专题培训3期，覆盖全部乡镇',
  '建立长效管护机制，群众满意度稳步提高',
]
const reasons = ['因雨季影响工期延后', '合同签订较晚，下年度提前启动', '年初目标设置偏低', '部分活动改为线上']
const groups = [
  ['产出指标', '数量指标', 0],
  ['产出指标', '数量指标', 1],
  ['产出指标', '质量指标', 2],
  ['产出指标', '时效指标', 3],
  ['产出指标', '成本指标', 4],
  ['效益指标', '经济效益指标', 5],
  ['效益指标', '社会效益指标', 6],
  ['效益指标', '可持续影响指标', 8],
  ['满意度指标', '服务对象满意度指标', 7],
] as const

type Picker = { readonly of: <T>(list: readonly T[]) => T; readonly number: (from: number, to: number) => number }

function pickerOf(seed: number): Picker {
  const random = randomOf(seed)
  const number = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  return { number, of: (list) => list[number(0, list.length - 1)] as (typeof list)[number] } // the index is within the list
}

const WORDS = ['有效改善', '持续提升', '逐步完善', '健全']

function indicatorOf([dimension, aspect, of]: (typeof groups)[number], pick: Picker, apart: boolean) {
  const name = `${pick.of(things)}${measures[of] ?? '长效机制健全性'}${pick.of(['', '', '（项目区）'])}`
  const share = /率|度$/.test(measures[of] ?? '')
  const unit = share ? '%' : pick.of(['人', '次', '户', '万元'])
  const value = String(share ? pick.number(80, 100) : pick.number(2, 900))
  const words = of === 6 || of === 8
  const sign = pick.of(['≥', '=', '≤'])
  const target = words ? pick.of(WORDS) : apart ? value : `${sign}${value}${unit}`
  const actual = words ? pick.of(['达成预期指标', '有效改善']) : apart ? value : `${value}${unit}`
  return {
    dimension,
    aspect,
    name,
    description: `反映${name}的情况`,
    target: { text: target },
    actual: { text: actual },
    direction: words ? '定性' : sign,
    nature: words ? '定性指标' : '定量指标',
    measureUnit: words ? null : unit,
    weight: String(pick.number(2, 20)),
    score: `${pick.number(1, 9)}.${pick.number(10, 99)}`,
    deviation: pick.number(0, 2) === 0 ? pick.of(reasons) : null,
  }
}

const money = (pick: Picker): string => `${pick.number(1, 4000)}.${pick.number(10, 99)}`

/** `template` says whether the form prints operator and unit in columns of their own. */
export function invented(seed: number, template: string): Values {
  const pick = pickerOf(seed)
  const apart = template.includes('.measureUnit')
  const place = pick.of(places)
  const office = `${place}${pick.of(offices)}`
  const paragraph = (): string => `${pick.of(works)}；${pick.of(works)}。`
  const form: unknown = {
    year: String(pick.number(2020, 2026)),
    project: {
      name: `${pick.of(things)}${pick.of(['项目', '专项经费', '补助资金'])}`,
      code: `${pick.number(110000, 650000)}${pick.number(20, 25)}Y${pick.number(1_000_000, 9_999_999)}`,
      nature: pick.of(['新增', '延续']),
      category: '特定目标类',
      start: '2024年1月',
      end: '2024年12月',
    },
    department: { name: office, code: String(pick.number(101_001, 799_001)) },
    unit: { name: `${place}${pick.of(offices)}服务中心` },
    goals: { overall: paragraph(), annual: paragraph(), expected: paragraph(), actual: paragraph() },
    funds: Array.from({ length: 8 }, () => ({
      initialBudget: money(pick),
      annualBudget: money(pick),
      executed: money(pick),
      weight: '10',
      rate: `${pick.number(50, 99)}.${pick.number(10, 99)}`,
      score: `${pick.number(5, 9)}.${pick.number(10, 99)}`,
    })),
    tasks: [0, 1, 2].map(() => ({ name: pick.of(things), content: paragraph() })),
    indicators: groups.filter(() => pick.number(0, 6) > 0).map((group) => indicatorOf(group, pick, apart)),
    totals: { weight: '100', score: `9${pick.number(0, 9)}.${pick.number(10, 99)}` },
    grade: pick.of(['优', '良']),
  }
  const at = (path: string): unknown =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      // Objects and arrays alike are walked by key.
      .reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], form)
  const list = (path: string): readonly unknown[] => at(path) as readonly unknown[] // both are lists above
  return {
    indicators: list('indicators'),
    tasks: list('tasks'),
    at: (path) => (typeof at(path) === 'string' ? String(at(path)) : null),
  }
}
