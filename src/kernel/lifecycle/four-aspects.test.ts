import { describe, expect, it } from 'vitest'
import { Decimal } from '../decimal.ts'
import { aspectItems, assess, faultsOf, fourAspects, type Grade, gradeOf, type Marks } from './four-aspects.ts'

const all = (mark: (points: number) => Partial<Marks[string]>): Marks =>
  Object.fromEntries(
    aspectItems.map(({ id, points }) => [id, { points: null, grade: null, opinion: null, ...mark(points) }]),
  )

it('is the sheet of 财预〔2015〕88号: 20, 30, 30 and 20 points', () => {
  const points = fourAspects.map(({ items }) => items.reduce((sum, item) => sum + item.points, 0))
  expect(points).toEqual([20, 30, 30, 20])
  expect(aspectItems).toHaveLength(8)
})

describe('the grade', () => {
  it.each([
    ['100', '优'],
    ['90', '优'],
    ['89.99', '良'],
    ['80', '良'],
    ['79.9', '中'],
    ['60', '中'],
    ['59.99', '差'],
    ['0', '差'],
  ])('of %s points is %s', (points, grade) => {
    expect(gradeOf(new Decimal(points), new Decimal(100))).toBe(grade)
  })

  it('follows the exact sum of the points', () => {
    const marks = all((points) => ({ points: new Decimal(points).times('0.899').toFixed() }))
    expect(assess(marks)).toEqual({ points: '89.9', grade: '良', outcome: 'improve' })
  })

  it.each<[Grade, string]>([
    ['优', 'proceed'],
    ['良', 'improve'],
    ['中', 'return'],
    ['差', 'reject'],
  ])('is %s where every item was graded so', (grade, outcome) => {
    expect(assess(all(() => ({ grade })))).toEqual({ points: null, grade, outcome })
  })

  it('stays open where the grades given allow more than one', () => {
    const marks = {
      ...all(() => ({ grade: '优' as const })),
      format: { points: null, grade: '差' as const, opinion: null },
    }
    expect(assess(marks)).toEqual({ points: null, grade: null, outcome: null })
  })

  it('stays open while an item is missing', () => {
    const { format, ...rest } = all((points) => ({ points: String(points) }))
    expect(assess(rest).grade).toBeNull()
  })
})

describe('what may not be saved', () => {
  it.each<[string, string, Grade | null, string]>([
    ['format', '11', null, '0至10分'],
    ['goal', '-1', null, '0至15分'],
    ['goal', '14', '良', '对应“优”'],
    ['nothing', '1', null, '没有“nothing”这一项'],
  ])('%s with %s points and grade %s', (item, points, grade, says) => {
    expect(faultsOf({ [item]: { points, grade, opinion: null } })[0]).toContain(says)
  })

  it('is nothing of a sheet half done', () => {
    expect(faultsOf({ format: { points: '9.5', grade: '优', opinion: '好' } })).toEqual([])
  })
})
