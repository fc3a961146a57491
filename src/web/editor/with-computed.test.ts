import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import { withComputed } from './with-computed.ts'

const profile = 'national@2020'
const row = (target: string, actual: string, weight: string, score: string | null) => ({
  ...blankIndicator,
  name: target,
  aspect: '数量指标',
  dimension: '产出指标',
  target: parseTarget(target),
  actual: parseActual(actual),
  weight,
  score,
})
const form: Form = {
  ...blankForm('project-self-evaluation'),
  year: 2023,
  indicators: [row('≥20次', '18次', '50', '50'), row('≥10家', '12家', '50', null)],
}

it('takes computed scores over, and the total they make; fixed cells stay as they are', () => {
  const all = new Set(['indicators[0].score', 'indicators[1].score', 'totals.score'])
  const taken = withComputed(form, profile, all)
  expect(taken.indicators.map(({ score }) => score)).toEqual(['45', '50'].map((s) => expect.stringMatching(`^${s}`)))
  const fixed = withComputed(form, profile, new Set(['indicators[1].score']))
  expect(fixed.indicators[0]?.score).toBe('50')
  expect(fixed.totals.score).toBe(null)
})
