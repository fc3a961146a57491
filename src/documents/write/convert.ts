// Forms read in one layout, made ready to be written in another of the same kind.
import type { Form, Fund } from '../../kernel/form/form.ts'
import { layoutFor } from '../../kernel/layout/draw.ts'
import { layouts } from '../../kernel/layout/index.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { problem } from '../../kernel/problem.ts'
import { fromYuan, toYuan } from '../../kernel/value/units.ts'

/**
 * The forms under the title of another layout, their money in its unit, to the last digit. Without `id` they stay as
 * they are. Problems: layout.unknown, layout.otherKind.
 */
export function inLayout(forms: readonly Form[], id: string | undefined): readonly Form[] {
  if (id === undefined) return forms
  const layout = layouts.find((known) => known.id === id)
  if (!layout) throw problem('layout.unknown', { id, known: layouts.map((known) => known.id).join('、') })
  return forms.map((form, i) => {
    if (form.kind !== layout.kind)
      throw problem('layout.otherKind', {
        number: i + 1,
        title: titleOf(form),
        layout: layout.title.replace('{project}', ''),
      })
    return under(layout, form)
  })
}

const titleOf = (form: Form): string => form.title ?? layoutFor(form)?.title ?? form.kind

function under(layout: Layout, form: Form): Form {
  const same = layoutFor(form)?.id === layout.id
  const own: Form = { ...form, layout: layout.id, title: same ? form.title : null }
  const from = form.amountUnit
  // Amounts whose unit nobody printed are no amounts that could be converted.
  if (from === null || from === layout.amountUnit) return own
  const funds = form.funds.map((fund) => inUnit(fund, from, layout.amountUnit))
  return { ...own, amountUnit: layout.amountUnit, funds }
}

type Unit = NonNullable<Form['amountUnit']>

const inUnit = (fund: Fund, from: Unit, to: Unit): Fund => ({
  ...fund,
  initialBudget: amountIn(fund.initialBudget, from, to),
  annualBudget: amountIn(fund.annualBudget, from, to),
  executed: amountIn(fund.executed, from, to),
})

/** Exact: every digit is kept, and the two places amounts are printed with. 165448.00 元 = 16.5448 万元. */
export function amountIn(amount: string | null, from: Unit, to: Unit): string | null {
  const exact = fromYuan(toYuan(amount, from), to)
  if (exact === null || !amount?.includes('.')) return exact
  const [whole, places = ''] = exact.split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}
