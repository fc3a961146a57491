import { expect, it } from 'vitest'
import { blankFund } from '../form/blank.ts'
import type { Form } from '../form/form.ts'
import { threeRows } from '../form/forms.test-kit.ts'
import { layouts } from '../layout/index.ts'
import { parseActual } from '../value/value.ts'
import { reportOn } from './new-form.ts'
import { withUnprinted } from './unprinted.ts'

const monitoring = layouts.find(({ id }) => id === 'national-monitoring')
if (!monitoring) throw new Error('national-monitoring')
const head = { year: 2024, region: '海川市', department: null, unit: null, project: null }
const known: Form = reportOn(threeRows, { ...threeRows, funds: [blankFund('年度资金总额')] }, monitoring, head)

/** As it is read from a file: no weights, because the monitoring form prints none. */
const filled: Form = {
  ...known,
  indicators: known.indicators.map(({ key, ...row }) => ({ ...row, weight: null, actual: parseActual('21次') })),
}

it('keeps the points a monitoring form has no column for, and takes what it prints', () => {
  const both = withUnprinted(filled, known)
  expect(both.indicators.map(({ weight, key }) => [weight, key])).toEqual(
    known.indicators.map(({ weight, key }) => [weight, key]),
  )
  expect(both.indicators.every(({ actual }) => actual?.text === '21次')).toBe(true)
})

it('leaves what is printed as it was filled in, even where it is empty', () => {
  const emptied = { ...filled, indicators: filled.indicators.map((row) => ({ ...row, aspect: null })) }
  expect(withUnprinted(emptied, known).indicators.every(({ aspect }) => aspect === null)).toBe(true)
})

it('invents nothing for a row that is new', () => {
  const [first] = filled.indicators
  if (!first) throw new Error('no row')
  const more = { ...filled, indicators: [{ ...first, name: '完全不同的另一项工作' }, ...filled.indicators] }
  expect(withUnprinted(more, known).indicators[0]?.weight).toBeNull()
})
