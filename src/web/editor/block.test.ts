import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isRowMark } from '../../kernel/form/row-mark.ts'
import { blockOfText, proseOf, squared, textOfBlock, withoutColumns } from './block.ts'

it.each([
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb\r\n', [['a', 'b']]],
  ['"甲\n乙"\tc', [['甲\n乙', 'c']]],
  ['"他说""好"""', [['他说"好"']]],
  ['"5寸"管\tx', [['"5寸"管', 'x']]],
  ['a\t\tb', [['a', '', 'b']]],
  ['a\t', [['a', '']]],
  ['', [['']]],
])('%j is read cell by cell', (text, block) => {
  expect(blockOfText(text)).toEqual(block)
})

it('what is copied is read back equal', () => {
  const cell = fc.stringMatching(/^[a-z"\t\n 甲乙1=]{0,6}$/)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const block = squared(rows)
      if (block.length === 1 && block[0]?.length === 1 && block[0][0] === '') return
      expect(blockOfText(`${textOfBlock(block)}\n`)).toEqual(block)
    }),
  )
})

it('reads a large paste at once', () => {
  const text = Array.from({ length: 5_000 }, (_, i) =>
    Array.from({ length: 12 }, (_, j) => `${i},${j}`).join('\t'),
  ).join('\n')
  expect(blockOfText(text).length).toBe(5_000)
})

it('leaves out the hidden column of our own workbooks, headings and all', () => {
  const copied = blockOfText('三级指标\t\t指标值\n检查家次\thengji:["indicators",0]\t≥10\n新增\t\t≥2')
  expect(withoutColumns(copied, isRowMark)).toEqual([
    ['三级指标', '指标值'],
    ['检查家次', '≥10'],
    ['新增', '≥2'],
  ])
})

it('paragraphs are one text; what has columns is none', () => {
  expect(proseOf(blockOfText('完成宣传工作，\r\n树立良好形象。\r\n'))).toBe('完成宣传工作，\n树立良好形象。')
  expect(proseOf(blockOfText('检查家次\t≥10'))).toBeNull()
})
