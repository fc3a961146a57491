import { expect, it } from 'vitest'
import { type ProblemCode, problems } from '../../kernel/problem.ts'
import { withoutFirst } from './refused-title.ts'

const first = '指标“水情数据准确率”没有填写指标值。'
const errors = [first, '没有填写年度总体目标。']
const said = (code: ProblemCode, slots: Readonly<Record<string, string>> = {}) => {
  const given: Readonly<Record<string, string>> = { count: '2', first, ...slots }
  return withoutFirst(
    problems[code][1].replace(/\{(\w+)\}/g, (_, slot: string) => given[slot] ?? ''),
    errors,
  )
}

it('the sentence over a list of all faults does not say the first of them too', () => {
  expect(said('filing.incomplete')).toBe('还有2处须先改正，未提交。')
  expect(said('filing.conflict')).toBe('有2处与他人的修改冲突，未保存。请逐处选择后再保存。')
  expect(said('filing.fixedCells', { reason: '本次只退回了部分内容，其余不能修改' })).toBe(
    '本次只退回了部分内容，其余不能修改，未保存。涉及2处。',
  )
  expect(said('publication.unfit')).toMatch(/^有2处内容不宜公开。请先改正；/)
})

it('a sentence that is all there is stays', () => {
  expect(withoutFirst('没有第3版。', [])).toBe('没有第3版。')
  expect(withoutFirst(first, [first])).toBe(first)
})
