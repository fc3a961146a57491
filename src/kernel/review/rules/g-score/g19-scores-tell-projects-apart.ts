// G19: said once for an office, at the first of its forms. A clue for spot checks, no judgement of any form.
// Precision on the five documents: 1 of 1 (002: nine forms, all 优).
import { Decimal, decimal, plain } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { sameContent } from '../../relate.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation } from '../../sample.ts'

const scored = (scores: readonly string[], grade = '优'): readonly Form[] =>
  scores.map((score, i) =>
    selfEvaluation({
      project: { code: null, name: `项目${i}`, nature: null, category: null, start: null, end: null, purpose: null },
      totals: { weight: '100', score },
      grade,
    }),
  )
const office = (scores: readonly string[], grade?: string) => {
  const siblings = scored(scores, grade)
  const [form = selfEvaluation()] = siblings
  return { form, related: { siblings } }
}
const drugs = ['98.95', '97.52', '99.17', '98.73', '97', '99.83', '93.42', '99.86', '94.94']

export const scoresTellProjectsApart = reviewRule({
  id: 'G19',
  title: '各项目的自评得分有高有低',
  severity: 'advice',
  basis: practice,
  fix: '抽查得分最高和执行率最低的项目，核对佐证材料。',
  kinds: evaluations,
  needs: ['siblings'],
  messages: {
    allTop: '{count} 张自评表全部为“{grade}”，得分 {least}–{most}，平均 {mean}，可作抽查线索。',
    alike: '{count} 张自评表的得分几乎相同（{least}–{most}），可作抽查线索。',
  },
  *check({ form, profile, related: { siblings } }, { say }) {
    const [first] = siblings
    const { from, spread } = profile.comparison.scores
    if (first === undefined || !sameContent(first, form)) return
    const scores = siblings.flatMap((one) => decimal(one.totals.score) ?? [])
    if (scores.length < from || scores.length < siblings.length) return
    const [least, most] = [Decimal.min(...scores), Decimal.max(...scores)]
    const data = { count: scores.length, least: plain(least), most: plain(most) }
    const top = profile.grades[0]?.grade ?? ''
    if (most.minus(least).lt(spread)) yield say('totals.score', 'alike', data)
    else if (siblings.every(({ grade }) => tight(grade) === top)) {
      const mean = scores
        .reduce((a, b) => a.plus(b))
        .div(scores.length)
        .toDecimalPlaces(1)
      yield say('totals.score', 'allTop', { ...data, grade: top, mean: plain(mean) })
    }
  },
  examples: () => ({
    passes: [office(drugs, '良'), office(drugs.slice(0, 4))],
    fails: [
      [{ ...office(drugs), from: '002' }, 'allTop', 'totals.score'],
      [office(drugs.map(() => '98.00')), 'alike', 'totals.score'],
    ],
    unable: [{ form: selfEvaluation() }],
  }),
})
