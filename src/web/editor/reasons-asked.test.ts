import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { checkForm } from '../../kernel/review/check.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import { reasonsAsked } from './reasons-asked.ts'

const row = (target: string, actual: string, score: string) => ({
  ...blankIndicator,
  name: `${target}的工作`,
  aspect: '数量指标',
  dimension: '产出指标',
  target: parseTarget(target),
  actual: parseActual(actual),
  weight: '30',
  score,
})
const form: Form = {
  ...blankForm('project-self-evaluation'),
  year: 2023,
  indicators: [row('≥20次', '20次', '30'), row('≥10家', '5家', '15'), row('≥8个', '8个', '20')],
}
const check = checkForm(form, profileOf('national@2020'))
const all = new Set([0, 1, 2].map((i) => `indicators[${i}].deviation`))

it('asks for a reason where the target was missed, and where points were given by hand', () => {
  const asked = reasonsAsked(form, check, all)
  expect(asked.map(({ index }) => index)).toEqual([1, 2])
  expect(asked[1]?.why.join()).toContain('填报 20 分')
})

it('asks for none that could not be given', () => {
  expect(reasonsAsked(form, check, new Set(['indicators[1].deviation'])).map(({ index }) => index)).toEqual([1])
})
