import type { SourceLine } from '../api/forms.ts'
import type { Line } from '../documents/source-text.ts'
import type { Form } from '../kernel/form/form.ts'

/** Lines shown before the first and after the last line a form was read from. */
const around = 12

/** The source lines of the given forms: a report of 30 pages with one form in it sends only that form's lines. */
export function sourceLines(lines: readonly Line[], forms: readonly Form[]): readonly SourceLine[] {
  const ranges = forms.flatMap((form) => {
    const sources = Object.values(form.sources ?? {})
    const first = sources.reduce((n, s) => Math.min(n, s.line ?? n), Number.POSITIVE_INFINITY)
    const last = sources.reduce((n, s) => Math.max(n, s.lineEnd ?? s.line ?? n), 0)
    return last === 0 ? [] : [{ from: first - around, to: last + around }]
  })
  return lines
    .filter(({ line }) => ranges.some(({ from, to }) => line >= from && line <= to))
    .map(({ line, text }) => ({ line, text }))
}
