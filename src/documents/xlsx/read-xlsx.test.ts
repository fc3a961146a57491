// Workbooks as their parts store them: merged cells, formats, hidden parts, several sheets, and hostile ones.
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { InputProblem } from '../input-problem.ts'
import { readXlsx } from './read-xlsx.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)

type Part = { readonly name?: string; readonly state?: string; readonly body: string }

/** A package with the given sheets; further parts replace those of the kit. */
const book = (sheets: readonly (Part | string)[], parts: Record<string, Uint8Array> = {}): Uint8Array => {
  const given = sheets.map((sheet) => (typeof sheet === 'string' ? { body: sheet } : sheet))
  const list = given.map(
    ({ name, state }, i) =>
      `<sheet name="${name ?? `表${i + 1}`}" sheetId="${i + 1}" state="${state ?? 'visible'}" r:id="r${i}"/>`,
  )
  const links = given.map(
    (_, i) => `<Relationship Id="r${i}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/s${i}.xml"/>`,
  )
  const bodies = given.map(({ body }, i) => [`xl/worksheets/s${i}.xml`, xml(`<worksheet>${body}</worksheet>`)] as const)
  return zipSync({
    '_rels/.rels': xml(
      `<Relationships><Relationship Id="r" Type="${RELATIONSHIPS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(`<workbook xmlns:r="${RELATIONSHIPS}"><sheets>${list.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships>${links.join('')}</Relationships>`),
    ...Object.fromEntries(bodies),
    ...parts,
  })
}
const data = (...rows: readonly string[]): string =>
  `<sheetData>${rows.map((row, i) => `<row r="${i + 1}">${row}</row>`).join('')}</sheetData>`
const text = (place: string, content: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`
const styles = (...codes: readonly string[]): Uint8Array =>
  xml(
    `<styleSheet><numFmts>${codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
  )
const read = async (bytes: Uint8Array) => {
  const { grid, notes } = await readXlsx(bytes, '表.xlsx')
  return { rows: grid.rows.map((row) => row.map((cell) => cell.text)), grid, notes }
}
const refusal = (bytes: Uint8Array): Promise<unknown> => readXlsx(bytes, '表.xlsx').catch((problem: unknown) => problem)

describe('a cell', () => {
  it('shows its number under its format', async () => {
    const cells = '<c r="A1" s="1"><v>0.9976</v></c><c r="B1" s="2"><v>165448</v></c><c r="C1"><v>0.1</v></c>'
    const { rows } = await read(book([data(cells)], { 'xl/styles.xml': styles('0.00%', '#,##0.00') }))
    expect(rows).toEqual([['99.76%', '165,448.00', '0.1']])
  })

  it('shows shared texts in one piece, without how they are read aloud', async () => {
    const strings = xml(
      '<sst><si><r><t>绩效</t></r><r><t xml:space="preserve">目标 </t></r><rPh><t>jixiao</t></rPh></si><si><t>一行_x000D_&#10;二行</t></si></sst>',
    )
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c>'
    const { rows, notes } = await read(book([data(cells)], { 'xl/sharedStrings.xml': strings }))
    expect(rows).toEqual([['绩效目标 ', '一行\n二行']])
    expect(notes).toEqual(['工作表“表1”的 C1 文字在文件里缺失，未读入'])
  })

  it('shows the stored result of its formula; one never computed is said', async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>优</v></c><c r="C1"><f>1+1</f><v/></c>'
    const { rows, notes } = await read(book([data(cells)]))
    expect(rows).toEqual([['2', '优']])
    expect(notes).toEqual([expect.stringContaining('C1 是公式但没有保存结果')])
  })

  it('written downwards is one word, and keeps other line breaks', async () => {
    const { rows } = await read(
      book([data(text('A1', '产\n出\n指\n标') + text('B1', '第一段\n第二段') + text('C1', '1\n2'))]),
    )
    expect(rows).toEqual([['产出指标', '第一段\n第二段', '1\n2']])
  })

  it('knows its sheet and place, and the row people see', async () => {
    const { grid } = await read(
      book([
        { name: '说明', body: data(text('A1', '甲')) },
        { name: '自评表', body: data('', text('F2', '乙')) },
      ]),
    )
    expect(grid.rows[1]?.[5]).toEqual({ text: '乙', source: { line: 2, cell: '自评表!F2', text: '乙' } })
    expect(grid.tables).toEqual([1, 2])
  })
})

describe('a sheet', () => {
  it('shows only the first cell of a merged area', async () => {
    const rows = data(text('A1', '标题') + text('B1', '旧'), text('A2', '旧') + text('C2', '丙'))
    const merged = `${rows}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`
    expect((await read(book([merged]))).rows).toEqual([['标题'], ['', '', '丙']])
  })

  it('is not followed through empty rows without end, but knows its merged areas', async () => {
    const rows = data(text('A1', '标题') + text('B1', '旧'), ...Array.from({ length: 20_001 }, () => '<c s="1"/>'))
    const { rows: shown, notes } = await read(book([`${rows}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`]))
    expect(shown).toEqual([['标题']])
    expect(notes).toEqual(['工作表“表1”空行过多，只读到第 1 行'])
  })

  it('that is longer than any form is read that far, and leaves room for the next', async () => {
    const long = data(...Array.from({ length: 60_001 }, () => '<c><v>1</v></c>'))
    const { rows, notes } = await read(book([long, data(text('A1', '甲'))]))
    expect([rows.length, rows.at(-1)]).toEqual([60_001, ['甲']])
    expect(notes).toEqual(['工作表“表1”内容过多，只读到第 60000 行'])
  })

  it('may leave out the numbers of its rows and cells', async () => {
    const body =
      '<sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>'
    expect((await read(book([body]))).rows).toEqual([['甲', '1'], ['2']])
  })

  it('may name its elements with a prefix', async () => {
    const body = '<x:sheetData xmlns:x="u"><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData>'
    expect((await read(book([body]))).rows).toEqual([['7']])
  })

  it('that is hidden is named and left out, hidden columns too; hidden rows are read', async () => {
    const shown = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1">${text('A1', '甲')}${text('B1', '编号')}</row><row r="2" hidden="1">${text('A2', '乙')}</row></sheetData>`
    const hidden = { name: '字典', state: 'veryHidden', body: data(text('A1', '丙')) }
    const { rows, notes } = await read(book([{ name: '表', body: shown }, hidden]))
    expect(rows).toEqual([['甲'], ['乙']])
    expect(notes).toEqual([
      '工作表“表”第 2 行是隐藏的，已一并读入',
      '工作表“表”的 B 列是隐藏的，未读入；如需读入请取消隐藏',
      '工作表“字典”是隐藏的，未读入',
    ])
  })

  it('does not show zeros where it says so', async () => {
    const body = `<sheetViews><sheetView showZeros="0"/></sheetViews>${data('<c r="A1"><v>0</v></c><c r="B1"><v>5</v></c>')}`
    expect((await read(book([body]))).rows).toEqual([['', '5']])
  })

  it('cut in the middle is read that far, and says so', async () => {
    const { rows, notes } = await read(book([`${data(text('A1', '甲'))}<row r="3"><c`]))
    expect(rows).toEqual([['甲']])
    expect(notes).toEqual(['工作表“表1”已损坏，只读到第 1 行'])
  })
})

describe('a hostile workbook', () => {
  it('with external entities has none of them resolved', async () => {
    const part = strToU8(
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>${data(text('A1', '&a;'))}</worksheet>`,
    )
    const { rows, notes } = await read(book([data(text('A1', '甲'))], { 'xl/worksheets/s0.xml': part }))
    expect(rows).toEqual([])
    expect(notes).toEqual(['工作表“表1”已损坏，只读到第 0 行'])
  })

  it('nested without end is read as far as it makes sense', async () => {
    const { rows, notes } = await read(book([`${data(text('A1', '甲'))}${'<a>'.repeat(100_000)}`]))
    expect(rows).toEqual([['甲']])
    expect(notes).toHaveLength(1)
  })

  it('that inflates without end is refused before', async () => {
    const bytes = book([' '.repeat(50_000)])
    const place = Buffer.from(bytes).lastIndexOf('xl/worksheets/s0.xml') - 46
    new DataView(bytes.buffer).setUint32(place + 24, 0x7fffffff, true)
    expect(await refusal(bytes)).toMatchObject({ code: 'too-large' })
  })

  it('that holds more than it declares is refused', async () => {
    const bytes = book([' '.repeat(50_000)])
    const place = Buffer.from(bytes).lastIndexOf('xl/worksheets/s0.xml') - 46
    new DataView(bytes.buffer).setUint32(place + 24, 1000, true)
    expect(await refusal(bytes)).toMatchObject({ code: 'not-readable' })
  })

  it('with far cells, endless merges and columns costs no memory and says what is missing', async () => {
    const far = Array.from({ length: 2000 }, (_, i) => `<c r="XFD${i + 1}"><v>1</v></c>`)
    const body = `<cols>${'<col min="1" max="16384" hidden="0"/>'.repeat(1000)}</cols>${data(...far)}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`
    const { rows, notes } = await read(book([body]))
    expect(rows).toEqual([])
    expect(notes).toEqual(['工作表“表1”IV 列以后的内容未读入'])
  })

  it('with macros is read without them, and says so', async () => {
    const { rows, notes } = await read(
      book([data(text('A1', '甲'))], { 'xl/vbaProject.bin': strToU8('Sub Auto_Open()') }),
    )
    expect(rows).toEqual([['甲']])
    expect(notes).toEqual(['工作簿里有宏，未运行、未读入'])
  })

  it.each([
    ['binary (xlsb)', book([], { 'xl/workbook.bin': strToU8('x') }), 'unknown-format'],
    ['without sheets', book([]), 'not-readable'],
    ['cut off', book([data(text('A1', '甲'))]).subarray(0, 300), 'not-readable'],
  ])('%s is refused', async (_, bytes, code) => {
    const problem = await refusal(bytes)
    expect(problem).toBeInstanceOf(InputProblem)
    expect(problem).toMatchObject({ code, message: expect.stringMatching(/^表\.xlsx：[^\n]+$/) })
  })
})

it('any texts come back as they were written', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (table) => {
        // What XML cannot hold is not written; what is blank is no cell.
        const plain = table.map((row) => row.map((cell) => `x${cell.replace(/[^\P{C}]|_x|[\ufffe\uffff]/gu, '')}x`))
        const escaped = (cell: string) => cell.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
        const rows = plain.map((row, r) => row.map((cell, c) => text(`${'ABCDE'[c]}${r + 1}`, escaped(cell))).join(''))
        expect((await read(book([data(...rows)]))).rows).toEqual(plain)
      },
    ),
  ))
