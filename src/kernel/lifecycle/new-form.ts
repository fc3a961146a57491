// The first version of a filing: empty, from another form of the project, or from the approved target.
import { blankForm, blankFund, blankIndicator } from '../form/blank.ts'
import type { Form, Fund, Indicator } from '../form/form.ts'
import { type FundRow, type Layout, sectionOf, spellings } from '../layout/layout.ts'
import { fromYuan, toYuan } from '../value/units.ts'

/** What the registry knows of the head of a form; null = it does not, and what the form says stays. */
export type Head = {
  readonly year: number
  readonly region: string
  readonly department: { readonly code: string; readonly name: string } | null
  readonly unit: { readonly code: string; readonly name: string } | null
  readonly project: {
    readonly code: string
    readonly name: string
    readonly nature: string | null
    readonly category: string | null
    readonly start: string | null
    readonly end: string | null
  } | null
}

/** The form under the head the registry gives it: it is not typed, and not changed by typing. */
export function withHead(form: Form, { year, region, department, unit, project }: Head): Form {
  const { yearSource, ...rest } = form
  return {
    ...rest,
    year,
    region: region === '' ? form.region : region,
    department: department && { code: department.code || null, name: department.name },
    unit: unit && { code: unit.code || null, name: unit.name },
    project: project && {
      code: project.code || (form.project?.code ?? null),
      name: project.name,
      nature: project.nature ?? form.project?.nature ?? null,
      category: project.category ?? form.project?.category ?? null,
      start: project.start ?? form.project?.start ?? null,
      end: project.end ?? form.project?.end ?? null,
      purpose: form.project?.purpose ?? null,
    },
  }
}

/** Cells of the head that the registry fills in: what is typed there would be lost. */
export const registeredCells = ({ department, unit, project }: Head): readonly string[] => [
  'year',
  ...(department ? ['department.code', 'department.name'] : []),
  ...(unit ? ['unit.code', 'unit.name'] : []),
  ...(project
    ? [
        'project.name',
        ...(['code', 'nature', 'category', 'start', 'end'] as const)
          .filter((name) => project[name])
          .map((name) => `project.${name}`),
      ]
    : []),
]

/** The official form with its pre-printed rows and nothing else. */
export function emptyForm(layout: Layout, head: Head): Form {
  const funds = sectionOf(layout, 'funds')?.rows.map((row) => blankFund(row.label, row.level, row.scope)) ?? []
  return withHead({ ...blankForm(layout.kind), layout: layout.id, amountUnit: layout.amountUnit, funds }, head)
}

/** A target from the form of another year or project: indicators, targets and goals; money and results are not carried over. */
export function targetFrom(other: Form, layout: Layout, head: Head): Form {
  const empty = emptyForm(layout, head)
  return {
    ...empty,
    goals: {
      ...empty.goals,
      overall: other.goals.overall,
      ...yearGoal(layout, other, ['annual', 'overall', 'expected']),
    },
    project: empty.project && { ...empty.project, purpose: other.project?.purpose ?? null },
    tasks: other.tasks.map((task) => ({ ...task, completion: null })),
    indicators: other.indicators.map((row) => withoutResult(row)),
  }
}

type Goal = 'overall' | 'annual' | 'expected'

/** The goal of the year in the first of these places the layout prints. */
function yearGoal(layout: Layout, { goals }: Form, places: readonly Goal[]): Partial<Form['goals']> {
  const printed = sectionOf(layout, 'goals')?.fields.map(({ at }) => at) ?? []
  const place = places.find((name) => printed.includes(`goals.${name}`))
  return place === undefined ? {} : { [place]: goals.annual ?? goals.expected ?? goals.overall }
}

const withoutResult = (row: Indicator): Indicator => ({ ...row, actual: null, score: null, deviation: null })

/**
 * A self-evaluation (or monitoring) form on the approved target: `initial` = as approved with the budget, `approved` =
 * as in force now, after any adjustment. Indicators, targets and points are the approved ones; results are left to fill.
 */
export function reportOn(initial: Form, approved: Form, layout: Layout, head: Head): Form {
  const empty = emptyForm(layout, head)
  const columns = sectionOf(layout, 'indicators')?.columns ?? []
  const hasActual = columns.some(({ at }) => at === 'actual')
  const actual = hasActual ? { text: null, value: null, unit: null, tier: null } : null
  const adjusted = initial !== approved
  return {
    ...empty,
    goals: { ...empty.goals, ...yearGoal(layout, approved, ['expected', 'annual', 'overall']) },
    tasks: approved.tasks.map((task) => ({ ...task, completion: null })),
    funds: empty.funds.map((fund, i) => {
      const row = sectionOf(layout, 'funds')?.rows[i]
      const of = (form: Form) => (row === undefined ? null : budgetOf(form, row, layout.amountUnit))
      return { ...fund, initialBudget: of(initial), annualBudget: adjusted ? of(approved) : null }
    }),
    indicators: approved.indicators.map((row) => ({ ...blankIndicator, ...withoutResult(row), actual })),
  }
}

/** The budget of a pre-printed row as the target form has it, in another unit where that is asked for. */
function budgetOf(form: Form, row: FundRow, unit: '元' | '万元'): string | null {
  const alike = (fund: Fund): boolean =>
    fund.scope === row.scope && (row.level === 0 ? fund.level === 0 : spellings(row).includes(fund.label))
  const found = form.funds.find(alike)?.initialBudget ?? null
  if (found === null || form.amountUnit === null) return null
  return form.amountUnit === unit ? found : fromYuan(toYuan(found, form.amountUnit), unit)
}
