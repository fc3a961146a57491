import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNothing, labelKey, numberText, tidy, withoutBrackets } from './text.ts'

describe('labels are compared', () => {
  it('without blanks of any kind and the closing colon', () => {
    expect(labelKey('年度 总体\n目标：')).toBe('年度总体目标')
    expect(labelKey('其中：财政\u00a0\u3000资金')).toBe('其中:财政资金')
  })
  it('with or without what stands in brackets', () => {
    expect(withoutBrackets(labelKey('执行率（％）'))).toBe('执行率')
    expect(withoutBrackets(labelKey('年度(/项目)指标值'))).toBe('年度指标值')
  })
})

describe('a cell keeps its words and paragraphs', () => {
  it('but not the blanks around its lines', () => {
    expect(tidy('\u00a0 1.办好窗口 \r\n\u30002.做好宣传\u3000\n\n')).toBe('1.办好窗口\n2.做好宣传')
  })
  it('losing nothing but white space', () => {
    const bare = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(bare(tidy(text))).toBe(bare(text))
      }),
    )
  })
})

describe('numbers', () => {
  it.each([
    ['165,448.00', '165448.00'],
    ['1，200.50', '1200.50'],
    ['98.77%', '98.77'],
    ['99.76％', '99.76'],
    [' -0.01 ', '-0.01'],
    ['0', '0'],
  ])('%s is %s', (text, value) => expect(numberText(text)).toBe(value))

  it.each(['1,20', '12万元', '≥3', '—', '', '1.2.3', '十'])('%s is none', (text) => expect(numberText(text)).toBeNull())
})

it.each(['', '  ', '-', '—', '——', '/', '\u3000'])('“%s” stands for nothing', (text) =>
  expect(isNothing(text)).toBe(true),
)
