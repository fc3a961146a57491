// The page judges the form alone; the server also knows last year's form, the approved target and the office's other forms.
import type { FormCheck } from '../../kernel/review/check.ts'
import { missingReason } from '../../kernel/review/related.ts'

const lacks = new Set<string>(Object.values(missingReason))

/** What both say together: of the rules the page had not the forms for, what the server found in the form it keeps. */
export function withRelated(here: FormCheck, server: FormCheck): FormCheck {
  const unasked = new Set(here.notChecked.filter(({ reason }) => lacks.has(reason)).map(({ rule }) => rule))
  const findings = server.findings.filter(({ rule }) => unasked.has(rule))
  const still = server.notChecked.filter(({ rule }) => unasked.has(rule))
  const open = new Set([...findings, ...still].map(({ rule }) => rule))
  return {
    ...here,
    findings: [...here.findings, ...findings],
    notChecked: [...here.notChecked.filter(({ rule }) => !unasked.has(rule)), ...still],
    passed: here.passed + [...unasked].filter((rule) => !open.has(rule)).length,
  }
}
