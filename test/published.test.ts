// Every rule on every published form: a rule that finds fault with all of them, or with none because it never can
// check one, is no rule a reviewer can use.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../src/documents/read-document.ts'
import { profileFor } from '../src/kernel/profile/choose.ts'
import { relate } from '../src/kernel/review/relate.ts'
import { missing } from '../src/kernel/review/related.ts'
import { rules } from '../src/kernel/review/rules/index.ts'
import { scoreForm } from '../src/kernel/scoring/engine.ts'

const forms = ['000', '001', '002', '003', '004'].flatMap((name) => {
  const text = readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8')
  return readText(text, `${name}.txt`).forms
})
const relations = relate(forms)
const inputs = forms.map((form) => {
  const profile = profileFor(form)
  return { form, profile, scores: scoreForm(form, profile), related: relations.get(form) ?? {} }
})

/** What a rule says of the published forms it is made for and has what it needs for. */
const outcomes = rules.map((rule) => {
  const judged = inputs.filter(
    ({ form, related }) => rule.kinds.includes(form.kind) && missing(related, rule.needs ?? []) === undefined,
  )
  const runs = judged.map((input) => rule.run(input))
  const passed = runs.filter(({ findings, notChecked }) => findings.length === 0 && notChecked.length === 0).length
  const unable = runs.filter(({ findings, notChecked }) => findings.length === 0 && notChecked.length > 0).length
  return { id: rule.id, judged: judged.length, passed, unable }
})

/** Facts no form carries, or kinds of form not among the published ones. */
const withoutMaterial = outcomes.filter(({ judged }) => judged === 0).map(({ id }) => id)

/** No form tells what backs its results; each of the three that stand beside last year's has a target below last year's result. */
const allHaveIt: readonly string[] = ['A20', 'Y01']

describe('every rule on the published forms', () => {
  it.each(outcomes.filter(({ id, judged }) => judged > 0 && !allHaveIt.includes(id)))(
    '$id passes one of the $judged it is for',
    ({ passed }) => {
      expect(passed).toBeGreaterThan(0)
    },
  )

  it('finds material for nearly every rule', () => {
    expect(withoutMaterial.filter((id) => !/^[MPY]|^(E06|E07|F06|G16)$/.test(id))).toEqual([])
  })

  it('can check in nine of ten cases', () => {
    const unable = outcomes.reduce((sum, one) => sum + one.unable, 0)
    const judged = outcomes.reduce((sum, one) => sum + one.judged, 0)
    expect(unable / judged).toBeLessThan(0.1)
  })
})
