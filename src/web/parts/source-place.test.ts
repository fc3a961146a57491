import { describe, expect, it } from 'vitest'
import { piecesOf, placeInWords } from './source-place.ts'

describe('the place of a field in words', () => {
  it.each([
    [{ text: '', cell: 'table 2, row 5, cell 3' }, '第2个表 第5行 第3格'],
    [{ text: '', cell: 'paragraph 7' }, '第7段'],
    [{ text: '', cell: '自评表!F12' }, '自评表!F12'],
    [{ text: '', page: 3, line: 9 }, '第3页'],
    [{ text: '', line: 9 }, null],
  ])('%j is %s', (source, words) => expect(placeInWords(source)).toBe(words))
})

describe('the cell within its row', () => {
  const marked = (...given: Parameters<typeof piecesOf>) =>
    piecesOf(...given)
      ?.map(({ text, here }) => (here ? `[${text}]` : text))
      .join('') ?? null

  it('is marked where its text stands once, line breaks aside', () => {
    expect(marked('数量指标 ｜ 开展 检查 ｜ ≥3次', { line: 4, text: '开展\n检查' }, [])).toBe(
      '数量指标 ｜ [开展 检查] ｜ ≥3次',
    )
    expect(marked('数量指标\t开展检查\t≥3次', { line: 4, text: '≥3次' }, [])).toBe('数量指标\t开展检查\t[≥3次]')
  })

  it.each([
    ['Word', { cell: 'table 1, row 4, cell 9' }, { cell: 'table 1, row 4, cell 10' }],
    ['Excel', { cell: '自评表!Z4' }, { cell: '自评表!AA4' }],
    ['PDF', { box: { x: 90, y: 1, width: 9, height: 9 } }, { box: { x: 100, y: 1, width: 9, height: 9 } }],
  ])('is told from an equal one by the other fields of the row: %s', (_, first, second) => {
    const [weight, score] = [
      { line: 4, text: '50.00', ...first },
      { line: 4, text: '50.00', ...second },
    ]
    const row = '检查 ｜ 50.00 ｜ 50.00'
    expect(marked(row, weight, [score, weight])).toBe('检查 ｜ [50.00] ｜ 50.00')
    expect(marked(row, score, [score, weight])).toBe('检查 ｜ 50.00 ｜ [50.00]')
  })

  it('is not guessed: equal cells not all known, no text, text only part of a cell', () => {
    const weight = { line: 4, cell: '表!C4', text: '5' }
    expect(piecesOf('5 ｜ 5 ｜ 5', weight, [weight, { ...weight, cell: '表!D4' }])).toBeNull()
    expect(piecesOf('a ｜  ｜ b', { line: 4, text: '' }, [])).toBeNull()
    expect(piecesOf('a ｜ 15 ｜ b', weight, [weight])).toBeNull()
    expect(piecesOf('5\t5', { line: 4, text: '5' }, [{ line: 4, text: '5' }])).toBeNull()
  })
})
