// What is done in the demonstration: two years of tasks, and how far the filing of each stored form comes.
import type { Form } from '../../kernel/form/form.ts'
import type { TaskKind } from '../../kernel/lifecycle/state.ts'
import { resultsOf, targetsOf } from './fill.ts'

/** How far a filing has come: each value is one step further than the one before it. */
export const stages = ['draft', 'unit-review', 'department-review', 'finance-review', 'settled', 'published'] as const

/** 'returned': the unit's own reviewer sent it back, with a comment at a cell. */
export type Stage = (typeof stages)[number] | 'returned'

export type TaskPlan = {
  readonly kind: TaskKind
  readonly title: string
  readonly layout: string
  /** The kind of stored form it is filled from. */
  readonly from: Form['kind']
  readonly start: 'empty' | 'approved-target'
  /** What is typed into the form as it begins. */
  readonly fill: (printed: Form, begun: Form) => Form
  /** How far each comes, over and over; null = left to be begun. */
  readonly stages: readonly (Stage | null)[]
}

export type Plan = {
  readonly by: string
  readonly profile: string
  readonly year: number
  readonly name: string
  readonly for: string
  /** Preparer, unit, department and finance reviewer. */
  readonly persons: readonly [string, string, string, string]
  /** Who has what waits for the bureau judged from outside, and by whom. */
  readonly evaluation?: { readonly by: string; readonly evaluator: string }
  readonly tasks: readonly TaskPlan[]
}

const asPrinted = (printed: Form): Form => printed

const shanghai = ['tianbao', 'shenhe', 'zhuguan', 'caizheng'] as const
export const plans: readonly Plan[] = [
  {
    by: 'D310',
    profile: 'shanghai@2023',
    year: 2023,
    name: '2023年度绩效管理',
    for: 'D311',
    persons: shanghai,
    tasks: [
      // what the self-evaluations print as approved
      {
        kind: 'declaration',
        title: '项目支出绩效目标申报',
        layout: 'shanghai-target-declaration',
        from: 'project-self-evaluation',
        start: 'empty',
        fill: targetsOf,
        stages: ['settled'],
      },
      {
        kind: 'self-evaluation',
        title: '项目支出绩效自评',
        layout: 'shanghai-self-evaluation',
        from: 'project-self-evaluation',
        start: 'approved-target',
        fill: resultsOf,
        stages: [null, 'published', 'unit-review', 'draft'],
      },
    ],
  },
  {
    by: 'D310',
    profile: 'shanghai@2023',
    year: 2024,
    name: '2024年度绩效管理',
    for: 'D311',
    persons: shanghai,
    evaluation: { by: 'jixiao', evaluator: 'zhuanjia' },
    tasks: [
      {
        kind: 'declaration',
        title: '项目支出绩效目标申报',
        layout: 'shanghai-target-declaration',
        from: 'project-target-declaration',
        start: 'empty',
        fill: asPrinted,
        stages: ['finance-review', 'draft', 'draft', 'department-review'],
      },
    ],
  },
  {
    by: 'D120',
    profile: 'tianjin@2024',
    year: 2024,
    name: '2024年度绩效管理',
    for: '355101',
    persons: ['jintian', 'jinshen', 'jinzhu', 'jincai'],
    tasks: [
      {
        kind: 'declaration',
        title: '项目绩效目标申报',
        layout: 'tianjin-target',
        from: 'project-target',
        start: 'empty',
        fill: asPrinted,
        stages: ['settled', 'finance-review', 'department-review', 'unit-review', 'returned', 'draft', null],
      },
    ],
  },
]
