// Whether something may be missing from what was read: then nothing can be said about what a form does not have.
import type { Form } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { unknownDimensions } from './taxonomy.ts'

const partsAfterIndicators = new Set<string | null>([null, 'indicators', 'totals', 'grade'])

/** Reason why absent indicators prove nothing; null where the form was read to its end. */
export function unreadRows({ doubts = [], indicators }: Form): string | null {
  const lastRow = `indicators[${indicators.length - 1}].`
  const doubt = doubts.find(({ path }) => partsAfterIndicators.has(path) || path?.startsWith(lastRow))
  return doubt ? `原文可能不完整（${doubt.message}），不判断指标是否缺项` : null
}

/** The same for first-level indicators, which may also go by names the profile does not know. */
export function unreadDimensions(form: Form, profile: Profile): string | null {
  const [unknown] = unknownDimensions(form, profile)
  if (unknown !== undefined) return `一级指标“${unknown}”不在“${profile.title}”的分类中，不判断一级指标是否缺项`
  return unreadRows(form)
}

/** What the reader says about a field, or anything in it, that it did not find; null where it read it, be it empty. */
export const unreadField = ({ doubts = [] }: Form, path: string): string | null =>
  doubts.find((doubt) => doubt.path === path || doubt.path?.startsWith(`${path}.`))?.message ?? null
