// How findings, scores and lights are said: page, command line, report, annotated file and data say the same words.
import type { Severity } from '../profile/profile.ts'
import type { Score } from '../scoring/score.ts'
import type { FormCheck } from './check.ts'
import { colorLabel, type Light, lightLabel } from './light.ts'
import type { Finding, NotChecked } from './review-rule.ts'

/** Gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'advice']
export const severityLabel: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', advice: '建议' }

/** A name and what there is to say under it. */
export type Fact = { readonly label: string; readonly text: string }

/** The findings, gravest first; of one severity in the order they were found. */
export const byGravity = <F extends { readonly severity: Severity }>(findings: readonly F[]): readonly F[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity))

export const countOf = (findings: readonly { readonly severity: Severity }[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length

/** The message with the indicator it is about, unless the message names it. */
export const findingText = ({ indicator, message }: Finding): string =>
  indicator === null || message.includes(indicator) ? message : `“${indicator}”：${message}`

/** Everything else a finding says about itself. */
export function findingFacts({ arithmetic, observed, expected, fix, basis, rule }: Finding): readonly Fact[] {
  const facts = [
    { label: '算式', text: arithmetic },
    { label: '表中', text: observed },
    { label: '应为', text: expected },
    { label: '建议', text: fix },
    { label: '依据', text: `${basis}（规则 ${rule}）` },
  ]
  return facts.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }]))
}

/** 财预〔2020〕10号《…》 → 财预〔2020〕10号; what has no number keeps its name. */
export const shortBasis = (basis: string): string => /^[^《]+(?=《)/.exec(basis)?.[0] ?? basis

export const verdictLabel: Readonly<Record<Score['verdict'], string>> = {
  equal: '一致',
  different: '不一致',
  inside: '在档内',
  outside: '超出档位',
  unable: '不能复算',
  absent: '未填',
}

/** Whether the printed score is not the one the rule gives. */
export const differs = ({ verdict }: Score): boolean => verdict === 'different' || verdict === 'outside'

/** Computed value or band, as people read it. */
export const computedText = ({ computed, range }: Pick<Score, 'computed' | 'range'>): string =>
  computed ?? (range ? `${range.from}–${range.to}` : '—')

/** "5 × 18 ÷ 20 = 4.50", or why there is none. */
export const arithmeticText = ({ formula, computed, range, because }: Score): string =>
  formula === null ? because : `${formula} = ${computedText({ computed, range })}`

/** What could not be checked, one entry a reason: many rules miss the same thing. */
export const missedReasons = (
  notChecked: readonly NotChecked[],
): readonly { readonly reason: string; readonly rules: readonly string[] }[] =>
  [...Map.groupBy(notChecked, ({ reason }) => reason)].map(([reason, list]) => ({
    reason,
    rules: [...new Set(list.map(({ rule }) => rule))],
  }))

/** What the form prints beside what the rules give. */
export const besideText = (printed: string | null, computed: string | null): string =>
  `填报 ${printed ?? '—'}，复算 ${computed ?? '—'}`

export const totalText = ({ total, grade }: Pick<FormCheck, 'total' | 'grade'>): string =>
  `总分：${besideText(total.printed, total.computed)}；等级：${besideText(grade.printed, grade.computed)}`

/** Whether the form has a score to speak of. */
export const isScored = ({ total }: Pick<FormCheck, 'total'>): boolean =>
  total.printed !== null || total.computed !== null

export const lightText = ({ light, color, because }: Light): string =>
  `${lightLabel[light]}：${color === null ? '不能判断' : colorLabel[color]}。${because}`
