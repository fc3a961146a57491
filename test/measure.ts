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
/** What a person said of a finding that answers no entry; `note` gives the reason. */
export type Judgement = {
  readonly at: string
  readonly rule: string
  readonly path: string
  /** Words of the message, where a rule says several things of one place. */
  readonly words?: string
  readonly true: boolean
  readonly note: string
}
export type Measured = {
  readonly matches: readonly Match[]
  readonly findings: readonly Placed[]
  /** Findings of severity error or warning that answer no entry, with the judgement where they were in the sample. */
  readonly unlisted: readonly { readonly finding: Placed; readonly judgement: Judgement | undefined }[]
}

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
  const listed = new Set(matches.flatMap(({ by }) => by))
  const judgements: readonly Judgement[] = JSON.parse(read('judgements', 'golden/*.json'))
  const judged = Map.groupBy(judgements, placeOf)
  const unlisted = findings
    .filter((finding) => finding.severity !== 'advice' && !listed.has(finding))
    .map((finding) => ({ finding, judgement: judgementOf(finding, judged.get(placeOf(finding)) ?? []) }))
  return { matches, findings, unlisted }
}

const judgementOf = ({ message }: Finding, of: readonly Judgement[]): Judgement | undefined =>
  of.find(({ words }) => words === undefined || message.includes(words))

const placeOf = ({ at, rule, path }: Pick<Judgement, 'at' | 'rule' | 'path'>): string => `${at} ${rule} ${path}`

/** Entries that are answered and all entries, of one kind. */
export function recall({ matches }: Measured, how: How): { readonly found: number; readonly all: number } {
  const all = matches.filter(({ entry }) => entry.how === how)
  return { found: all.filter(({ by }) => by.length > 0).length, all: all.length }
}

export type Precision = {
  /** Errors and warnings that answer an entry: true by the list. */
  readonly listed: number
  readonly judgedTrue: number
  readonly judgedFalse: number
  readonly unjudged: number
  /** Share that is true, the share of the sample taken for all that are not listed; null where none was judged. */
  readonly share: number | null
}

/** Precision of the errors and warnings of one rule, or of all. */
export function precision({ findings, unlisted }: Measured, rule?: string): Precision {
  const loud = findings.filter((f) => f.severity !== 'advice' && (rule === undefined || f.rule === rule)).length
  const others = unlisted.filter(({ finding }) => rule === undefined || finding.rule === rule)
  const judgedTrue = others.filter(({ judgement }) => judgement?.true === true).length
  const judgedFalse = others.filter(({ judgement }) => judgement?.true === false).length
  const listed = loud - others.length
  const judged = judgedTrue + judgedFalse
  const share = others.length === 0 ? 1 : judged === 0 ? null : (listed + (others.length * judgedTrue) / judged) / loud
  return { listed, judgedTrue, judgedFalse, unjudged: others.length - judged, share }
}

const formsOf = (name: string): [string, Form][] =>
  readText(read(name, '../demo/*.txt'), `${name}.txt`).forms.map((form, i) => [`${name}#${i + 1}`, form])

/** A finding answers an entry when its rule is about that kind of fault and it stands at the place the entry names. */
const answersTo = (finding: Finding, entry: Entry, form: Form): boolean =>
  answers[entry.category].includes(finding.rule) && standsThere(finding, entry, form)

function standsThere(finding: Finding, entry: Entry, form: Form): boolean {
  const { path } = finding
  const told = rowsTold(finding)
  if (told.length > 0 && rowsMeant(entry, form).some((row) => told.includes(row))) return true
  if (path.startsWith('indicators[')) return false
  if (!placesMeant(entry.location).some((place) => path.startsWith(place))) return false
  // A finding about the table as a whole answers no entry about one named row.
  if (path === 'indicators') return rowsNamed(entry, form).length === 0
  return /^(goals|tasks|project)/.test(path) ? isAboutTheSameWords(finding, entry) : true
}

/** The row a finding stands on and those its message names: 第 2、13 行. */
function rowsTold({ path, message }: Finding): number[] {
  const own = /^indicators\[(\d+)\]/.exec(path)?.[1]
  const named =
    /第 ([\d、]+) 行/
      .exec(message)?.[1]
      ?.split('、')
      .map((number) => Number(number) - 1) ?? []
  return own === undefined ? named : [Number(own), ...named]
}

/** A goal or a task is long: the finding must name what the entry quotes. */
const SAME_WORDS = 5

function isAboutTheSameWords({ message, quote }: Finding, { quotes }: Entry): boolean {
  const said = plainQuote(`${message} ${quote ?? ''}`)
  return quotes.map(plainQuote).some((text) => {
    const length = Math.min(SAME_WORDS, text.length)
    for (let i = 0; i + length <= text.length; i++) if (said.includes(text.slice(i, i + length))) return true
    return false
  })
}

const cellsOfRow = [
  ...['name', 'description', 'nature', 'direction', 'target', 'measureUnit'],
  ...['actual', 'weight', 'score', 'deviation'],
]

/** The indicator rows an entry quotes or names. */
export function rowsMeant(entry: Entry, form: Form): number[] {
  const { location, quotes } = entry
  const words = tight(location)
  const named = rowsNamed(entry, form)
  const quoted = form.indicators.flatMap((_, i) =>
    quotes.some((quote) => isQuoted(form, i, plainQuote(quote))) ? [i] : [],
  )
  const group = [...new Set([...named, ...quoted])].filter((i) => isInGroup(form, i, words))
  return group.length > 0 ? group : [...new Set([...named, ...quoted])]
}

/** The rows whose name stands in the location. */
const rowsNamed = ({ location }: Entry, form: Form): number[] =>
  form.indicators.flatMap(({ name }, i) => (isNamed(tight(location), tight(name)) ? [i] : []))

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
