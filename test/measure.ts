// Measures the review on the five published documents: which faults people found in them it finds, and which of its
// findings are true. `npm run measure` prints the figures; measure.test.ts keeps them from falling.
import { readFileSync } from 'node:fs'
import { readText } from '../src/documents/read-document.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { printedAt } from '../src/kernel/form/path.ts'
import { checkForms } from '../src/kernel/review/check.ts'
import type { Finding } from '../src/kernel/review/review-rule.ts'
import { stem, tight } from '../src/kernel/review/rows.ts'
import { answers, type Category } from './measure-answers.ts'

export type How = 'deterministic' | 'cross_field' | 'cross_document' | 'semantic'

/** One fault found by hand: its place in words, what is printed there, what kind of fault it is. */
export type Entry = {
  readonly file: string
  /** Counted from 1 within the document. */
  readonly form: number
  readonly location: string
  readonly category: Category
  /** What it takes to see it. */
  readonly how: How
  readonly quotes: readonly string[]
  readonly what: string
}

/** A finding with the form it stands on: 004#17. */
export type Placed = Finding & { readonly at: string }
export type Match = { readonly entry: Entry; readonly number: number; readonly by: readonly Placed[] }
export type Measured = { readonly matches: readonly Match[]; readonly findings: readonly Placed[] }

const documents = ['000', '001', '002', '003', '004'] as const

const read = (name: string, url: string): string =>
  readFileSync(new URL(url.replace('*', name), import.meta.url), 'utf8')

export function measure(): Measured {
  const entries: readonly Entry[] = JSON.parse(read('anomalies', 'golden/*.json'))
  const forms = new Map(documents.flatMap((name) => formsOf(name)))
  // all five together: 000 is held against the year before in 001
  const checks = checkForms([...forms.values()])
  const findings = [...forms.keys()].flatMap((at, i) =>
    (checks[i]?.findings ?? []).map((finding): Placed => ({ ...finding, at })),
  )
  const matches = entries.map((entry, number): Match => {
    const at = `${entry.file.slice(0, 3)}#${entry.form}`
    const form = forms.get(at)
    const here = form === undefined ? [] : findings.filter((finding) => finding.at === at)
    return { entry, number, by: form === undefined ? [] : here.filter((finding) => answersTo(finding, entry, form)) }
  })
  return { matches, findings }
}

const formsOf = (name: string): [string, Form][] =>
  readText(read(name, '../demo/*.txt'), `${name}.txt`).forms.map((form, i) => [`${name}#${i + 1}`, form])

/** A finding answers an entry when its rule is about that kind of fault and it stands at the place the entry names. */
const answersTo = (finding: Finding, entry: Entry, form: Form): boolean =>
  answers[entry.category].includes(finding.rule) && standsThere(finding, entry, form)

function standsThere({ path }: Finding, entry: Entry, form: Form): boolean {
  const row = /^indicators\[(\d+)\]/.exec(path)?.[1]
  if (row !== undefined) return rowsMeant(entry, form).includes(Number(row))
  return placesMeant(entry.location).some((place) => path.startsWith(place))
}

const cellsOfRow = [
  ...['name', 'description', 'nature', 'direction', 'target', 'measureUnit'],
  ...['actual', 'weight', 'score', 'deviation'],
]

/** The indicator rows an entry quotes or names. */
export function rowsMeant({ location, quotes }: Entry, form: Form): number[] {
  const words = tight(location)
  const named = form.indicators.flatMap(({ name }, i) => (isNamed(words, tight(name)) ? [i] : []))
  const quoted = form.indicators.flatMap((_, i) =>
    quotes.some((quote) => isQuoted(form, i, plainQuote(quote))) ? [i] : [],
  )
  const group = [...new Set([...named, ...quoted])].filter((i) => isInGroup(form, i, words))
  return group.length > 0 ? group : [...new Set([...named, ...quoted])]
}

const isNamed = (location: string, name: string): boolean => name.length >= 3 && location.includes(name)

const plainQuote = (quote: string): string => tight(quote).replaceAll(',', '')

/** Whether the quote is part of the row, or holds its name (or what is described) together with its value. */
function isQuoted(form: Form, i: number, quote: string): boolean {
  const cell = (field: string): string => plainQuote(printedAt(form, `indicators[${i}].${field}`) ?? '')
  if (quote.length < 2) return false
  if (cellsOfRow.map(cell).join('').includes(quote)) return true
  const [name, description, target] = [cell('name'), cell('description'), cell('target')]
  const holds = (text: string): boolean => text.length >= 2 && quote.includes(text)
  return (holds(name) || holds(description)) && quote.includes(target)
}

/** Whether the row stands under the first or second level the location begins with; true where it names none. */
function isInGroup(form: Form, i: number, location: string): boolean {
  const groups = [...new Set(form.indicators.flatMap(({ dimension, aspect }) => [stem(dimension), stem(aspect)]))]
  const meant = groups.filter((group) => group !== '' && location.includes(`${group}指标`))
  const row = form.indicators[i]
  return meant.length === 0 || meant.includes(stem(row?.aspect ?? null)) || meant.includes(stem(row?.dimension ?? null))
}

/** Words of a location → the fields they mean. */
const fields: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /whole form|form head|title|header|表头/,
    ['title', 'year', 'unit', 'department', 'indicators', 'goals', 'project', 'totals'],
  ],
  [/资金|预算|执行率|合计|年度资金/, ['funds', 'project.purpose', 'totals.score', 'grade']],
  [/目标|完成情况/, ['goals', 'tasks']],
  [/项目名称/, ['project.name', 'funds']],
  [/资金用途/, ['project.purpose', 'goals', 'funds']],
  [/任务/, ['tasks', 'goals.actual']],
  [/total row/, ['totals', 'grade']],
  [/指标|column|\(all|列|描述|names|数量|产出/, ['indicators']],
]

const placesMeant = (location: string): string[] =>
  fields.flatMap(([words, paths]) => (words.test(location) ? paths : []))
