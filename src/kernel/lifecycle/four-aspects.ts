// 四性审核表 (财预〔2015〕88号): completeness, relevance, adequacy, feasibility; points or grades → 优良中差 → what follows.
import { Decimal, decimal, plain } from '../decimal.ts'

export const grades = ['优', '良', '中', '差'] as const
export type Grade = (typeof grades)[number]

export type Item = {
  readonly id: string
  readonly title: string
  readonly points: number
  /** 审核要点 */
  readonly asks: string
}

export type Aspect = { readonly title: string; readonly items: readonly Item[] }

export const fourAspects: readonly Aspect[] = [
  {
    title: '完整性审核',
    items: [
      {
        id: 'format',
        title: '规范完整性',
        points: 10,
        asks: '填报格式是否规范；内容是否完整、准确、详实，无缺项、错项',
      },
      {
        id: 'clarity',
        title: '明确清晰性',
        points: 10,
        asks: '目标是否明确、清晰，能反映项目主要内容；对预期产出和效果的描述是否充分、恰当',
      },
    ],
  },
  {
    title: '相关性审核',
    items: [
      {
        id: 'goal',
        title: '目标相关性',
        points: 15,
        asks: '总体目标是否符合法律法规、国民经济和社会发展规划；与部门职能、规划和工作计划是否密切相关',
      },
      {
        id: 'indicators',
        title: '指标科学性',
        points: 15,
        asks: '指标是否全面、充分，选取最能体现总体目标实现程度的关键指标并明确具体指标值；是否细化、量化，难以量化的定性描述是否充分、具体',
      },
    ],
  },
  {
    title: '适当性审核',
    items: [
      {
        id: 'performance',
        title: '绩效合理性',
        points: 15,
        asks: '预期绩效是否显著；是否符合行业正常水平或事业发展规律；与同类项目相比是否合理',
      },
      {
        id: 'money',
        title: '资金匹配性',
        points: 15,
        asks: '目标与资金量、使用方向是否匹配；既定资金下目标是否过高或过低',
      },
    ],
  },
  {
    title: '可行性审核',
    items: [
      {
        id: 'likelihood',
        title: '实现可能性',
        points: 10,
        asks: '是否经过充分论证和合理测算；实现可能性是否充分',
      },
      {
        id: 'conditions',
        title: '条件充分性',
        points: 10,
        asks: '实施方案、组织能力、内部控制、财务管理制度是否健全有效',
      },
    ],
  },
]

export const aspectItems: readonly Item[] = fourAspects.flatMap(({ items }) => items)

/** Least percentage of the points each grade stands for; the next better grade begins where it ends. */
const bands: readonly (readonly [Grade, number])[] = [
  ['优', 90],
  ['良', 80],
  ['中', 60],
  ['差', 0],
]

/** One line of the sheet: points, or the grade alone. */
export type Mark = { readonly points: string | null; readonly grade: Grade | null; readonly opinion: string | null }
export type Marks = Readonly<Record<string, Mark>>

export type Outcome = 'proceed' | 'improve' | 'return' | 'reject'
export const outcomes: Readonly<Record<Grade, { readonly outcome: Outcome; readonly says: string }>> = {
  优: { outcome: 'proceed', says: '可以直接进入下一步预算安排流程' },
  良: { outcome: 'improve', says: '与填报单位协商、直接对绩效目标进行完善后，进入下一步预算安排流程' },
  中: { outcome: 'return', says: '退回修改完善，按程序重新报审，审核通过后方可进入下一步预算安排流程' },
  差: { outcome: 'reject', says: '不得进入下一步预算安排流程' },
}

export type Assessment = {
  /** Sum of the points; null while items were given grades only or are missing. */
  readonly points: string | null
  /** Where the marks given allow one grade only; null while they do not. */
  readonly grade: Grade | null
  readonly outcome: Outcome | null
}

const hundred = new Decimal(100)

/** 总分 优≥90，良80–90，中60–80，差<60. */
export const gradeOf = (points: Decimal, of: Decimal): Grade =>
  bands.find(([, from]) => points.times(100).gte(of.times(from)))?.[0] ?? '差'

/** What is wrong with the marks, one Chinese sentence each; empty = they may be saved. Missing items are no fault of a draft. */
export function faultsOf(marks: Marks): string[] {
  const faults: string[] = []
  for (const [id, mark] of Object.entries(marks)) {
    const item = aspectItems.find((one) => one.id === id)
    if (item === undefined) {
      faults.push(`四性审核表没有“${id}”这一项。`)
      continue
    }
    if (mark.points === null) continue
    const points = decimal(mark.points)
    if (points === null || points.isNegative() || points.gt(item.points))
      faults.push(`“${item.title}”的得分应在0至${item.points}分之间，现为“${mark.points}”。`)
    else if (mark.grade !== null && gradeOf(points, new Decimal(item.points)) !== mark.grade)
      faults.push(
        `“${item.title}”评为“${mark.grade}”，但${mark.points}分（满分${item.points}分）对应“${gradeOf(points, new Decimal(item.points))}”。`,
      )
  }
  return faults
}

/** Sum, grade and what follows. Where only grades were given, the sum lies between two bounds. */
export function assess(marks: Marks): Assessment {
  let [low, high] = [new Decimal(0), new Decimal(0)]
  let exact = true
  for (const item of aspectItems) {
    const mark = marks[item.id]
    const points = decimal(mark?.points)
    if (points !== null) [low, high] = [low.plus(points), high.plus(points)]
    else if (mark?.grade) {
      const [from, to] = shareOf(mark.grade)
      exact = false
      low = low.plus(new Decimal(item.points).times(from).div(100))
      high = high.plus(new Decimal(item.points).times(to).div(100))
    } else return { points: null, grade: null, outcome: null }
  }
  const grade = exact || gradeOf(low, hundred) === gradeBelow(high) ? gradeOf(low, hundred) : null
  return { points: exact ? plain(low) : null, grade, outcome: grade && outcomes[grade].outcome }
}

function shareOf(grade: Grade): readonly [number, number] {
  const at = bands.findIndex(([name]) => name === grade)
  return [bands[at]?.[1] ?? 0, bands[at - 1]?.[1] ?? 100]
}

/** The grade of everything just below an upper bound; 100 itself belongs to the best. */
const gradeBelow = (high: Decimal): Grade =>
  high.gte(hundred) ? '优' : (bands.find(([, from]) => high.gt(from))?.[0] ?? '差')
