import { describe, expect, it } from 'vitest'
import { ROW_MARK } from '../../kernel/form/row-mark.ts'
import { rowKeyIn, rowKeyText, takeRowKeys } from './row-keys.ts'
import { emptySheet, MOST_MERGES, type SheetRow } from './sheet.ts'

const KEY = 3
/** A row with a name in its third column and a blank group cell before it. */
const keyed = (number: number, index: number, left = 2): SheetRow => ({
  number,
  hidden: false,
  cells: [
    { column: 2, text: `指标${index}` },
    { column: KEY, text: rowKeyText({ table: 'indicators', index, groups: [{ left, text: `组${index}` }] }) },
  ],
})

describe('the key of a row', () => {
  it.each([-1, 1.5, Number.NaN, 1e300, '0'])('is none where the row is %s', (index) => {
    expect(rowKeyIn(`${ROW_MARK}${JSON.stringify(['indicators', index])}`)).toBeNull()
  })

  it.each([-1, 0, 0.5, 1e300])('has no group at a distance of %s', (left) => {
    const text = `${ROW_MARK}${JSON.stringify(['indicators', 0, left, '产出指标', 1, '数量指标'])}`
    expect(rowKeyIn(text)?.groups).toEqual([{ left: 1, text: '数量指标' }])
  })

  it('puts no text left of the sheet', () => {
    const sheet = { ...emptySheet('表', false), rows: [keyed(1, 0, KEY + 1)] }
    takeRowKeys(sheet)
    expect(sheet.rows[0]?.cells).toEqual([{ column: 2, text: '指标0' }])
  })
})

describe('rows moved out of their group', () => {
  const named = (rows: number, merges: number): readonly boolean[] => {
    const away = { top: 1_000_000, bottom: 1_000_001, left: 0, right: 0 }
    const sheet = {
      ...emptySheet('表', false),
      rows: Array.from({ length: rows }, (_, i) => keyed(i + 1, i)),
      merges: Array.from({ length: merges }, () => away),
    }
    takeRowKeys(sheet)
    return sheet.rows.map(({ cells }, i) => cells.some(({ column, text }) => column === 1 && text === `组${i}`))
  }

  it('are given its name, in a sheet of many merged cells too', () => {
    expect(named(300, 300)).toEqual(Array.from({ length: 300 }, () => true))
  })

  it('are left as they are once a sheet asks for more comparisons than any form needs', () => {
    expect(named(400, MOST_MERGES).at(-1)).toBe(false)
  })
})
