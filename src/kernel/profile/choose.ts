// Which profile judges a form. Decided by the data in the profiles: regions, kinds, first year.
import type { Form } from '../form/form.ts'
import { profiles } from './index.ts'
import type { Profile } from './profile.ts'

/** By id, as in `--profile shanghai@2023`; undefined where there is none. */
export const profileOf = (id: string): Profile | undefined => profiles.find((profile) => profile.id === id)

/**
 * The profile of the form's place, else the national one. Among those of a place: the latest already in force in the
 * form's year; a form from before the first gets the first, which is nearer to its rules than another place's.
 * A form without a year gets the latest.
 */
export function profileFor(form: Form): Profile {
  const fitting = profiles.filter(({ kinds }) => kinds.length === 0 || kinds.includes(form.kind))
  const local = fitting.filter(({ regions }) => regions.some((region) => liesIn(form, region)))
  const candidates = (local.length > 0 ? local : fitting.filter(({ regions }) => regions.length === 0)).toSorted(
    (a, b) => b.from - a.from,
  )
  const chosen = candidates.find(({ from }) => form.year === null || from <= form.year) ?? candidates.at(-1)
  if (chosen === undefined) throw new Error(`no profile for ${form.kind}`)
  return chosen
}

/** 上海市浦东新区 lies in 上海市, 广东 is short for 广东省; where no region is printed, the name of the office tells. */
function liesIn(form: Form, region: string): boolean {
  const place = form.region ?? form.department?.name ?? form.unit?.name ?? ''
  return place.startsWith(region) || (form.region !== null && form.region.length >= 2 && region.startsWith(form.region))
}
