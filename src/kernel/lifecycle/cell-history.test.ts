import { expect, it } from 'vitest'
import { formWith, indicator } from '../form/forms.test-kit.ts'
import { cellHistory } from './cell-history.ts'

const saved = (number: number, form: ReturnType<typeof formWith>, savedBy = '张三') => ({
  number,
  form,
  savedAt: new Date(Date.UTC(2024, 2, number)),
  savedBy,
  reason: '保存',
})

it('tells who changed a cell when, following its row when it moves', () => {
  const versions = [
    saved(1, formWith(indicator('a', '培训人次', '≥20次'))),
    saved(2, formWith(indicator('a', '培训人次', '≥20次')), '李四'),
    saved(3, formWith(indicator('b', '新增', '≥1次'), indicator('a', '培训人次', '≥18次')), '王五'),
  ]
  const told = cellHistory(versions, 'indicators[1].target').map(({ number, savedBy, value }) => [
    number,
    savedBy,
    value,
  ])
  expect(told).toEqual([
    [1, '张三', '≥20次'],
    [3, '王五', '≥18次'],
  ])
})

it('begins where the row began, and says when it was taken out for a while', () => {
  const without = formWith(indicator('b', '其他', '≥1次'))
  const withRow = formWith(indicator('b', '其他', '≥1次'), indicator('a', '培训人次', '≥20次'))
  const versions = [saved(1, without), saved(2, withRow), saved(3, without), saved(4, withRow)]
  const told = cellHistory(versions, 'indicators[1].target').map(({ number, value, absent }) => [number, value, absent])
  expect(told).toEqual([
    [2, '≥20次', false],
    [3, null, true],
    [4, '≥20次', false],
  ])
})

it('has nothing to tell of a form without versions', () => expect(cellHistory([], 'year')).toEqual([]))
