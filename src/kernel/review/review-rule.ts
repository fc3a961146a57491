// The review engine: what a rule is, and how a form is judged by all of them.
import type { Form, FormKind } from '../form/form.ts'
import { printedAt } from '../form/path.ts'
import { memoOf } from '../memo.ts'
import type { Profile, Severity } from '../profile/profile.ts'
import type { FormScores } from '../scoring/score.ts'
import { missing, missingReason, type Need, type Related } from './related.ts'

/** 'a {x} b {y}' → 'x' | 'y': a message and its data cannot drift apart. */
type Slots<S> = S extends `${string}{${infer K}}${infer R}` ? K | Slots<R> : never
type Data<S> = [Slots<S>] extends [never] ? [] : [Record<Slots<S>, string | number>]

/**
 * What a rule is given. `scores` are computed once for all rules, under the same profile; `related` = the other forms
 * and facts that are at hand.
 */
export type ReviewInput = {
  readonly form: Form
  readonly profile: Profile
  readonly scores: FormScores
  readonly related?: Related
}

/** For a rule: what it declared to need is there. */
type CheckInput<N extends Need> = Omit<ReviewInput, 'related'> & {
  readonly related: Related & Required<Pick<Related, N>>
}

/** Where a finding stands and what was seen there; only `path` is always needed. */
export type Where = {
  path: string
  /** Printed text; taken from the form at `path` where left out. */
  quote?: string | null
  observed?: string | null
  expected?: string | null
  arithmetic?: string | null
  /** A concrete suggestion; the rule's own `fix` where left out. */
  fix?: string
}

export type Finding = {
  rule: string
  severity: Severity
  path: string
  /** Name of the indicator the finding is about; null where it is about none. */
  indicator: string | null
  quote: string | null
  message: string
  observed: string | null
  expected: string | null
  arithmetic: string | null
  basis: string
  fix: string
}
export type NotChecked = { rule: string; reason: string }

/** A rule yields findings (`say`) and, where something it needs is missing, that it could not check (`unable`). */
type Said = { found: Where; message: string } | { unable: string }
export type Voice<M> = {
  say: <K extends keyof M & string>(where: string | Where, key: K, ...data: Data<M[K]>) => Said
  unable: (reason: string) => Said
}

export type RuleGroup = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'M' | 'Y' | 'P'

type Definition<M extends Record<string, string>, N extends Need = Need> = {
  /** As in the catalogue: group letter + two digits. */
  id: `${RuleGroup}${number}${number}`
  /** What must be true, one Chinese sentence. */
  title: string
  severity: Severity
  /** 依据: the document's name; no article numbers that were not read. */
  basis: string
  /** What to do about it. */
  fix: string
  /** Kinds of form it judges. */
  kinds: readonly FormKind[]
  /** What it needs beside the form. Where something is missing the engine answers "not checked", and the rule is not asked. */
  needs?: readonly N[]
  /** Rules whose finding at the same path has the same root cause and is left out when this one speaks. */
  supersedes?: readonly string[]
  messages: M
  check: (input: CheckInput<N>, voice: Voice<M>) => Iterable<Said>
  /** The tests and the documentation of the rule: real cases where there are some. Made when asked for, not at start. */
  examples: () => {
    passes: readonly Example[]
    /** Every message is shown by a failing example. `path` = where the finding must stand. */
    fails: readonly (readonly [Example, keyof M & string, string])[]
    /** Forms the rule cannot check, because something it needs is missing. */
    unable?: readonly Example[]
  }
}
/** A form and the profile it is judged under (national@2020 where left out), with the place it was taken from. */
export type Example = { form: Form; profile?: string; from?: string; related?: Related }

export type ReviewRule = Omit<Definition<Record<string, string>>, 'check'> & {
  run: (input: ReviewInput) => { findings: Finding[]; notChecked: NotChecked[] }
}

const fill = (text: string, data: Record<string, string | number> | undefined) =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => String(data?.[slot]))

const indicatorOf = (form: Form, path: string): string | null => {
  const index = /^indicators\[(\d+)\]/.exec(path)?.[1]
  return index === undefined ? null : (form.indicators[Number(index)]?.name ?? null)
}

/** Defines a rule. A misspelt message key or a missing slot does not compile. */
export function reviewRule<const M extends Record<string, string>, const N extends Need = never>({
  check,
  ...rule
}: Definition<M, N>): ReviewRule {
  const voice: Voice<M> = {
    say: (where, key, ...[data]) => ({
      found: typeof where === 'string' ? { path: where } : where,
      message: fill(rule.messages[key] as string, data),
    }),
    unable: (reason) => ({ unable: reason }),
  }
  const run = (input: ReviewInput) => {
    const findings: Finding[] = []
    const notChecked: NotChecked[] = []
    const severity = input.profile.severities[rule.id] ?? rule.severity
    if (severity === 'off') return { findings, notChecked }
    const related = input.related ?? {}
    const lacking = missing(related, rule.needs ?? [])
    if (lacking !== undefined) return { findings, notChecked: [{ rule: rule.id, reason: missingReason[lacking] }] }
    // nothing needed is missing: the line above answered otherwise
    for (const said of check({ ...input, related } as CheckInput<N>, voice)) {
      if ('unable' in said) notChecked.push({ rule: rule.id, reason: said.unable })
      else {
        const { path, quote, observed, expected, arithmetic, fix } = said.found
        findings.push({
          rule: rule.id,
          severity,
          path,
          indicator: indicatorOf(input.form, path),
          quote: quote === undefined ? printedAt(input.form, path) : quote,
          message: said.message,
          observed: observed ?? null,
          expected: expected ?? null,
          arithmetic: arithmetic ?? null,
          basis: rule.basis,
          fix: fix ?? rule.fix,
        })
      }
    }
    return { findings, notChecked }
  }
  return { ...rule, run } as ReviewRule
}

export type Review = { findings: Finding[]; notChecked: NotChecked[]; passed: number }

/** Judges a form by every rule made for its kind. Three outcomes: passed, findings, not checked. */
export function review(rules: readonly ReviewRule[], input: ReviewInput): Review {
  const result: Review = { findings: [], notChecked: [], passed: 0 }
  for (const rule of rules) {
    if (!rule.kinds.includes(input.form.kind) || input.profile.severities[rule.id] === 'off') continue
    const { findings, notChecked } = rule.run(input)
    if (findings.length === 0 && notChecked.length === 0) result.passed++
    result.findings.push(...findings)
    result.notChecked.push(...notChecked)
  }
  return { ...result, findings: withoutSuperseded(rules, result.findings) }
}

/** Rules that a rule's finding leaves out. */
const supersededBy = memoOf(
  (rules: readonly ReviewRule[]) => new Map(rules.map((rule) => [rule.id as string, rule.supersedes ?? []])),
)

/** One root cause → one finding. */
function withoutSuperseded(rules: readonly ReviewRule[], findings: readonly Finding[]): Finding[] {
  const silencing = supersededBy(rules)
  const silenced = new Set(findings.flatMap((f) => (silencing.get(f.rule) ?? []).map((rule) => `${rule} ${f.path}`)))
  return findings.filter((f) => !silenced.has(`${f.rule} ${f.path}`))
}
