import { describe, expect, it } from 'vitest'
import { measure, roomLeft, supportedWidth } from './wrap.ts'

const room = (line: string, next: string, column: number): number => roomLeft(measure(line), measure(next), column)

describe('a line of a column six characters wide', () => {
  it('was full where the next character would not have fitted', () =>
    expect(room('法律研究、教', '学和实践工作', 12)).toBeLessThan(0))
  it('was not full where it would have', () => expect(room('提高', '进一步优化', 12)).toBe(6))
  it('was full where a number or a unit in brackets may not be torn', () => {
    expect(room('35801.00', '(件)', 11)).toBeLessThan(0)
    expect(room('涉及企业', '2023家', 11)).toBeLessThan(0)
    expect(room('≥5000(篇', '/年)', 12)).toBeLessThan(0)
  })
  it('counts its indentation', () => expect(measure('    对医疗器械').width).toBe(14))
})

describe('the width of a column', () => {
  it('is that of lines which confirm each other', () => expect(supportedWidth([34, 12, 11, 8])).toBe(12))
  it('is unknown from one line alone', () => expect(supportedWidth([34])).toBe(0))
})
