// Excel's XML tables: places, merged cells, formats, hidden parts, and damaged ones.
import { expect, it } from 'vitest'
import { fileType } from '../file-type.ts'
import { readDocument } from '../read-document.ts'
import { readExcelXml } from './read-excel-xml.ts'

const book = (...sheets: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style></Styles>${sheets.join('')}</Workbook>`,
  )
const sheet = (name: string, table: string, options = ''): string =>
  `<Worksheet ss:Name="${name}"><Table>${table}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${options}</WorksheetOptions></Worksheet>`
const cell = (text: string, attributes = '', type = 'String'): string =>
  `<Cell ${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`
const row = (...cells: readonly string[]): string => `<Row>${cells.join('')}</Row>`
const rowsOf = async (bytes: Uint8Array) => {
  const { grid, notes } = await readExcelXml(bytes, '表.xls')
  return { rows: grid.rows.map((cells) => cells.map(({ text }) => text)), notes, grid }
}

it('is read with places, spans and formats', async () => {
  const table = [
    row(cell('标题', 'ss:MergeAcross="2"'), cell('右')),
    `<Row ss:Index="4">${cell('0.9976', 'ss:Index="2" ss:StyleID="p"', 'Number')}${cell('2023-12-01T00:00:00.000', 'ss:StyleID="d"', 'DateTime')}</Row>`,
  ]
  const { rows, grid } = await rowsOf(book(sheet('自评表', table.join(''))))
  expect(rows).toEqual([
    ['标题', '', '', '右'],
    ['', '99.76%', '2023-12-01'],
  ])
  expect(grid.rows[1]?.[1]?.source).toEqual({ line: 2, cell: '自评表!B4', text: '99.76%' })
})

it('names hidden sheets and rows', async () => {
  const shown = sheet('表', `<Row ss:Hidden="1">${cell('甲')}</Row>`)
  const hidden = sheet('字典', row(cell('乙')), '<Visible>SheetHidden</Visible>')
  const { rows, notes } = await rowsOf(book(shown, hidden))
  expect(rows).toEqual([['甲']])
  expect(notes).toEqual(['工作表“表”第 1 行是隐藏的，已一并读入', '工作表“字典”是隐藏的，未读入'])
})

it('may be written in GB18030', async () => {
  const head = '<?xml version="1.0" encoding="GB2312"?><Workbook><Worksheet ss:Name="a"><Table><Row><Cell><Data>'
  const bytes = Buffer.concat([
    Buffer.from(head),
    Buffer.from([0xb1, 0xed]),
    Buffer.from('</Data></Cell></Row></Table></Worksheet></Workbook>'),
  ])
  expect((await rowsOf(bytes)).rows).toEqual([['表']])
})

it('cut off is read that far; without any sheet it is refused', async () => {
  const whole = book(sheet('表', row(cell('甲')) + row(cell('乙'))))
  const { rows, notes } = await rowsOf(whole.subarray(0, whole.length - 130))
  expect(rows.flat()).toContain('甲')
  expect(notes).toEqual(['工作簿已损坏，后面的部分未读入'])
  await expect(readExcelXml(whole.subarray(0, 200), '表.xls')).rejects.toMatchObject({ code: 'not-readable' })
})

it('is known by what stands in it, and gives its form', async () => {
  const headings = '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析'.split(' ')
  const table = [
    row(cell('财政项目支出绩效自评表', 'ss:MergeAcross="7"')),
    row(cell('项目名称'), cell('窗口服务')),
    row(cell('主管部门'), cell('某局'), cell('实施单位'), cell('某中心')),
    row(...headings.map((text) => cell(text))),
    row(...['产出指标', '数量指标', '窗口数', '≥5个', '6个', '90', '90'].map((text) => cell(text))),
  ]
  const bytes = book(sheet('表', table.join('')))
  expect(fileType(bytes)).toBe('excel-xml')
  expect((await readDocument(bytes, '表.xls')).forms[0]?.indicators[0]?.name).toBe('窗口数')
})
