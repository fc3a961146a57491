// What is written at which place of the user's file: findings, and where their cells stand in it.
import type { Form, Source } from '../../kernel/form/form.ts'
import { nearestCell } from '../../kernel/layout/nearest-cell.ts'
import type { Severity } from '../../kernel/profile/profile.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import type { Finding } from '../../kernel/review/review-rule.ts'
import { byGravity, findingFacts, findingText, severityLabel } from '../../kernel/review/words.ts'

/** Who signs the comments. */
export const AUTHOR = '衡绩'
export const INITIALS = '衡'

/** `places`: the cell it belongs to, then what stands in for it where the file has no such cell: name, title, first cell. */
export type Note = {
  readonly severity: Severity
  /** One line a statement: severity and message, arithmetic, fix, basis and rule. */
  readonly lines: readonly string[]
  /** What is printed at the place; null where the finding is about no single text. */
  readonly quote: string | null
  readonly places: readonly Source[]
}

/** Cell of a sheet → what its comment says. */
export type CellNotes = ReadonlyMap<string, string>

export type Checked = { readonly form: Form; readonly check: FormCheck }

/** The findings of all forms in the order of the document's forms, the gravest of a form first. */
export const notesOf = (forms: readonly Checked[]): readonly Note[] =>
  forms.flatMap(({ form, check }) =>
    byGravity(check.findings).map((finding) => ({
      severity: finding.severity,
      lines: linesOf(finding),
      quote: finding.quote,
      places: placesOf(form, finding.path),
    })),
  )

function linesOf(finding: Finding): readonly string[] {
  const facts = findingFacts(finding).filter(({ label }) => label !== '表中' && label !== '应为')
  return [
    `【${severityLabel[finding.severity]}】${findingText(finding)}`,
    ...facts.map(({ label, text }) => `${label}：${text}`),
  ].map((line) => line.replace(/\s*[\r\n]+\s*/g, ' '))
}

function placesOf(form: Form, path: string): readonly Source[] {
  const sources = new Map(Object.entries(form.sources ?? {}))
  const cell = nearestCell(sources, path)
  const places = [cell === null ? undefined : sources.get(cell), sources.get('title'), ...sources.values()]
  const known = places.filter((place): place is Source => place !== undefined)
  return [...new Set(known)].slice(0, 8)
}
