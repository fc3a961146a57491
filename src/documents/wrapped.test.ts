import { describe, expect, it } from 'vitest'
import { displayWidth, joinWrapped } from './wrapped.ts'

describe('width of a line', () => {
  it('counts Chinese characters and marks twice, digits and Latin once', () => {
    expect(displayWidth('食品安全')).toBe(8)
    expect(displayWidth('抽检批次达到5.5批次/千人')).toBe(24)
    expect(displayWidth('“一网通办、一')).toBe(14)
  })
  it('ignores white space at the ends', () => expect(displayWidth('  市、区) \u3000')).toBe(7))
})

describe('joining wrapped lines', () => {
  it('joins Chinese without a blank', () => expect(joinWrapped(['特种设备安全监', '管'])).toBe('特种设备安全监管'))
  it('joins a number with its unit', () => expect(joinWrapped(['不少于19.44万批', '', '次'])).toBe('不少于19.44万批次'))
  it('keeps Latin words apart', () => expect(joinWrapped(['QC', 'circle 小组'])).toBe('QC circle 小组'))
  it('drops the blanks wrapping left behind', () => expect(joinWrapped(['县 (市 ', '、区)食'])).toBe('县 (市、区)食'))
})
