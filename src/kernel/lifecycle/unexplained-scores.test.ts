import { expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { layouts } from '../layout/index.ts'
import { profileFor } from '../profile/choose.ts'
import { selfEvaluation, withIndicators } from '../review/sample.ts'
import { scoreForm } from '../scoring/engine.ts'
import { unexplainedScores } from './unexplained-scores.ts'

const layout = layouts.find(({ id }) => id === 'national-self-evaluation')?.id ?? ''
const row = { name: '培训人次', target: '≥200(次)', actual: '180(次)', weight: '10.00' }
const told = (form: Form) =>
  unexplainedScores({ ...form, layout }, scoreForm(form, profileFor(form))).map(({ path, message }) => [path, message])
const evaluation = (score: string, deviation: string | null) =>
  withIndicators(selfEvaluation(), { ...row, score, deviation })

it('names the row, both scores and how the other one came about', () => {
  expect(told(evaluation('8.00', null))).toEqual([
    [
      'indicators[0].deviation',
      expect.stringMatching(
        /^指标“培训人次”得 8\.00 分，按口径计算为 9\.00 分（.+）。请改为计算值，或在“.+”中写明理由。$/,
      ),
    ],
  ])
})

it('asks for nothing where the score is the computed one, or another rounding of it', () => {
  expect(told(evaluation('9.00', null))).toEqual([])
  expect(told(evaluation('9', null))).toEqual([])
})

it('takes a reason, but not a word that gives none', () => {
  expect(told(evaluation('8.00', '参训人员到课率低于计划，另扣1分，明年改为线上补训。'))).toEqual([])
  expect(told(evaluation('8.00', '无'))).toHaveLength(1)
})
