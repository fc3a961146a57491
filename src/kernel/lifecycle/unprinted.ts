// What a filled form cannot say: its layout has no column for it. That stays as it is known, and is no change.
import type { Form } from '../form/form.ts'
import { pairRows } from '../form/pairing.ts'
import { layoutFor } from '../layout/draw.ts'
import { sectionOf, withMedium } from '../layout/layout.ts'

/** The form with the cells its layout does not print (分值 in 监控表) as they stand in the form it is laid over. */
export function withUnprinted(form: Form, known: Form): Form {
  const layout = layoutFor(form)
  const section = layout && sectionOf(layout, 'indicators')
  const money = layout && sectionOf(layout, 'funds')
  return {
    ...form,
    ...(section && { indicators: laidOver('indicators', form, known, withMedium(section)) }),
    ...(money && { funds: laidOver('funds', form, known, money.columns) }),
  }
}

/** Pre-printed words of a row, not columns. */
const ownWords = new Set(['label', 'scope', 'level', 'remarks'])

function laidOver<T extends 'funds' | 'indicators'>(
  table: T,
  form: Form,
  known: Form,
  columns: readonly { readonly at: string }[],
): Form[T] {
  const printed = new Set(columns.map(({ at }) => at))
  const pairs = pairRows(table, form, known)
  const rows = form[table].map((row, i) => {
    const before = known[table][pairs[i] ?? -1]
    const kept = Object.entries(before ?? {}).filter(([name]) => !printed.has(name) && !ownWords.has(name))
    return { ...row, ...Object.fromEntries(kept) }
  })
  return rows as unknown as Form[T] // each row with cells of a row of the same table
}
