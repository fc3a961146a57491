// The budget year of a form that may not print it, and the years its texts name.
import type { Form } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import type { ReviewInput } from './review-rule.ts'

/**
 * Four-digit years from 1990 to 2099 in a text, each once, in order. Numbers of documents (〔2021〕7号)
 * and amounts (2000元) are none.
 */
export function yearsIn(text: string | null): number[] {
  const found = (text ?? '').matchAll(
    /(?<![\d〔[【.])(?:199\d|20\d\d)(?![\d.〕\]】元万亿吨亩人家户台套米公个件册份号条所])/g,
  )
  return [...new Set([...found].map(([year]) => Number(year)))]
}

/**
 * The printed year; where none is printed, the one year that goals, purpose and target dates speak of.
 * null where they name none or several.
 */
export function budgetYear(form: Form): number | null {
  if (form.year !== null) return form.year
  const texts = [form.goals.overall, form.goals.annual, form.goals.expected, form.project?.purpose ?? null]
  const years = new Set([...texts, ...form.indicators.map(({ target }) => target.text)].flatMap(yearsWithUnit))
  const [only] = years
  return years.size === 1 && only !== undefined ? only : null
}

/** A budget year, and in words how it is known. */
export type KnownYear = {
  readonly year: number
  readonly source: '（表头注明）' | '（按本表文字推断）' | '（按同一部门其他表推断）'
}

/** The year of a form; where nothing in it names one, the year all the office's other forms agree on. */
export function yearOf({ form, related }: Pick<ReviewInput, 'form' | 'related'>): KnownYear | null {
  const own = budgetYear(form)
  if (own !== null) return { year: own, source: form.year === null ? '（按本表文字推断）' : '（表头注明）' }
  const common = related?.siblings === undefined ? null : commonYear(related.siblings)
  return common === null ? null : { year: common, source: '（按同一部门其他表推断）' }
}

/** Fewer forms that name a year prove nothing about the others. */
const ENOUGH = 3

/** Asked for every form of a long list. */
const commonYear = memoOf((forms: readonly Form[]): number | null => {
  const named = forms.map(budgetYear).filter((year) => year !== null)
  const [only] = named
  return named.length >= ENOUGH && only !== undefined && named.every((year) => year === only) ? only : null
})

/** Years written with 年: 2024年, 2024年度. */
const yearsWithUnit = (text: string | null): number[] =>
  [...(text ?? '').matchAll(/(?<!\d)(20\d\d)年/g)].map(([, year]) => Number(year))
