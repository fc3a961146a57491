// Rows that owe a reason: a score other than the computed one, a target missed or far exceeded.
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { computedText, differs } from '../../kernel/review/words.ts'

/** `why`: what asks for the reason, in Chinese. `id`: of the row, wherever it stands. */
export type Asked = { readonly index: number; readonly id: string; readonly why: readonly string[] }

/** `open`: cells that may be typed into; where the reason cannot be given, it is not asked. */
export function reasonsAsked(form: Form, check: FormCheck, open: ReadonlySet<string>): readonly Asked[] {
  const scores = new Map(check.scores.map((score) => [score.path, score]))
  const owed = Map.groupBy(check.findings, ({ path }) => path)
  const ids = new Set<string>()
  return form.indicators.flatMap(({ key }, index) => {
    const id = key === undefined || ids.has(key) ? `${index}` : key
    ids.add(id)
    const path = `indicators[${index}].deviation`
    const score = scores.get(`indicators[${index}].score`)
    const why = [
      ...(score && differs(score) ? [`填报 ${score.printed ?? '—'} 分，复算 ${computedText(score)} 分`] : []),
      ...(owed.get(path) ?? []).map(({ message }) => message),
    ]
    return why.length > 0 && open.has(path) ? [{ index, id, why }] : []
  })
}
