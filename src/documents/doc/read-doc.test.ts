// The parts of a Word 97–2003 document, each on bytes made here; whole documents are read in test/files.test.ts.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gridOf } from '../blocks.ts'
import { InputProblem } from '../input-problem.ts'
import type { CellPlace } from './cells.ts'
import { CompoundProblem, streamsOf } from './compound.ts'
import { type DocParagraph, paragraphsOf } from './paragraphs.ts'
import { PieceProblem, piecesOf } from './pieces.ts'
import { readDoc } from './read-doc.ts'
import { propertiesIn, TABLE_DEFINITION } from './sprm.ts'
import { blocksOf } from './tables.ts'

const sample = (): Buffer => readFileSync(new URL('../../../test/golden/files/001-word97.doc', import.meta.url))

describe('tables', () => {
  const text = (content: string): DocParagraph => ({ text: content, depth: 0, ends: 'paragraph', cells: [] })
  const cell = (content: string, depth = 1): DocParagraph => ({ text: content, depth, ends: 'cell', cells: [] })
  const row = (cells: readonly Partial<CellPlace>[], depth = 1): DocParagraph => ({
    text: '',
    depth,
    ends: 'row',
    cells: cells.map((place) => ({ left: 0, right: 0, down: null, across: null, ...place })),
  })
  const read = (...paragraphs: readonly DocParagraph[]) =>
    gridOf(blocksOf(paragraphs), 'x').rows.map((r) => r.map((c) => c.text))

  it('have the columns of all their borders, nearly equal ones taken as one', () => {
    expect(
      read(
        text('题'),
        ...[
          cell('甲'),
          cell('乙'),
          row([
            { left: -5, right: 2000 },
            { left: 2000, right: 3000 },
          ]),
        ],
        ...[
          cell('一'),
          cell('二'),
          cell('三'),
          row([
            { left: 0, right: 1000 },
            { left: 1004, right: 1990 },
            { left: 1998, right: 3003 },
          ]),
        ],
        text('后'),
      ),
    ).toEqual([['题'], ['甲', '', '乙'], ['一', '二', '三'], ['后']])
  })

  it('merge downwards and across; what a merge swallows keeps text of its own', () => {
    const places = (down: CellPlace['down'], across: CellPlace['across']) => [
      { left: 0, right: 1000, down },
      { left: 1000, right: 2000 },
      { left: 2000, right: 3000, across },
    ]
    expect(
      read(
        ...[cell('组'), cell('一'), cell(''), row(places('restart', 'continue'))],
        ...[cell(''), cell('二'), cell('三'), row(places('continue', null))],
        ...[cell('续'), cell('四'), cell('五'), row(places('continue', 'continue'))],
      ),
    ).toEqual([
      ['组\n续', '一'],
      ['', '二', '三'],
      ['', '四\n五'],
    ])
  })

  it('stand in cells of others, and keep rows whose end is missing', () => {
    expect(read(cell('外'), cell('内1', 2), cell('内2', 2), row([], 2), cell('后'), row([]), cell('残'))).toEqual([
      ['外', '内1 内2\n后'],
      ['残'],
    ])
  })
})

