// Checks one form: scores and review under one profile, as the contract publishes them. Page, command line and HTTP all call it.
import type { Form, FormKind } from '../form/form.ts'
import { profileFor } from '../profile/choose.ts'
import type { Profile } from '../profile/profile.ts'
import { scoreForm } from '../scoring/engine.ts'
import type { FormScores } from '../scoring/score.ts'
import { type Light, lightsOf } from './light.ts'
import { relate } from './relate.ts'
import type { Related } from './related.ts'
import { type Finding, type NotChecked, review } from './review-rule.ts'
import { rules } from './rules/index.ts'

/** One entry of `forms` in the Findings contract. */
export type FormCheck = {
  /** Name of the project; the department's of a department form; null where neither is printed. */
  readonly project: string | null
  readonly kind: FormKind
  /** Profile the form was judged under: place@year. */
  readonly profile: string
  readonly findings: readonly Finding[]
  readonly notChecked: readonly NotChecked[]
  /** Number of rules that judged the form and had nothing to say. */
  readonly passed: number
  readonly scores: FormScores['scores']
  readonly total: FormScores['total']
  readonly grade: FormScores['grade']
  /** 灯: consistency of scores and execution of a self-evaluation. */
  readonly lights: readonly Light[]
}

/**
 * Scores and reviews a form; under the profile made for its place, kind and year where none is given. Rules that need
 * more than the form find it in `related`, and say what they miss.
 */
export function checkForm(form: Form, profile: Profile = profileFor(form), related: Related = {}): FormCheck {
  const scores = scoreForm(form, profile)
  const input = { form, profile, scores, related }
  return {
    project: form.project?.name ?? form.department?.name ?? null,
    kind: form.kind,
    profile: profile.id,
    ...review(rules, input),
    scores: scores.scores,
    total: scores.total,
    grade: scores.grade,
    lights: lightsOf(input),
  }
}

/** Checks forms that are given together: each against the others of its project and its office. */
export function checkForms(forms: readonly Form[], profile?: Profile): FormCheck[] {
  const likeness = profile?.comparison.projectLikeness
  const related = relate(forms, likeness === undefined ? undefined : Number(likeness))
  return forms.map((form) => checkForm(form, profile, related.get(form)))
}
