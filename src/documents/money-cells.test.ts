import { describe, expect, it } from 'vitest'
import { placedAmounts } from './money-cells.ts'

const NATIONAL = ['initialBudget', 'annualBudget', 'executed', 'weight', 'rate', 'score']
const placed = (row: string): object | null => {
  const values = row.split(' ')
  const places = placedAmounts(values, NATIONAL)
  return places && Object.fromEntries(places.map((at, i) => [NATIONAL[at], values[i]]))
}

describe('a money row with fewer numbers than headings', () => {
  it('without its rate: weight and score are told by their size', () =>
    expect(placed('640 640 640 10 10')).toEqual({
      initialBudget: '640',
      annualBudget: '640',
      executed: '640',
      weight: '10',
      score: '10',
    }))
  it('without weight and score', () =>
    expect(placed('7.30 7.30 7.30 100%')).toEqual({
      initialBudget: '7.30',
      annualBudget: '7.30',
      executed: '7.30',
      rate: '100%',
    }))
  it('with dashes for what a part of the money has not', () =>
    expect(placed('12 12 9 - -')).toMatchObject({ initialBudget: '12', annualBudget: '12', executed: '9' }))
  it('with the amounts alone', () =>
    expect(placed('90 89.5 88.25')).toEqual({ initialBudget: '90', annualBudget: '89.5', executed: '88.25' }))
  it('is not guessed where several ways are possible', () => {
    expect(placed('50 50')).toBeNull()
    expect(placed('50')).toBeNull()
  })
  it('is not read where a number fits no heading', () => expect(placed('50 50 50 10 100% 10 12')).toBeNull())
})
