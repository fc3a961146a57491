// Finds in a set of forms what belongs together: the same project a year before, its approved target, the other forms
// of the office. Linear in the number of forms: everything is looked up by name, nothing compared all with all.
import type { Form, FormKind } from '../form/form.ts'
import { budgetYear } from './form-year.ts'
import { evaluations, targetForms } from './kinds.ts'
import { likeness } from './likeness.ts'
import { pairsOf } from './pairs.ts'
import type { MonitoringRound, Related } from './related.ts'
import { wordsOf } from './rows.ts'

type Stage = 'target' | 'evaluation' | 'monitoring'

/** A form by what it is about. '' = not printed. */
type Subject = {
  readonly form: Form
  readonly stage: Stage
  readonly year: number | null
  readonly unit: string
  readonly department: string
  readonly project: string
}

export const stageOf = (kind: FormKind): Stage =>
  targetForms.includes(kind) ? 'target' : evaluations.includes(kind) ? 'evaluation' : 'monitoring'

/** 2024年业务受理工作经费 and 业务受理工作经费2023 are one project in two years. */
export const projectName = (form: Form): string =>
  form.kind.startsWith('department')
    ? '（整体支出）'
    : wordsOf(form.project?.name).replace(/(?<!\d)20\d\d(年度?)?(?!\d)/g, '')

export const unitName = (form: Form): string => wordsOf(form.unit?.name ?? form.department?.name)

const subjectOf = (form: Form): Subject => ({
  form,
  stage: stageOf(form.kind),
  year: budgetYear(form),
  unit: unitName(form),
  // the first three digits of a unit's code are its department's
  department: wordsOf(form.department?.name) || (form.unit?.code?.slice(0, 3) ?? '') || unitName(form),
  project: projectName(form),
})

/** Two names of one project: 20 forms of a unit may share a pair of characters before it tells nothing. */
const COMMON = 20

/** For every form of a set, what the others are to it. Forms without year, unit or project have no relations by these. */
export function relate(forms: readonly Form[], projectLikeness = 0.8): ReadonlyMap<Form, Related> {
  const subjects = forms.map(subjectOf)
  const find = finder(subjects, projectLikeness)
  const offices = byOffice(subjects)
  const related = new Map<Form, Related>()
  for (const group of offices.values()) {
    // one list for the whole office: rules keep what they worked out by it
    const siblings = group.length > 1 && group[0]?.department !== '' ? group.map(({ form }) => form) : null
    for (const subject of group) {
      const before = find(subject, -1)
      const now = find(subject, 0)
      const lastYear = before.evaluation ?? before.target
      const approved = subject.stage === 'target' ? undefined : now.target
      const rounds = subject.stage === 'monitoring' ? [subject.form] : now.monitoring ? [now.monitoring] : []
      related.set(subject.form, {
        ...(lastYear ? { lastYear } : {}),
        ...(approved ? { approvedTarget: approved } : {}),
        ...(siblings ? { siblings } : {}),
        ...(rounds.length > 0 ? { monitoring: rounds.map(asRound) } : {}),
      })
    }
  }
  return related
}

/** Forms of one office and stage by year; those without a year belong to the only year the others name. */
function byOffice(subjects: readonly Subject[]): ReadonlyMap<string, readonly Subject[]> {
  const office = ({ department, stage }: Subject): string => JSON.stringify([department, stage])
  const years = new Map<string, Set<number>>()
  for (const subject of subjects)
    if (subject.year !== null) years.set(office(subject), (years.get(office(subject)) ?? new Set()).add(subject.year))
  const yearOf = (subject: Subject): number | null => {
    const [only, ...others] = years.get(office(subject)) ?? []
    return subject.year ?? (others.length === 0 ? (only ?? null) : null)
  }
  return Map.groupBy(subjects, (subject) => `${office(subject)} ${yearOf(subject)}`)
}

/** What a monitoring form alone tells about its round. */
const asRound = (form: Form): MonitoringRound => ({
  form,
  throughMonth: monthOf(form.title),
  dueOn: null,
  submittedOn: null,
  warnedOn: null,
  settledOn: null,
  adjustmentApplied: null,
})

