// What stands in a form and was read into no field: listed, so that nothing is lost in silence.
import type { Form, NotRead, Source } from '../../kernel/form/form.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { Cell, Grid, Row } from '../grid.ts'
import { isAnyLabel, isBeside } from '../labels.ts'
import { isNothing, labelKey, numberText } from '../text.ts'
import { headLabels, isFundRow, isOtherLabel, meaningIn } from './words.ts'

/** More would be no list to look through. */
const MOST = 60
const LONGEST = 200

/** Cells beside a label that no field of the form has for its source. */
export function unclaimed(grid: Grid, form: Form, layout: Layout): readonly NotRead[] {
  const claimed = claimedBy(form)
  const found: NotRead[] = []
  for (const row of grid.rows) {
    if (found.length >= MOST) break
    const filled = row.filter((cell) => labelKey(cell.text) !== '')
    filled.forEach((cell, i) => {
      if (!isValue(cell, layout) || claimed(cell)) return
      const label = labelBefore(filled, i, layout)
      if (filled.length > 1 || label !== null) found.push(entry(cell, label))
    })
  }
  return found.slice(0, MOST)
}

const entry = ({ text, source }: Cell, label: string | null): NotRead => {
  const { certainty: _, ...place } = source
  return { ...place, text: text.slice(0, LONGEST), label, why: '表样中没有这一项，未读入' }
}

const labelBefore = (filled: Row, at: number, layout: Layout): string | null =>
  filled.slice(0, at).findLast((cell) => !isValue(cell, layout))?.text ?? null

function isValue({ text }: Cell, layout: Layout): boolean {
  const key = labelKey(text)
  if (isNothing(text) || isAnyLabel(key, layout) || isBeside(key, layout)) return false
  return numberText(text) !== null || !(isOtherLabel(key) || isFundRow(key) || meaningIn(headLabels, key) !== null)
}

/** True for cells whose text is the source of a field, or holds it. */
function claimedBy(form: Form): (cell: Cell) => boolean {
  const byLine = new Map<number, Source[]>()
  for (const source of Object.values(form.sources ?? {}))
    for (
      let line = source.line ?? 0;
      line <= Math.min(source.lineEnd ?? source.line ?? 0, (source.line ?? 0) + 2000);
      line++
    )
      byLine.set(line, [...(byLine.get(line) ?? []), source])
  return ({ text, source }) =>
    (byLine.get(source.line ?? 0) ?? []).some((own) => own.text.includes(text) || text.includes(own.text))
}
