// First- and second-level indicator names as the profile knows them, whatever spelling the form prints.
import type { Form, Indicator } from '../form/form.ts'
import { memo } from '../memo.ts'
import type { Dimension, Profile } from '../profile/profile.ts'

/** Names of the national catalogue that rules ask for. */
export const OUTPUT = '产出指标'
export const BENEFIT = '效益指标'
export const SATISFACTION = '满意度指标'
export const COST = '成本指标'

/** Without white space, numbering (一、), weight in brackets (（50分）) and the closing 指标 or 等: 产出指标（50分） → 产出. */
const stem = memo((name: string): string =>
  name
    .replace(/\s+/g, '')
    .replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]/, '')
    .replace(/[（(][^（()）]*[）)]$/, '')
    .replace(/等$/, '')
    .replace(/指标$/, ''),
)

type Names = { readonly dimensions: ReadonlyMap<string, Dimension>; readonly aspects: ReadonlyMap<string, string> }

/** Every spelling of a profile's names; made once a profile, because every rule asks for every row. */
const known = new WeakMap<Profile, Names>()

function namesOf(profile: Profile): Names {
  const before = known.get(profile)
  if (before) return before
  const dimensions = new Map<string, Dimension>()
  const aspects = new Map<string, string>()
  for (const dimension of profile.dimensions) {
    for (const name of [dimension.name, ...dimension.aliases]) dimensions.set(stem(name), dimension)
    for (const aspect of dimension.aspects)
      for (const name of [aspect.name, ...aspect.aliases]) aspects.set(stem(name), aspect.name)
  }
  const names = { dimensions, aspects }
  known.set(profile, names)
  return names
}

/** The first-level indicator a printed name means; undefined where the profile has none of that name. */
export const dimensionOf = (profile: Profile, printed: string | null): Dimension | undefined =>
  printed === null ? undefined : namesOf(profile).dimensions.get(stem(printed))

/** The profile's name of a printed second-level indicator; undefined where it is in no first level. */
export function aspectOf(profile: Profile, printed: string | null): string | undefined {
  if (printed === null) return undefined
  const name = stem(printed)
  // 社会公众满意度, 受训学员满意度: forms name the people asked.
  return namesOf(profile).aspects.get(name) ?? (name.endsWith('满意度') ? satisfactionAspect(profile) : undefined)
}

const satisfactionAspect = (profile: Profile): string | undefined =>
  profile.dimensions.find(({ name }) => name === SATISFACTION)?.aspects[0]?.name

/** First levels a second level may stand under. */
export const homesOf = (profile: Profile, aspect: string): readonly Dimension[] =>
  profile.dimensions.filter((dimension) => dimension.aspects.some(({ name }) => name === aspect))

/** Whether an indicator is about cost: under 成本 as first level (any of its second levels) or as second level. */
export const isCost = (profile: Profile, { dimension, aspect }: Indicator): boolean =>
  dimensionOf(profile, dimension)?.name === COST || aspectOf(profile, aspect) === COST || /成本/.test(aspect ?? '')

/** Profile names of the first levels the form has indicators under. */
export const dimensionsIn = (form: Form, profile: Profile): ReadonlySet<string> =>
  new Set(form.indicators.flatMap(({ dimension }) => dimensionOf(profile, dimension)?.name ?? []))

/** Profile names of the second levels the form has indicators under. */
export const aspectsIn = (form: Form, profile: Profile): ReadonlySet<string> =>
  new Set(form.indicators.flatMap(({ aspect }) => aspectOf(profile, aspect) ?? []))

/** Printed first-level names the profile does not know: then nothing can be said about what is missing. */
export const unknownDimensions = (form: Form, profile: Profile): string[] => [
  ...new Set(form.indicators.flatMap(({ dimension }) => (dimensionOf(profile, dimension) ? [] : (dimension ?? [])))),
]
