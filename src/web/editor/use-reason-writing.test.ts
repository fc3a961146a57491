import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { insertRows, removeRows } from '../../kernel/form/type-in.ts'
import { reasonPath } from './use-reason-writing.ts'

const indicators = ['甲', '乙'].map((name) => ({ ...blankIndicator, name, key: name }))
const judged = { ...blankForm('project-self-evaluation'), indicators }

it('finds the cell of a reason in the form on the screen, where rows came and went since it was judged', () => {
  expect(reasonPath(judged, 1, judged)).toBe('indicators[1].deviation')
  expect(reasonPath(judged, 1, insertRows(judged, 'indicators', 0))).toBe('indicators[2].deviation')
  expect(reasonPath(judged, 1, removeRows(judged, 'indicators', 1))).toBeNull()
})
