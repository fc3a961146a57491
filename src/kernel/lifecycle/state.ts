// Where a filing (填报件) can stand on its way, and which steps of review it passes.

export const states = {
  draft: '填报中',
  returned: '退回修改',
  'unit-review': '单位审核',
  'department-review': '主管部门审核',
  'finance-review': '财政审核',
  approved: '已批复',
  final: '已定稿',
  published: '已公开',
  retracted: '公开后撤回',
  discarded: '已作废',
} as const

export type State = keyof typeof states
export const allStates = Object.keys(states) as readonly State[] // the names written above

/** The states in which a reviewer has the filing, in the order it passes them. */
export const reviewSteps = ['unit-review', 'department-review', 'finance-review'] as const
export type ReviewStep = (typeof reviewSteps)[number]

/** The states in which the preparer has it. */
export const editable = ['draft', 'returned'] as const satisfies readonly State[]

/** The states in which it waits for nobody. What was discarded is no filing any more: no list shows it. */
export const settled = ['approved', 'final', 'published', 'retracted'] as const satisfies readonly State[]

export const isReview = (state: State): state is ReviewStep => reviewSteps.some((step) => step === state)
export const isEditable = (state: string): boolean => editable.some((one) => one === state)
export const isState = (text: string): text is State => Object.hasOwn(states, text)

export type TaskKind = 'declaration' | 'adjustment' | 'monitoring' | 'self-evaluation'

/** Tasks whose approved result is a target that binds: only those can be adjusted. */
export const setsTargets = (kind: TaskKind): boolean => kind === 'declaration' || kind === 'adjustment'

/** What a filing is when its last step approved it: a target is 批复, what reports on it is 定稿. */
export const settledAs = (kind: TaskKind): 'approved' | 'final' => (setsTargets(kind) ? 'approved' : 'final')

export type OrganisationLevel = 'region' | 'finance' | 'department' | 'unit' | 'office'

/** Nobody stands between a department's own form and the department, nor above what the finance bureau files itself. */
const stepsOf: Readonly<Record<OrganisationLevel, readonly ReviewStep[]>> = {
  office: reviewSteps,
  unit: reviewSteps,
  department: ['department-review', 'finance-review'],
  finance: ['finance-review'],
  region: ['finance-review'],
}

/**
 * The steps a filing passes. `above` = the levels of the organisations over it (a unit directly under the finance
 * bureau has no department); `without` = steps its place does not have, from the profile.
 */
export function routeOf(
  level: OrganisationLevel,
  above: readonly OrganisationLevel[],
  without: readonly ReviewStep[] = [],
): readonly ReviewStep[] {
  const hasDepartment = level === 'department' || above.includes('department')
  return stepsOf[level].filter((step) => !without.includes(step) && (step !== 'department-review' || hasDepartment))
}
