// G11: the grade is the one the total reaches.

import { decimal, plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation } from '../../sample.ts'

export const gradeFitsTotal = reviewRule({
  id: 'G11',
  title: '评分等级与总分相符',
  severity: 'error',
  basis: evaluation,
  fix: '按总分改正等级。',
  kinds: evaluations,
  messages: { other: '总分 {total} 分应评为“{expected}”，填报等级为“{grade}”。' },
  *check({ form, profile }, { say, unable }) {
    const grade = tight(form.grade)
    if (grade === '') return
    const printed = profile.grades.find((band) => grade.startsWith(band.grade))?.grade
    const total = decimal(form.totals.score)
    if (printed === undefined)
      yield unable(`等级“${grade}”不在本口径的等级（${profile.grades.map((g) => g.grade).join('、')}）之内`)
    else if (total === null) yield unable('表中没有总分，无法核对等级')
    else {
      const band = profile.grades.find(({ atLeast }) => total.gte(atLeast))
      if (band === undefined || band.grade === printed) return
      const arithmetic = `${plain(total)} ≥ ${band.atLeast}`
      yield say({ path: 'grade', observed: grade, expected: band.grade, arithmetic }, 'other', {
        total: form.totals.score ?? '',
        expected: band.grade,
        grade,
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: selfEvaluation({ grade: '优秀' }) },
      { form: selfEvaluation({ grade: null }) },
    ],
    fails: [[{ form: selfEvaluation({ totals: { weight: '100', score: '89.99' } }) }, 'other', 'grade']],
    unable: [
      { form: selfEvaluation({ grade: '合格' }) },
      { form: selfEvaluation({ totals: { weight: null, score: null } }) },
    ],
  }),
})
