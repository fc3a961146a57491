import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputProblem } from '../input-problem.ts'
import { openDocument } from '../open-document.ts'
import {
  documentXml,
  docxOf,
  type KitBlock,
  type KitCell,
  type KitStyle,
  type KitTable,
  packed,
} from './docx.test-kit.ts'
import { readDocx } from './read-docx.ts'

const texts = async (bytes: Uint8Array) =>
  (await readDocx(bytes, 'x.docx')).grid.rows.map((row) => row.map((cell) => cell.text))
const xml = (content: string): KitBlock => ({ xml: content })
const paragraph = (content: string): KitBlock => xml(`<w:p>${content}</w:p>`)

describe('the hard cases of edge.docx', async () => {
  const { grid } = await readDocx(
    readFileSync(new URL('../../../test/golden/files/edge.docx', import.meta.url)),
    'edge',
  )
  const rows = grid.rows.map((row) => row.map((cell) => cell.text))

  it.each([
    ['a cell in a content control', 0, ['A', 'SDT单元格', 'C1']],
    ['a row in a content control, merged with the row above, with recorded changes', 1, ['', '新增', 'C2']],
    ['a row that begins in the second column', 2, ['', 'gb1', 'gb2']],
    ['a small table in a cell', 3, ['n1 n2\nafter', '', 'C4']],
    ['a merge without a beginning keeps its text; cells merged the way of WPS', 4, ['orphan续', 'h1']],
    ['a text box once, not in both of its versions', 5, ['文本框内容']],
    ['the paragraph the text box is tied to', 6, ['正文']],
  ])('%s', (_, at, cells) => {
    expect(rows[at]).toEqual(cells)
  })

  it('has nothing else', () => expect(rows).toHaveLength(7))

  it('says where a cell stands', () => {
    expect(grid.rows[2]?.[1]?.source).toEqual({ line: 3, cell: 'table 1, row 3, cell 1', text: 'gb1' })
    expect(grid.rows[6]?.[0]?.source.cell).toMatch(/^paragraph \d$/)
    expect(grid.tables).toEqual([1, 1, 1, 1, 1, null, null])
  })
})

describe('what is printed, and nothing else', () => {
  const r = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
  it.each<[string, KitBlock, string[]]>([
    [
      'tabs, breaks and hyphens',
      paragraph('<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/></w:r>'),
      ['甲', '乙\n丙-'],
    ],
    [
      'no tab stops',
      paragraph('<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r>'),
      ['甲'],
    ],
    ['no hidden runs', paragraph(`${r('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>${r('乙')}`), ['甲乙']],
    [
      'runs that are not hidden after all',
      paragraph('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲</w:t></w:r>'),
      ['甲'],
    ],
    [
      'no text that was moved away',
      paragraph(`<w:moveFrom w:id="1">${r('旧')}</w:moveFrom><w:moveTo w:id="2">${r('新')}</w:moveTo>`),
      ['新'],
    ],
    [
      'results of fields, not their instructions',
      paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('3')}`,
      ),
      ['3'],
    ],
    [
      'no prompts of empty content controls',
      paragraph(
        `${r('甲')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入')}</w:sdtContent></w:sdt>${r('乙')}`,
      ),
      ['甲乙'],
    ],
    [
      'boxes and signs set in a symbol font',
      paragraph(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t></w:r>',
      ),
      ['☑是□否'],
    ],
    [
      'signs typed as a formula',
      paragraph('<m:oMath xmlns:m="m"><m:r><m:t>≥</m:t></m:r></m:oMath><w:r><w:t>90%</w:t></w:r>'),
      ['≥90%'],
    ],
    [
      'paragraphs whose end was deleted as one',
      xml(`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('上')}</w:p><w:p>${r('下')}</w:p>`),
      ['上下'],
    ],
    [
      'names with another prefix',
      xml('<n:p xmlns:n="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><n:r><n:t>甲</n:t></n:r></n:p>'),
      ['甲'],
    ],
  ])('%s', async (_, block, lines) => {
    expect((await texts(docxOf([block]))).flat()).toEqual(lines)
  })

  it('prints the numbers of lists', async () => {
    const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    const lists = `<w:numbering><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const item = (text: string) =>
      paragraph(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>${r(text)}`)
    const read = await texts(packed(documentXml([item('建立制度'), '正文', item('完善机制')]), lists))
    expect(read.flat()).toEqual(['1.建立制度', '正文', '2.完善机制'])
  })

  it('says that changes are recorded which nobody accepted yet', async () => {
    const notes = async (block: KitBlock) => (await readDocx(docxOf([block]), 'x')).notes
    expect(await notes(paragraph(`<w:ins w:id="1">${r('新')}</w:ins>`))).toEqual([expect.stringMatching(/修订/)])
    expect(await notes(paragraph(r('甲')))).toEqual([])
  })

  it('leaves out rows whose deletion was recorded', async () => {
    const row = (mark: string, text: string) =>
      `<w:tr>${mark}<w:tc><w:p>${r(text)}</w:p></w:tc><w:tc><w:p>${r('值')}</w:p></w:tc></w:tr>`
    const table = xml(
      `<w:tbl>${row('', '甲')}${row('<w:trPr><w:del w:id="1"/></w:trPr>', '乙')}${row('', '丙')}</w:tbl>`,
    )
    expect(await texts(docxOf([table]))).toEqual([
      ['甲', '值'],
      ['丙', '值'],
    ])
  })

  it('takes a table that only arranges a larger one for no table', async () => {
    const cell = (inner: string) => `<w:tc>${inner}<w:p/></w:tc>`
    const p = (text: string) => `<w:p>${r(text)}</w:p>`
    const small = `<w:tbl>${'<w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(3)}</w:tbl>`
    const outer = xml(`<w:tbl><w:tr>${cell(p('左'))}${cell(p('表题') + small)}</w:tr></w:tbl>`)
    expect(await texts(docxOf([outer]))).toEqual([['左\n'], ['表题'], ['格', ''], ['格', ''], ['格', ''], ['']])
  })
})

