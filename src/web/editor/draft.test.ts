import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { draftOf, type Edit, edited, type RowEdit } from './draft.ts'

const form = { ...blankForm('project-target'), indicators: ['甲', '乙'].map((name) => ({ ...blankIndicator, name })) }
const place = fc.integer({ min: 0, max: 2 })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    cells: fc.array(
      fc.record({
        path: fc.constantFrom('indicators[0].name', 'project.name', 'indicators[1].weight'),
        text: fc.constantFrom('', '5', '丁'),
      }),
    ),
  }),
  fc.record({
    do: fc.constant('insert' as const),
    table: fc.constant('indicators' as const),
    at: place,
    count: fc.constant(1),
  }),
  fc.record({
    do: fc.constant('remove' as const),
    table: fc.constant('indicators' as const),
    at: place,
    count: fc.constant(1),
  }),
)

it('any row of edits is undone to where it began, and done again to where it ended', () => {
  fc.assert(
    fc.property(fc.array(edit), (edits) => {
      const end = edits.reduce(edited, draftOf(form))
      let back = end
      while (back.past.length > 0) back = edited(back, { do: 'undo' })
      expect(back.form).toEqual(form)
      while (back.future.length > 0) back = edited(back, { do: 'redo' })
      expect(back.form).toEqual(end.form)
    }),
  )
})

it('typing what is there already is no step', () => {
  const draft = draftOf(form)
  expect(edited(draft, { do: 'type', cells: [{ path: 'indicators[0].name', text: '甲 ' }] })).toBe(draft)
})

it('a new edit after undoing forgets what was undone', () => {
  const typed = edited(draftOf(form), { do: 'type', cells: [{ path: 'project.name', text: '抽检' }] })
  const other = edited(edited(typed, { do: 'undo' }), { do: 'insert', table: 'indicators', at: 0, count: 1 })
  expect(other.future).toEqual([])
})

it('what a cell cannot hold stays visible with the reason and leaves the form alone', () => {
  const weights = draftOf({ ...form, indicators: form.indicators.map((row) => ({ ...row, weight: '5' })) })
  const wrong = edited(weights, { do: 'type', cells: [{ path: 'indicators[1].weight', text: '十分' }] })
  expect(wrong.form).toBe(weights.form)
  expect(wrong.refused.get('indicators[1].weight')).toMatchObject({
    text: '十分',
    why: expect.stringContaining('不是数'),
  })
  const lower = edited(wrong, { do: 'insert', table: 'indicators', at: 0, count: 1 })
  expect([...lower.refused.keys()]).toEqual(['indicators[2].weight'])
  expect(edited(wrong, { do: 'remove', table: 'indicators', at: 1, count: 1 }).refused.size).toBe(0)
  const right = edited(lower, { do: 'type', cells: [{ path: 'indicators[2].weight', text: '5' }] })
  expect(right.refused.size).toBe(0)
})

it('undoing after others’ changes came in leaves theirs where they are', () => {
  const mine = edited(draftOf(form), { do: 'type', cells: [{ path: 'indicators[0].name', text: '丙' }] })
  const kept = edited(draftOf(mine.form), { do: 'type', cells: [{ path: 'grade', text: '优' }] }).form
  const adopted = edited(mine, { do: 'adopt', sent: mine.form, kept })
  expect(adopted.form).toBe(kept)
  expect(adopted.step).toBe(mine.step)
  const undone = edited(adopted, { do: 'undo' }).form
  expect([undone.indicators[0]?.name, undone.grade]).toEqual(['甲', '优'])
})

