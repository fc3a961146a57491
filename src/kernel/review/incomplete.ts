// Whether rows may be missing from what was read: then nothing can be said about what a form does not have.
import type { Form } from '../form/form.ts'

const partsAfterIndicators = new Set<string | null>([null, 'indicators', 'totals', 'grade'])

/** Reason why absent indicators prove nothing; null where the form was read to its end. */
export function unreadRows({ doubts = [] }: Form): string | null {
  const doubt = doubts.find(({ path }) => partsAfterIndicators.has(path))
  return doubt ? `原文可能不完整（${doubt.message}），不判断指标是否缺项` : null
}
