// What a cell's text is understood as, for the person who types it: a value, words, or what is wrong with it.
import { cellOf } from '../../kernel/form/cells.ts'
import type { Comparator, Form, Tier } from '../../kernel/form/form.ts'
import { placeOf, typeIn } from '../../kernel/form/type-in.ts'
import { COMPARATOR_SIGN } from '../../kernel/value/comparators.ts'
import { group } from '../../kernel/value/reading.ts'
import { readValue } from '../../kernel/value/value.ts'

export type Understood =
  /** `rest`: words that stand beside the value. */
  | { readonly as: 'value'; readonly text: string; readonly rest: string | null }
  | { readonly as: 'values'; readonly texts: readonly string[] }
  /** 定性完成情况: which of its three. */
  | { readonly as: 'tier'; readonly tier: Tier }
  | { readonly as: 'words' }
  /** Looks like a number or a date and is none: kept as words. */
  | { readonly as: 'malformed'; readonly text: string }
  /** The cell cannot hold it. */
  | { readonly as: 'fault'; readonly why: string }

const amounts = new Set(['initialBudget', 'annualBudget', 'executed'])

/** Null where there is nothing to say: the cell is empty, or holds any words. */
export function understood(form: Form, path: string, text: string): Understood | null {
  if (text.trim() === '') return null
  const typed = typeIn(form, path, text)
  if ('fault' in typed) return { as: 'fault', why: typed.fault }
  const place = placeOf(path)
  const row = place ? typed.form[place.table][place.index] : undefined
  if (place?.table === 'indicators' && row && 'target' in row) {
    if (place.name === 'target') return ofTarget(row.target, text)
    if (place.name === 'actual' && row.actual) return ofActual(row.actual, text)
  }
  const kept = place ? row && cellOf(row, place.name) : cellOf(typed.form, path)
  return typeof kept === 'string' ? ofNumber(kept, text, place?.name ?? path, form.amountUnit) : null
}

/** Of a number only what the letters do not show: an amount with its unit, a number without what was typed around it. */
function ofNumber(kept: string, text: string, name: string, amountUnit: string | null): Understood | null {
  if (amounts.has(name)) return plainValue(amountUnit === null ? grouped(kept) : `${grouped(kept)} ${amountUnit}`)
  return kept === text.trim() ? null : plainValue(kept)
}

const plainValue = (text: string): Understood => ({ as: 'value', text, rest: null })

type Target = Form['indicators'][number]['target']
type Actual = NonNullable<Form['indicators'][number]['actual']>

function ofTarget(target: Target, text: string): Understood | null {
  const { kind, comparator, value, unit, rest = null, date, period, parts = [] } = target
  if (kind === 'blank') return null
  if (value !== null) return { as: 'value', text: valueText(comparator, value, unit), rest }
  const day = date ?? (period && `${period.from} – ${period.to}`)
  if (day !== undefined) return plainValue(`${comparator === null ? '' : `${COMPARATOR_SIGN[comparator]} `}${day}`)
  if (parts.length > 1)
    return { as: 'values', texts: parts.map((part) => valueText(part.comparator, part.value ?? '', part.unit)) }
  return wordsOf(text)
}

function ofActual({ value, unit, tier, rest = null }: Actual, text: string): Understood | null {
  if (value !== null) return { as: 'value', text: valueText(null, value, unit), rest }
  return tier === null ? wordsOf(text) : { as: 'tier', tier }
}

function wordsOf(text: string): Understood {
  const unread = readValue(text).find((piece) => piece.type === 'unread')
  return unread ? { as: 'malformed', text: unread.text } : { as: 'words' }
}

/** ≥ 30 万份, 95% */
function valueText(comparator: Comparator | null, value: string, unit: string | null): string {
  const number = grouped(value)
  const measured = unit === null ? number : /^[%‰％]/.test(unit) ? number + unit : `${number} ${unit}`
  return comparator === null ? measured : `${COMPARATOR_SIGN[comparator]} ${measured}`
}

function grouped(value: string): string {
  const [, sign = '', whole = '', rest = ''] = /^([-+]?)(\d+)(.*)$/s.exec(value) ?? []
  return whole === '' ? value : sign + group(whole) + rest
}
