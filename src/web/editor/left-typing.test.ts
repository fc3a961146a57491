import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { insertRows, removeRows, typeAll } from '../../kernel/form/type-in.ts'
import { leftTyping, typedAgain } from './left-typing.ts'

const form = {
  ...blankForm('project-target'),
  indicators: ['甲', '乙'].map((name) => ({ ...blankIndicator, name, key: name })),
}
const half = { path: 'indicators[1].target', text: '写到一半' }
const left = leftTyping(form, 3, half)

it('what was half written is typed where it was, on the version it was typed on', () => {
  expect(typedAgain(form, 3, [left])).toEqual({ cells: [half], stray: [] })
})

it('follows its row when a colleague put one in above it, and is never put into another', () => {
  const above = insertRows(form, 'indicators', 0)
  expect(typedAgain(above, 4, [left])).toEqual({ cells: [{ ...half, path: 'indicators[2].target' }], stray: [] })
  const gone = removeRows(insertRows(form, 'indicators', 0), 'indicators', 2)
  expect(typedAgain(gone, 4, [left])).toEqual({ cells: [], stray: [left] })
})

it('of a row that is known by nothing it is only shown, once the version is another', () => {
  const unnamed = insertRows(form, 'indicators', 1)
  const own = leftTyping(unnamed, 3, half)
  expect(typedAgain(unnamed, 3, [own]).cells).toEqual([half])
  expect(typedAgain(unnamed, 4, [own])).toEqual({ cells: [], stray: [own] })
})

it('does not go over what a colleague wrote into the same cell since', () => {
  const written = typeAll(form, [{ path: half.path, text: '≥5' }]).form
  expect(typedAgain(written, 4, [left])).toEqual({ cells: [], stray: [left] })
  const head = leftTyping(form, 3, { path: 'project.name', text: '抽检' })
  const named = typeAll(form, [{ path: 'project.name', text: '监测' }]).form
  expect(typedAgain(form, 4, [head]).cells).toEqual([{ path: 'project.name', text: '抽检' }])
  expect(typedAgain(named, 4, [head]).stray).toEqual([head])
})

it('says nothing of what stands there already', () => {
  const written = typeAll(form, [half]).form
  expect(typedAgain(written, 4, [left])).toEqual({ cells: [], stray: [] })
})
