// Where lines end in Chinese print.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth } from './characters.ts'
import { linesOf } from './line-breaks.ts'

const SIZE = 10
/** Lines in a column of so many Chinese characters. */
const lines = (text: string, characters: number): string[] =>
  linesOf(text, characters * SIZE, SIZE).map((line) => line.text)

describe('a line ends', () => {
  it.each([
    ['after any Chinese character', '开展市场监督管理', 4, ['开展市场', '监督管理']],
    ['at a line feed', '一是\n二是', 9, ['一是', '二是']],
    ['never before a closing mark', '按时完成，验收合格。', 4, ['按时完', '成，验收', '合格。']],
    ['never behind an opening mark', '按时完成（验收）', 5, ['按时完成', '（验收）']],
    ['never within ——', '完成——验收', 3, ['完成', '——验', '收']],
    ['never within a figure with its signs', '完成≥1800.00%', 6, ['完成', '≥1800.00%']],
    ['never within a word', '使用Windows', 5, ['使用', 'Windows']],
    ['behind a blank, which takes no room', 'ab cd', 1.2, ['ab ', 'cd']],
  ])('%s', (_, text, characters, expected) => {
    expect(lines(text, characters)).toEqual(expected)
  })

  it('within a word wider than the line', () => {
    expect(lines('12345678901234567.89', 4).join('')).toBe('12345678901234567.89')
    expect(lines('12345678901234567.89', 4).length).toBe(3)
  })

  it('somewhere even where no place is allowed', () => {
    expect(lines('，，，，，', 2)).toEqual(['，，', '，，', '，'])
  })
})

const texts = fc
  .array(fc.constantFrom(...'办理宣传0189.,%≥（）“”《》，。；—…aZ \n𬭎①'), { maxLength: 80 })
  .map((signs) => signs.join(''))

it('whatever the text, every character is on one line, in order, and no line is wider than the column', () => {
  fc.assert(
    fc.property(texts, fc.double({ min: 1, max: 20, noNaN: true }), (text, characters) => {
      const found = linesOf(text, characters * SIZE, SIZE)
      expect(found.map((line) => line.text).join('')).toBe(text.replaceAll('\n', ''))
      for (const line of found) {
        expect(line.width).toBeCloseTo(textWidth(line.text.trimEnd(), SIZE, 'regular'), 6)
        expect(line.width <= characters * SIZE + 1e-6 || [...line.text.trim()].length === 1).toBe(true)
      }
    }),
  )
})

it('no line begins with a closing mark or ends with an opening one where there is room for two characters more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'办理宣传检测，。）（“”'), { maxLength: 60 }), (signs) => {
      // Marks in long rows leave no other choice.
      const text = signs.join('').replaceAll(/[，。）（“”]{2,}/g, '，')
      const found = lines(text, 6)
      for (const line of found.slice(1)) expect(line).not.toMatch(/^[，。）”]/)
      for (const line of found.slice(0, -1)) expect(line).not.toMatch(/[（“]$/)
    }),
  )
})