it('a document of Word 2003 in a single XML file, as many systems export it', async () => {
  const cell = (text: string, merge = '') =>
    `<w:tc><w:tcPr>${merge}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const deleted =
    '<aml:annotation aml:id="0" w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation>'
  const file = `<?xml version="1.0"?><?mso-application progid="Word.Document"?>
    <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body>
    <w:p>${deleted}<w:r><w:t>表题</w:t></w:r></w:p><w:tbl>
    <w:tr>${cell('组', '<w:vmerge w:val="restart"/>')}${cell('一')}${cell('二')}</w:tr>
    <w:tr>${cell('', '<w:vmerge/>')}${cell('三', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl></w:body></w:wordDocument>`
  const { lines, notes } = await openDocument(new TextEncoder().encode(file), '表.doc')
  expect(lines.map((line) => line.text)).toEqual(['表题', '组 ｜ 一 ｜ 二', '三'])
  expect(notes).toHaveLength(1)
})

/** Tables cut at random into merged areas: every cell is grown right and down over free ones. */
const table: fc.Arbitrary<KitTable> = fc
  .record({
    rows: fc.integer({ min: 1, max: 8 }),
    columns: fc.integer({ min: 2, max: 7 }),
    grow: fc.array(fc.nat(9), { minLength: 97, maxLength: 97 }),
  })
  .map(({ rows, columns, grow }) => {
    const taken = new Set<number>()
    const key = (row: number, col: number) => row * columns + col
    let drawn = 0
    const next = (): number => grow[drawn++ % grow.length] ?? 0
    const cells: KitCell[] = []
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < columns; col++) {
        if (taken.has(key(row, col))) continue
        let colSpan = 1
        while (col + colSpan < columns && !taken.has(key(row, col + colSpan)) && next() > 6) colSpan++
        let rowSpan = 1
        while (row + rowSpan < rows && next() > 6) rowSpan++
        for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken.add(key(r, c))
        const text = ['', '甲', '指标\n值', '≥90 <5 & "x"', '一\t二', `${row}行${col}列`][next() % 6] ?? ''
        cells.push({ row, col, rowSpan, colSpan, text })
      }
    return { columns, rows: Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row)) }
  })
  // A table of a single column is a frame around paragraphs.
  .filter(({ rows }) => rows.some((row) => row.length > 1))

it('tables come back cell by cell, however their cells are merged and wrapped', async () => {
  const style = fc.constantFrom<KitStyle>('word', 'wps', 'wrapped', 'repeated')
  await fc.assert(
    fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), style, async (tables, how) => {
      const read = await texts(docxOf(['题', ...tables.flatMap((one) => [one, '表后'])], how))
      const expected = tables.flatMap((one) => [...one.rows.map((row) => expectedRow(one, row)), ['表后']])
      expect(read.map(trimmed)).toEqual([['题'], ...expected].map(trimmed))
    }),
    { numRuns: 200 },
  )
})

function expectedRow(one: KitTable, row: readonly KitCell[]): string[] {
  const texts = Array.from({ length: one.columns }, () => '')
  for (const cell of row) texts[cell.col] = cell.text ?? ''
  return texts
}

/** Empty cells at the end of a row may be missing. */
const trimmed = (row: readonly string[]): readonly string[] =>
  row.slice(0, row.findLastIndex((text) => text !== '') + 1)

describe('hostile and broken files are refused in one line', () => {
  const sound = docxOf(['财政项目支出绩效自评表'])
  const deep = `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`
  const entity = documentXml(['x']).replace(
    '<w:document',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document',
  )
  it.each([
    ['cut in half', sound.slice(0, sound.length >> 1), 'not-readable'],
    ['without a document in it', packed('').slice(), 'not-readable'],
    ['with broken XML', packed(documentXml(['x']).slice(0, -20)), 'not-readable'],
    ['nested without end', packed(documentXml([xml(deep)])), 'not-readable'],
    ['with entities from outside', packed(entity), 'not-readable'],
    ['that unpacks to 70 MB', packed(documentXml([xml(' '.repeat(70 * 1024 * 1024))])), 'too-large'],
    [
      'under a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage\0', 'utf16le')]),
      'encrypted',
    ],
  ])('a file %s', async (_, bytes, code) => {
    const problem = await openDocument(bytes, '表.docx').catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(InputProblem)
    expect(problem).toMatchObject({ code, message: expect.stringMatching(/^表\.docx：[^\n]+$/) })
  })
})
