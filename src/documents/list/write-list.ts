// A plain list as a workbook: one sheet, headings and rows, every cell text, so that codes keep their leading zeros.
import { XML_HEAD, xmlText } from '../write/xml.ts'
import { type Part, zipped } from '../write/zip-stream.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Wider than any code and most names, in characters. */
const WIDTH = 28
/** Rows below the last one that are text already: what is typed there stays as typed. */
const EMPTY_ROWS = 500

/** The bytes of an .xlsx file. `sheet`: at most 31 characters, without : \ / ? * [ ]. */
export function writeList(
  sheet: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Uint8Array {
  return Buffer.concat([...zipped(parts(sheet, headings, rows))])
}

function* parts(sheet: string, headings: readonly string[], rows: readonly (readonly string[])[]): Generator<Part> {
  const relations = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const related = (...list: string[]) => [
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`,
  ]
  yield { name: '_rels/.rels', chunks: related(relations('officeDocument', 'xl/workbook.xml')) }
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    chunks: related(relations('worksheet', 'worksheets/sheet1.xml'), relations('styles', 'styles.xml')),
  }
  yield { name: 'xl/workbook.xml', chunks: [workbookXml(sheet)] }
  yield { name: 'xl/styles.xml', chunks: [stylesXml] }
  yield { name: 'xl/worksheets/sheet1.xml', chunks: [sheetXml(headings, rows)] }
  yield { name: '[Content_Types].xml', chunks: [contentTypes] }
}

const workbookXml = (sheet: string): string =>
  `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xmlText(sheet)}" sheetId="1" r:id="worksheet"/></sheets></workbook>`

/** 0: text; 1: text in bold, for the headings. Number format 49 is Excel's text format. */
const stylesXml = [
  `${XML_HEAD}<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="2"><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
  '</styleSheet>',
].join('')

function sheetXml(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string, style: number) =>
    `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
  const row = (cells: readonly string[], style: number) =>
    `<row>${cells.map((text) => cell(text, style)).join('')}</row>`
  const blank = `<row>${headings.map(() => '<c s="0"/>').join('')}</row>`
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols><col min="1" max="${headings.length}" width="${WIDTH}" customWidth="1"/></cols><sheetData>`,
    row(headings, 1),
    ...rows.map((cells) => row(cells, 0)),
    ...Array.from({ length: EMPTY_ROWS }, () => blank),
    '</sheetData></worksheet>',
  ].join('')
}

const contentTypes = [
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  '</Types>',
].join('')
