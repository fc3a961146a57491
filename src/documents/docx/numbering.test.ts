import { describe, expect, it } from 'vitest'
import { numberingOf } from './numbering.ts'
import { numeral } from './numeral.ts'

it.each([
  [12, 'decimal', '12'],
  [7, 'decimalZero', '07'],
  [12, 'decimalFullWidth', '１２'],
  [3, 'decimalEnclosedCircle', '③'],
  [21, 'decimalEnclosedCircleChinese', '21'],
  [2, 'chineseCounting', '二'],
  [10, 'chineseCounting', '十'],
  [12, 'japaneseCounting', '十二'],
  [20, 'chineseCountingThousand', '二十'],
  [103, 'chineseCountingThousand', '一百零三'],
  [110, 'chineseCountingThousand', '一百一十'],
  [28, 'lowerLetter', 'bb'],
  [3, 'upperLetter', 'C'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [4, 'lowerRoman', 'iv'],
  [5, 'somethingNew', '5'],
  [0, 'chineseCounting', '0'],
])('%i in %s is %s', (value, format, text) => {
  expect(numeral(value, format)).toBe(text)
})

describe('numbers before the paragraphs of lists', () => {
  const level = (at: number, format: string, text: string, start = 1): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = () =>
    numberingOf(
      new TextEncoder().encode(
        `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '（%1）')}${level(1, 'decimal', '%1.%2', 3)}</w:abstractNum>
        <w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf06c')}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
      ),
    )

  it('count on, and begin again below each number above them', () => {
    const { next } = numbering()
    const asked = [0, 1, 1, 0, 1].map((at) => next('1', at))
    expect(asked).toEqual(['（一）', '一.3', '一.4', '（二）', '二.3'])
  })

  it('begin again where a list says so, and only once', () => {
    const { next } = numbering()
    expect([next('1', 0), next('1', 0), next('3', 0), next('3', 0)]).toEqual(['（一）', '（二）', '（一）', '（二）'])
  })

  it('are none for bullets, for levels and lists nobody defined, and without lists at all', () => {
    const { next } = numbering()
    expect([next('2', 0), next('1', 5), next('99', 0), next('0', 0), numberingOf(undefined).next('1', 0)]).toEqual([
      '',
      '',
      '',
      '',
      '',
    ])
  })
})
