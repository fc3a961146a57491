// A project over the years: money, results and scores of its forms side by side. Figures as printed, or what follows from them.
import { Decimal, decimal } from '../decimal.ts'
import type { Form, Indicator } from '../form/form.ts'
import { indicatorName } from '../review/align.ts'
import { toYuan } from '../value/units.ts'

/** What the figures of a form are taken from. */
export type Figured = Pick<
  Form,
  'kind' | 'year' | 'project' | 'unit' | 'department' | 'funds' | 'amountUnit' | 'totals' | 'grade'
>

/** A form and what it is called by. */
export type FormOfYear = { readonly id: string; readonly form: Form }

export type YearFigures = {
  readonly formId: string
  readonly year: number | null
  readonly kind: Form['kind']
  readonly project: string | null
  readonly unit: string | null
  /** In 元; null where the form does not print the amount or its unit. */
  readonly budget: string | null
  readonly executed: string | null
  /** Percent: as printed, else executed ÷ budget. */
  readonly rate: string | null
  readonly score: string | null
  readonly grade: string | null
}

export type IndicatorYear = {
  readonly formId: string
  readonly year: number | null
  readonly target: string | null
  readonly targetValue: string | null
  readonly actual: string | null
  readonly actualValue: string | null
  readonly weight: string | null
  readonly score: string | null
}

/** The same indicator in the forms that have it, oldest year first. */
export type IndicatorOverYears = {
  readonly dimension: string | null
  readonly aspect: string | null
  readonly name: string
  readonly unit: string | null
  readonly years: readonly IndicatorYear[]
}

export type OverYears = {
  readonly years: readonly YearFigures[]
  readonly indicators: readonly IndicatorOverYears[]
}

/** Forms of one project or department compared, the oldest first; what one year alone has stays in. */
export function overYears(forms: readonly FormOfYear[]): OverYears {
  const sorted = forms.toSorted(
    (a, b) => (a.form.year ?? 0) - (b.form.year ?? 0) || order(a.form) - order(b.form) || (a.id < b.id ? -1 : 1),
  )
  return { years: sorted.map(figuresOf), indicators: indicatorsOf(sorted) }
}

/** Targets before results of the same year. */
const order = ({ kind }: Pick<Form, 'kind'>): number =>
  kind.endsWith('self-evaluation') ? 2 : kind === 'project-monitoring' ? 1 : 0

/** One form a year, the oldest year first: the result where there is one, else what stands nearest to it. Of several the last. */
export function oneAYear<Y extends Pick<YearFigures, 'year' | 'kind'>>(years: readonly Y[]): readonly Y[] {
  const byYear = new Map<number, Y>()
  for (const row of years) {
    const known = row.year === null ? undefined : byYear.get(row.year)
    if (row.year !== null && (known === undefined || order(row) >= order(known))) byYear.set(row.year, row)
  }
  return [...byYear].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** The money, score and grade of one form. */
export function figuresOf({ id, form }: { readonly id: string; readonly form: Figured }): YearFigures {
  const total = form.funds.find((fund) => fund.level === 0 && fund.scope === 'annual') ?? form.funds[0]
  const budget = toYuan(total?.annualBudget ?? total?.initialBudget ?? null, form.amountUnit)
  const executed = toYuan(total?.executed ?? null, form.amountUnit)
  return {
    formId: id,
    year: form.year,
    kind: form.kind,
    project: form.project?.name ?? null,
    unit: form.unit?.name ?? form.department?.name ?? null,
    budget,
    executed,
    rate: total?.rate ?? shareOf(executed, budget),
    score: form.totals.score,
    grade: form.grade,
  }
}

/** In percent with two places; null where there is nothing to divide by. */
function shareOf(part: string | null, whole: string | null): string | null {
  const [a, b] = [decimal(part), decimal(whole)]
  return a && b && !b.isZero() ? a.div(b).times(100).toFixed(2, Decimal.ROUND_HALF_UP) : null
}

/** Under the same second level and name, years written in names left out: a row of its own for each. */
function indicatorsOf(forms: readonly FormOfYear[]): IndicatorOverYears[] {
  const rows = new Map<string, { first: Indicator; years: IndicatorYear[] }>()
  for (const { id, form } of forms) {
    const seen = new Map<string, number>()
    for (const row of form.indicators) {
      const name = `${row.aspect ?? ''}\n${indicatorName(row.name)}`
      const occurrence = seen.get(name) ?? 0
      seen.set(name, occurrence + 1)
      const key = `${name}\n${occurrence}`
      const entry = rows.get(key) ?? { first: row, years: [] }
      entry.years.push(yearOf(id, form, row))
      rows.set(key, entry)
    }
  }
  return [...rows.values()].map(({ first, years }) => ({
    dimension: first.dimension,
    aspect: first.aspect,
    name: first.name ?? '',
    unit: first.target.unit ?? first.measureUnit,
    years,
  }))
}

const yearOf = (formId: string, { year }: Form, row: Indicator): IndicatorYear => ({
  formId,
  year,
  target: row.target.text,
  targetValue: row.target.value,
  actual: row.actual?.text ?? null,
  actualValue: row.actual?.value ?? null,
  weight: row.weight,
  score: row.score,
})
