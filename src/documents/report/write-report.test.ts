// Whatever the file, the report holds the same words: read back with our own readers, and damaged by nothing in a form.
import { describe, expect, it } from 'vitest'
import type { Block } from '../../kernel/report/block.ts'
import { cell } from '../../kernel/report/block.ts'
import { openDocument } from '../open-document.ts'
import { type ReportFormat, reportFormatOf, reportWriters } from './write-report.ts'

const hostile = '<w:p>&"\u0000\u{1F4C4}\uFFFE'
const blocks: readonly Block[] = [
  { kind: 'title', text: '绩效表审核报告' },
  { kind: 'heading', level: 1, text: '一、总体情况' },
  { kind: 'heading', level: 2, text: '1．宣传业务经费' },
  { kind: 'paragraph', text: `共审核 1 张表。${hostile}` },
  {
    kind: 'table',
    widths: [300, 700],
    head: ['序号', '总分\n填报／复算'],
    rows: Array.from({ length: 80 }, (_, i) => [
      cell(`第 ${i + 1} 行`, 'center'),
      { lines: [{ text: `问题 ${i + 1}`, bold: true }, { text: '建议：改正。' }] },
    ]),
  },
  { kind: 'table', widths: [1000], head: null, rows: [[cell('')], [{ lines: [] }]] },
  { kind: 'signatures', opinion: '审核意见', choices: ['审核通过', '退回'], lines: ['审核人（签字）', '日期'] },
]

const bytesOf = async (format: ReportFormat): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of reportWriters[format](blocks)) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe.each(['docx', 'pdf', 'html'] as const)('%s', (format) => {
  it('holds every word of the report, in order', async () => {
    const { lines } = await openDocument(await bytesOf(format), `报告.${format}`)
    const text = lines
      .map((line) => line.text)
      .join('')
      .replace(/[\s\t]/g, '')
    const words = ['绩效表审核报告', '一、总体情况', '1．宣传业务经费', '共审核1张表。<w:p>&"', '填报／复算']
    const rows = Array.from({ length: 80 }, (_, i) => `第${i + 1}行`)
    let from = 0
    for (const word of [...words, ...rows, '审核意见', '审核通过', '审核人（签字）', '日期']) {
      const at = text.indexOf(word, from)
      expect([word, at]).toEqual([word, expect.any(Number)])
      expect(at, word).toBeGreaterThanOrEqual(from)
      from = at
    }
  })
})

it.each([
  ['报告.docx', 'docx'],
  ['报告.PDF', 'pdf'],
  ['a/b.html', 'html'],
  ['报告.xlsx', null],
  ['报告', null],
  ['toString', null],
])('%s asks for %s', (path, format) => expect(reportFormatOf(path)).toBe(format))