it('what was refused, and what is chosen, goes with its row when others put in and take out rows', () => {
  const rows = form.indicators.map((row, i) => ({ ...row, weight: '5', key: `${i}` }))
  const start = { ...form, indicators: rows }
  const wrong = edited(draftOf(start), { do: 'type', cells: [{ path: 'indicators[1].weight', text: '十分' }] })
  const above = { ...start, indicators: [{ ...blankIndicator, name: '新', key: 'x' }, ...rows] }
  const lower = edited(wrong, { do: 'adopt', sent: start, kept: above })
  expect([...lower.refused.keys()]).toEqual(['indicators[2].weight'])
  expect(lower.moved?.to('indicators[1].name')).toBe('indicators[2].name')
  const gone = edited(lower, { do: 'adopt', sent: above, kept: { ...start, indicators: rows.slice(0, 1) } })
  expect(gone.refused.size).toBe(0)
  expect(gone.moved?.to('indicators[2].name')).toBeNull()
})

it('a paste that was looked at while others saved takes nothing of theirs back', () => {
  const rows = form.indicators.map((row, i) => ({ ...row, key: `${i}` }))
  const start = { ...form, indicators: rows }
  const pasted = { ...start, indicators: [{ ...blankIndicator, name: '贴', key: '0' }, ...rows.slice(1)] }
  const theirs = { ...start, indicators: [...rows, { ...blankIndicator, name: '新', key: 'x' }] }
  const merged = edited(draftOf(start), { do: 'adopt', sent: start, kept: theirs })
  const end = edited(merged, { do: 'replace', from: start, form: pasted })
  expect(end.form.indicators.map(({ name }) => name)).toEqual(['贴', '乙', '新'])
})

it('letters typed just as others’ rows come in are for the row they were typed in', () => {
  const rows = form.indicators.map((row, i) => ({ ...row, key: `${i}` }))
  const start = draftOf({ ...form, indicators: rows })
  const kept = { ...form, indicators: [{ ...blankIndicator, name: '新', key: 'x' }, ...rows] }
  const moved = edited(start, { do: 'adopt', sent: start.form, kept })
  const cells = [{ path: 'indicators[1].name', text: '乙改' }]
  const names = (seen: typeof start.moved) =>
    edited(moved, { do: 'type', cells, seen }).form.indicators.map(({ name }) => name)
  expect(names(start.moved)).toEqual(['新', '甲', '乙改'])
  expect(names(moved.moved)).toEqual(['新', '乙改', '乙'])
})

it('rows put in, taken out and moved just as others’ rows come in are those that were meant', () => {
  const rows = ['甲', '乙', '丙'].map((name) => ({ ...blankIndicator, name, key: name }))
  const start = draftOf({ ...form, indicators: rows })
  const [first, ...rest] = rows
  const theirs = { ...blankIndicator, name: '新', key: 'x' }
  const above = { ...form, indicators: [theirs, ...rows] }
  const between = { ...form, indicators: first ? [first, theirs, ...rest] : [] }
  const after = (kept: typeof form, done: RowEdit) => {
    const merged = edited(start, { do: 'adopt', sent: start.form, kept })
    return edited(merged, { ...done, seen: start.moved }).form.indicators.map(({ name }) => name ?? '空')
  }
  const table = 'indicators'
  expect(after(above, { do: 'insert', table, at: 1, count: 1 })).toEqual(['新', '甲', '空', '乙', '丙'])
  expect(after(above, { do: 'insert', table, at: 3, count: 1 })).toEqual(['新', '甲', '乙', '丙', '空'])
  expect(after(above, { do: 'remove', table, at: 1, count: 1 })).toEqual(['新', '甲', '丙'])
  expect(after(above, { do: 'move', table, from: 2, to: 0, count: 1 })).toEqual(['新', '丙', '甲', '乙'])
  expect(after(between, { do: 'remove', table, at: 0, count: 2 })).toEqual(['新', '丙'])
  expect(after(between, { do: 'move', table, from: 0, to: 3, count: 2 })).toEqual(['新', '丙', '甲', '乙'])
  const gone = { ...form, indicators: rows.slice(0, 1) }
  expect(after(gone, { do: 'remove', table, at: 1, count: 1 })).toEqual(['甲'])
  expect(after(gone, { do: 'insert', table, at: 2, count: 1 })).toEqual(['甲', '空'])
})