describe('text', () => {
  const plain = (content: string, hidden: readonly (readonly [number, number])[] = []) => {
    const characters = hidden.map(([from, to]) => ({ from, to, list: Uint8Array.from([0x3c, 0x08, 1]) }))
    const piece = { text: `${content}\r`, place: 0, width: 1 as const }
    return paragraphsOf([piece], { paragraphs: [], characters, data: new Uint8Array() }).map((p) => p.text)
  }
  it.each([
    ['results of fields without their instructions', 'a\u0013 PAGE \u0014' + '3\u0015b', ['a3b']],
    ['fields in instructions of fields', '\u0013 IF \u0013 X \u0014y\u0015 \u0014z\u0015', ['z']],
    ['line breaks and hyphens that stay', 'a\u000bb\u001ec\u001fd', ['a\nb-cd']],
    ['no anchors of pictures and notes', 'a\u0001\u0008\u0002\u0005b', ['ab']],
    ['a page break as the end of a paragraph', 'a\u000cb', ['a', 'b']],
  ])('%s', (_, content, texts) => {
    expect(plain(content)).toEqual(texts)
  })

  it('leaves out hidden runs, but no ends of paragraphs in them', () => {
    expect(
      plain('abcdef', [
        [1, 3],
        [4, 5],
      ]),
    ).toEqual(['adf'])
    expect(plain('ab\rcd', [[1, 4]])).toEqual(['a', 'd'])
  })

  it('is put together from pieces in one and two bytes, none read twice', () => {
    const main = Buffer.concat([Buffer.from([0x41, 0x80]), Buffer.from('目标', 'utf16le')])
    const table = Buffer.alloc(5 + 3 * 4 + 2 * 8)
    table.writeUInt8(2, 0)
    table.writeUInt32LE(28, 1)
    ;[0, 2, 4].forEach((at, i) => void table.writeUInt32LE(at, 5 + i * 4))
    table.writeUInt32LE(0x4000_0000, 5 + 12 + 2)
    table.writeUInt32LE(2, 5 + 12 + 8 + 2)
    expect(piecesOf(main, table, 4).map((piece) => piece.text)).toEqual(['A€', '目标'])
    expect(() => piecesOf(main, table.subarray(1), 4)).toThrow(PieceProblem)
  })
})

it('what is said of a row may stand elsewhere, and later words change earlier ones', () => {
  // Three cells, the first of them merged downwards; then: the last two merged across, the first no longer merged.
  const definition = [0x08, 0xd6, 12, 0, 3, 0, 0, 100, 0, 200, 0, 44, 1, 0x60, 0]
  const changes = [0x24, 0x56, 1, 3, 0x2b, 0xd6, 2, 0, 1]
  const data = Uint8Array.from([9, 9, definition.length + changes.length, 0, ...definition, ...changes])
  const list = Uint8Array.from([0x16, 0x24, 1, 0x17, 0x24, 1, 0x6b, 0x64, 2, 0, 0, 0])
  const [row] = paragraphsOf([{ text: '\u0007', place: 0, width: 1 }], {
    paragraphs: [{ from: 0, to: 1, list }],
    characters: [],
    data,
  })
  expect(row).toMatchObject({ depth: 1, ends: 'row' })
  expect(row?.cells).toEqual([
    { left: 0, right: 100, down: 'continue', across: null },
    { left: 100, right: 200, down: null, across: null },
    { left: 200, right: 300, down: null, across: 'continue' },
  ])
})

it('property lists are read up to where they are cut off', () => {
  const list = Uint8Array.from([0x16, 0x24, 1, 0x08, 0xd6, 3, 0, 1, 2, 0x17, 0x24])
  expect(propertiesIn(list).map(({ code, operand }) => [code, operand.byteLength])).toEqual([
    [0x2416, 1],
    [TABLE_DEFINITION, 2],
  ])
})

describe('broken and protected files', () => {
  it('with an endless chain of sectors are refused, not followed', () => {
    const bytes = sample()
    const first = bytes.readUInt32LE(48)
    // Every sector of the table names the sectors that follow 128 others.
    const table = bytes.readUInt32LE(76 + (first >> 7) * 4)
    bytes.writeUInt32LE(first, (table + 1) * 512 + (first & 127) * 4)
    expect(() => streamsOf(bytes)).toThrow(CompoundProblem)
  })

  it.each<[string, (bytes: Buffer) => void, string]>([
    [
      'under a password',
      (bytes) =>
        bytes.writeUInt16LE(
          bytes.readUInt16LE(bytes.indexOf('eca5', 'hex') + 10) | 0x0100,
          bytes.indexOf('eca5', 'hex') + 10,
        ),
      'encrypted',
    ],
    ['of Word 95', (bytes) => bytes.writeUInt16LE(0xa5dc, bytes.indexOf('eca5', 'hex')), 'not-readable'],
    [
      'without a table of pieces',
      (bytes) => bytes.fill(0xff, bytes.indexOf('eca5', 'hex') + 0x1a2, bytes.indexOf('eca5', 'hex') + 0x1aa),
      'not-readable',
    ],
  ])('a document %s is refused', async (_, change, code) => {
    const bytes = sample()
    change(bytes)
    const problem = await readDoc(bytes, '表.doc').catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(InputProblem)
    expect(problem).toMatchObject({ code })
  })
})
