// Which cell of the drawn form a finding or a score belongs to.
import { nearestCell } from '../../kernel/layout/nearest-cell.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import type { Severity } from '../../kernel/profile/profile.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import type { Finding } from '../../kernel/review/review-rule.ts'
import { differs, severities } from '../../kernel/review/words.ts'
import type { Score } from '../../kernel/scoring/score.ts'

export type Mark = {
  readonly findings: readonly Finding[]
  readonly score: Score | null
  /** Of the gravest finding; a score that differs is at least a warning. */
  readonly severity: Severity | null
}
export type Marks = {
  readonly cells: ReadonlyMap<string, Mark>
  /** Cells with a severity, and all cells, in reading order. */
  readonly marked: readonly string[]
  readonly order: readonly string[]
  /** Findings about the form as a whole. */
  readonly whole: readonly Finding[]
  /** The cell a finding is shown at; null for the form as a whole. */
  readonly cellOf: (path: string) => string | null
}

/** What is chosen when a finding has no cell: the form as a whole. */
export const theWhole = ''

export function marksOf(sheet: Sheet, check: FormCheck): Marks {
  const shown = new Set(sheet.rows.flatMap((row) => row.flatMap((cell) => (cell.path === null ? [] : [cell.path]))))
  const cellOf = (path: string) => nearestCell(shown, path)
  const findings = Map.groupBy(check.findings, (f) => cellOf(f.path))
  const scores = new Map(check.scores.map((score) => [cellOf(score.path), score]))
  const cells = new Map<string, Mark>()
  for (const path of shown) {
    const [here, score] = [findings.get(path) ?? [], scores.get(path) ?? null]
    if (here.length === 0 && score === null) continue
    const worst = severities.find((s) => here.some((f) => f.severity === s))
    cells.set(path, { findings: here, score, severity: worst ?? (score && differs(score) ? 'warning' : null) })
  }
  const order = [...shown]
  const marked = order.filter((path) => cells.get(path)?.severity)
  return { cells, marked, order, whole: findings.get(null) ?? [], cellOf }
}

/** The same, where a whole table is named its first cell; null for the form as a whole. */
export const cellFor = ({ cellOf, order }: Marks, path: string): string | null =>
  cellOf(path) ?? (path === '' ? null : (order.find((cell) => cell.startsWith(path)) ?? null))
