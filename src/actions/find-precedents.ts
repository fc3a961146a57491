import type { LastYear, SimilarIndicator } from '../api/filings.ts'
import { blankIndicator } from '../kernel/form/blank.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { indicatorName, nameLikeness } from '../kernel/review/align.ts'
import * as precedents from '../store/precedents.ts'
import type { Context } from './context.ts'
import { openFiling } from './open-filing.ts'

/** The same project's form of the year before, its result where there is one; null where there is none. */
export async function lastYearOf(context: Context, { id }: { id: string }): Promise<LastYear> {
  const { filing } = await openFiling(context, id)
  const year = filing.fiscalYear - 1
  const subject = { projectId: filing.project?.id ?? null, organisationId: filing.organisation.id, year }
  const form = await precedents.formOf(context.db, scopeOf(context.actor, 'form.read'), subject)
  return { year, form: form ?? null }
}

const mostCandidates = 400
const mostShown = 20
/** Below it two names have little in common. */
const alikeFrom = 0.5
const yearsBack = 3

/** Indicators of other projects whose names are like this one, the most alike and newest first. */
export async function similarIndicators(
  context: Context,
  { id, name }: { id: string; name: string },
): Promise<readonly SimilarIndicator[]> {
  const { filing } = await openFiling(context, id)
  const core = indicatorName(name)
  if (core.length < 2) return []
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => filing.fiscalYear - back)
  const notProject = filing.project?.id ?? null
  const wanted = { region: filing.region, years, name, parts: partsOf(core), notProject }
  const scope = scopeOf(context.actor, 'form.read')
  const found = await precedents.indicatorsNamed(context.db, scope, wanted, mostCandidates)
  const own = { ...blankIndicator, name }
  return found
    .map((row) => ({ ...row, likeness: nameLikeness(own, { ...blankIndicator, name: row.name }) }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .toSorted((a, b) => b.likeness - a.likeness || b.year - a.year)
    .slice(0, mostShown)
    .map(({ likeness: _, ...row }) => row)
}

/** Pieces two names must share to be alike: three characters, two where the name is short. */
function partsOf(name: string): readonly string[] {
  const length = name.length > 5 ? 3 : 2
  return Array.from({ length: name.length - length + 1 }, (_, i) => name.slice(i, i + length))
}
