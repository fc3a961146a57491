import { expect, it } from 'vitest'
import { blankForm } from '../kernel/form/blank.ts'
import { withoutDoubtful } from './doubtful.ts'
import type { Grid } from './grid.ts'

const gridOf = (count: number): Grid => ({
  rows: Array.from({ length: count }, (_, i) => [
    { text: `文字${i + 1}`, source: { line: i + 1, text: `文字${i + 1}`, certainty: 0 }, doubt: '分不清属于哪一栏' },
  ]),
})
const form = { ...blankForm('project-target'), doubts: [{ path: null, message: '另一处疑问' }] }

it('as many doubtful texts as one looks through are listed one by one', () => {
  const { notRead = [], doubts } = withoutDoubtful(form, gridOf(200))
  expect(notRead).toHaveLength(200)
  expect(notRead.at(-1)).toEqual({ line: 200, text: '文字200', label: null, why: '分不清属于哪一栏' })
  expect(doubts).toEqual(form.doubts)
})

it('of more it is said how many are not listed, and from which line on', () => {
  const { notRead = [], doubts } = withoutDoubtful(form, gridOf(230))
  expect(notRead).toHaveLength(200)
  expect(doubts).toEqual([
    ...form.doubts,
    { path: null, message: '另有 30 处没有把握的内容未读入，也未列出；请对照原表', line: 201 },
  ])
})