/** The last month a title names: 2024年1—8月绩效监控表 → 8. */
export const monthOf = (title: string | null): number | null => {
  const month = Number(/(?<!\d)1月?\s*[-—–~～至到]+\s*(1[0-2]|[1-9])\s*月/.exec(title ?? '')?.[1] ?? 0)
  return month === 0 ? null : month
}

type Found = Partial<Record<Stage, Form>>

/** Looks a project up in another year (or stage): by its exact name, else by the one name of the unit that is alike. */
function finder(subjects: readonly Subject[], alike: number): (of: Subject, years: number) => Found {
  const key = (unit: string, year: number): string => JSON.stringify([unit, year])
  const known = subjects.filter(({ year, unit, project }) => year !== null && unit !== '' && project !== '')
  const byUnit = Map.groupBy(known, ({ unit, year }) => key(unit, year ?? 0))
  const indexes = new Map<string, UnitIndex>()
  const indexOf = (at: string): UnitIndex | undefined => {
    const group = byUnit.get(at)
    if (group === undefined) return undefined
    const index = indexes.get(at) ?? unitIndex(group)
    indexes.set(at, index)
    return index
  }
  return (of, years) => {
    if (of.year === null || of.unit === '' || of.project === '') return {}
    const index = indexOf(key(of.unit, of.year + years))
    if (index === undefined) return {}
    const named = index.byName.get(of.project) ?? (years === 0 ? [] : nearest(of, index, alike))
    const others = named.filter(({ form }) => form !== of.form)
    // 2023年补助资金 and 2024年补助资金 may both be spent in one year: then the printed name decides
    const printed = years === 0 ? others.filter(({ form }) => printedName(form) === printedName(of.form)) : []
    return byStage(printed.length > 0 ? printed : others)
  }
}

const printedName = (form: Form): string => wordsOf(form.project?.name)

type UnitIndex = {
  readonly byName: ReadonlyMap<string, readonly Subject[]>
  /** Character pair → names that hold it. */
  readonly byPair: ReadonlyMap<string, readonly string[]>
}

function unitIndex(group: readonly Subject[]): UnitIndex {
  const byName = Map.groupBy(group, ({ project }) => project)
  const byPair = new Map<string, string[]>()
  for (const name of byName.keys())
    for (const pair of pairsOf(name)) {
      const names = byPair.get(pair)
      if (names) names.push(name)
      else byPair.set(pair, [name])
    }
  return { byName, byPair }
}

/** The one project whose name is alike; none where several are. */
function nearest({ project }: Subject, { byName, byPair }: UnitIndex, alike: number): readonly Subject[] {
  const names = new Set(
    [...pairsOf(project)].flatMap((pair) => {
      const found = byPair.get(pair) ?? []
      return found.length > COMMON ? [] : found
    }),
  )
  const near = [...names].filter((name) => likeness(name, project) >= alike)
  return near.length === 1 ? (byName.get(near[0] ?? '') ?? []) : []
}

/** One form a stage; where several forms of a stage have the name, none: nobody could say which one is meant. */
function byStage(named: readonly Subject[]): Found {
  const found: Found = {}
  for (const [stage, group] of Map.groupBy(named, ({ stage }) => stage)) {
    const [first] = group
    if (first !== undefined && (group.length === 1 || group.every(({ form }) => sameContent(form, first.form))))
      found[stage] = first.form
  }
  return found
}

/** Whether two forms print the same: one form that was read from two files. */
export const sameContent = (a: Form, b: Form): boolean => a === b || content(a) === content(b)

const contents = new WeakMap<Form, string>()

function content(form: Form): string {
  const before = contents.get(form)
  if (before !== undefined) return before
  const { kind, unit, project, funds, indicators, totals } = form
  const rows = indicators.map(({ name, target, actual, score }) => [name, target.text, actual?.text ?? null, score])
  const amounts = funds.map(({ label, initialBudget, annualBudget, executed }) => [
    label,
    initialBudget,
    annualBudget,
    executed,
  ])
  const text = JSON.stringify([kind, unit?.name, project?.name, amounts, rows, totals.score]).replace(/\s+/g, '')
  contents.set(form, text)
  return text
}
