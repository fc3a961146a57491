// Writes small Word documents for tests, with merged cells in every way Word and WPS write them.
import { strToU8, zipSync } from 'fflate'

/** A cell of a table, placed and spanning as on paper. */
export type KitCell = {
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly text: string | null
}
export type KitTable = { readonly columns: number; readonly rows: readonly (readonly KitCell[])[] }
/** Text, a table, or XML as it is. */
export type KitBlock = string | KitTable | { readonly xml: string }
/**
 * `word`: spans. `wps`: horizontal merges cell by cell. `wrapped`: cells and rows in content controls, texts as
 * recorded changes. `repeated`: the text of a merged cell again in every cell below.
 */
export type KitStyle = 'word' | 'wps' | 'wrapped' | 'repeated'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const run = (text: string): string =>
  text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`)
    .join('<w:tab/>')

const paragraphs = (text: string, style: KitStyle): string =>
  text
    .split('\n')
    .map((line) => {
      if (style !== 'wrapped' || line.length < 2)
        return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${run(line)}</w:r></w:p>`
      const deleted = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
      return `<w:p><w:r>${run(line.slice(0, 1))}</w:r>${deleted}<w:ins w:id="2"><w:r>${run(line.slice(1))}</w:r></w:ins></w:p>`
    })
    .join('')

const wrapped = (xml: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`

function cellXml(cell: KitCell, first: boolean, style: KitStyle): string {
  const down = cell.rowSpan === 1 ? '' : first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const text = first || style === 'repeated' ? (cell.text ?? '') : ''
  if (style === 'wps') {
    const across = (i: number) => (cell.colSpan === 1 ? '' : `<w:hMerge w:val="${i === 0 ? 'restart' : 'continue'}"/>`)
    return Array.from(
      { length: cell.colSpan },
      (_, i) => `<w:tc><w:tcPr>${down}${across(i)}</w:tcPr>${paragraphs(i === 0 ? text : '', style)}</w:tc>`,
    ).join('')
  }
  const span = cell.colSpan === 1 ? '' : `<w:gridSpan w:val="${cell.colSpan}"/>`
  const xml = `<w:tc><w:tcPr>${span}${down}</w:tcPr>${paragraphs(text, style)}</w:tc>`
  return style === 'wrapped' && cell.col % 2 === 0 ? wrapped(xml) : xml
}

function tableXml({ columns, rows }: KitTable, style: KitStyle): string {
  const all = rows.flat()
  const body = rows.map((_, row) => {
    const here = all.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan).sort((a, b) => a.col - b.col)
    const before = here[0]?.col ?? 0
    const properties = before > 0 ? `<w:trPr><w:gridBefore w:val="${before}"/></w:trPr>` : ''
    const xml = `<w:tr>${properties}${here.map((cell) => cellXml(cell, cell.row === row, style)).join('')}</w:tr>`
    return style === 'wrapped' && row % 2 === 1 ? wrapped(xml) : xml
  })
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(columns)}</w:tblGrid>${body.join('')}</w:tbl>`
}

const blockXml = (block: KitBlock, style: KitStyle): string => {
  if (typeof block === 'string') return paragraphs(block, 'word')
  return 'xml' in block ? block.xml : tableXml(block, style)
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

export const documentXml = (blocks: readonly KitBlock[], style: KitStyle = 'word'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD} ${COMPATIBILITY}><w:body>${blocks
    .map((block) => blockXml(block, style))
    .join('')}<w:sectPr/></w:body></w:document>`

const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A package around the XML of a document. */
export const packed = (xml: string, numbering?: string): Uint8Array =>
  zipSync({
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(xml),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': strToU8(numbering) }),
  })

export const docxOf = (blocks: readonly KitBlock[], style: KitStyle = 'word'): Uint8Array =>
  packed(documentXml(blocks, style))
