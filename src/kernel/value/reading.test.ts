import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormDocument } from '../form/form.ts'
import { formatValue, readValue, type ValuePiece } from './reading.ts'
import { parseActual, parseTarget } from './value.ts'

const squeezed = (text: string): string => text.replace(/\s+/g, '')
const expectLossless = (text: string): void => expect(squeezed(formatValue(readValue(text)))).toBe(squeezed(text))

/** 000 … 004: the documents; other data may lie beside them. */
const isNumbered = (file: string): boolean => /^\d+\.\w+$/.test(file)
const golden = readdirSync('test/golden')
  .filter(isNumbered)
  .flatMap((file) => {
    // The truth is a partial FormDocument; what it leaves out is not judged.
    const document = JSON.parse(readFileSync(`test/golden/${file}`, 'utf8')) as FormDocument
    return document.forms.flatMap((form) => form.indicators)
  })

test('every indicator of the hand-checked truth says what the truth says', () => {
  let judged = 0
  const judge = (text: string | null, truth: object, read: object, fields: readonly string[]): void => {
    for (const [field, value] of Object.entries(truth).filter(([field]) => fields.includes(field))) {
      judged++
      expect({ text, [field]: (read as Record<string, unknown>)[field] ?? null }).toEqual({ text, [field]: value })
    }
  }
  for (const { target, actual, direction, nature, measureUnit } of golden) {
    const read = parseTarget(target.text, { direction, nature, measureUnit })
    judge(target.text, target, read, ['kind', 'comparator', 'value', 'unit'])
    if (actual) judge(actual.text, actual, parseActual(actual.text), ['value', 'unit', 'tier'])
  }
  expect(judged).toBeGreaterThan(1600)
})

test('every value text of the truth is written back as it was', () => {
  const texts = golden.flatMap(({ target, actual }) => [target.text, actual?.text ?? null])
  for (const text of texts) if (text !== null) expectLossless(text)
})

test('every cell of the demonstration documents is written back as it was', () => {
  for (const file of readdirSync('demo').filter(isNumbered)) {
    for (const cell of readFileSync(`demo/${file}`, 'utf8').split(/[\n\t]/)) expectLossless(cell)
  }
})

test('no text throws or loses a character', () => {
  const pieces = fc.constantFrom(
    ...'≥≤<>=＝﹦0123456789０１９，,.．%％（）()年月日底前至-—~／×·万元个次台套内每全第季度一十三以上不少于\u00a0\u3000 \tsk²㎡'.split(
      '',
    ),
    ...[
      '2024年',
      '12月',
      '底前',
      '不低于',
      '以上',
      '个工作日',
      '元/张',
      '每月',
      '三季度',
      '（套）',
      '1,234',
      '达成指标',
    ],
  )
  const values = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''))
  fc.assert(
    fc.property(fc.oneof(values, fc.string({ unit: 'binary' })), (text) => {
      expectLossless(text)
      parseTarget(text)
      parseActual(text)
    }),
    { numRuns: 2000 },
  )
})

test('the pieces are typed: a number is its digits, a unit its words, a date its marks', () => {
  const read = (text: string): ValuePiece[] => readValue(text)
  expect(read('不少于１９．４４万批次')).toEqual([
    { type: 'comparator', comparator: '>=', word: '不少于', side: 'before' },
    { type: 'number', value: '19.44', sign: '', grouped: false, wide: true },
    { type: 'unit', unit: '万批次', brackets: '' },
  ])
  expect(read('＝-1,234.50 （万元）以上')).toEqual([
    { type: 'comparator', comparator: '=', word: '＝', side: 'before' },
    { type: 'number', value: '-1234.50', sign: '-', grouped: true, wide: false },
    { type: 'unit', unit: '万元', brackets: '（）' },
    { type: 'comparator', comparator: '>=', word: '以上', side: 'after' },
  ])
  expect(read('2023年三季度前')).toEqual([
    {
      type: 'date',
      marks: [
        { of: 'year', number: '2023', word: '年' },
        { of: 'quarter', number: '三', word: '季度' },
        { of: 'before', number: '', word: '前' },
      ],
    },
  ])
})

test('a changed piece changes its place in the text and nothing else', () => {
  const changed = readValue('动态信息１２小时内发布').map(
    (piece): ValuePiece => (piece.type === 'number' ? { ...piece, value: '24' } : piece),
  )
  expect(formatValue(changed)).toBe('动态信息２４小时内发布')
})

test('a narrative is no value: it is kept as words and costs nothing', () => {
  const long = '3个，'.repeat(2_000_000)
  expect(readValue(long)).toEqual([{ type: 'words', text: long }])
  expect(parseTarget(long).kind).toBe('qualitative')
})
