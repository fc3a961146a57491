// Bytes → text or grid, by what the file is. Every format is opened here and nowhere else.
import type { Form } from '../kernel/form/form.ts'
import { barsToTabs } from './bars.ts'
import { readCsv } from './csv/read-csv.ts'
import { decode } from './decode.ts'
import { type FileType, fileType } from './file-type.ts'
import { type GridDocument, rowLines } from './grid-document.ts'
import { InputProblem } from './input-problem.ts'
import { countLines, linesOf } from './lines.ts'
import { withoutOwnLines, withoutOwnRows, withoutOwnText } from './own-notes.ts'
import type { Line } from './source-text.ts'

/** `lines` are what people see of the source: the lines of a text, the rows of a document with tables. */
export type OpenDocument = {
  readonly name: string
  readonly lines: readonly Line[]
  readonly notes: readonly string[]
  readonly content:
    | { readonly shape: 'text'; readonly lines: readonly Line[] }
    | ({ readonly shape: 'grid' } & Pick<GridDocument, 'grid'>)
    /** A file that holds the forms themselves. */
    | { readonly shape: 'forms'; readonly forms: readonly Form[] }
}

/** Larger texts are refused before they are read: fifty times the largest document published. */
export const MAXIMUM_TEXT = 4 * 1024 * 1024
const MAXIMUM_LINES = 200_000
/** Larger files of any kind are refused; Word and PDF files hold pictures. */
export const MAXIMUM_BYTES = 32 * 1024 * 1024

type Reader = (bytes: Uint8Array, name: string) => Promise<GridDocument>

/** Readers are loaded with the first file of their kind: most runs read one kind only. */
const readers: Readonly<Partial<Record<FileType, Reader>>> = {
  xlsx: async (bytes, name) => (await import('./xlsx/read-xlsx.ts')).readXlsx(bytes, name),
  xls: async (bytes, name) => (await import('./xls/read-xls.ts')).readXls(bytes, name),
  'excel-xml': async (bytes, name) => (await import('./excel-xml/read-excel-xml.ts')).readExcelXml(bytes, name),
  docx: async (bytes, name) => (await import('./docx/read-docx.ts')).readDocx(bytes, name),
  pdf: async (bytes, name) => (await import('./pdf/read-pdf.ts')).readPdfGrid(bytes, name),
  'word-xml': async (bytes, name) => (await import('./docx/read-docx.ts')).readWordXml(bytes, name),
  doc: async (bytes, name) => (await import('./doc/read-doc.ts')).readDoc(bytes, name),
  rtf: async (bytes, name) => (await import('./rtf/read-rtf.ts')).readRtf(bytes, name),
  html: async (bytes, name) => (await import('./html/read-html.ts')).readHtml(bytes, name),
  mht: async (bytes, name) => (await import('./mht/read-mht.ts')).readMht(bytes, name),
}

/** Throws `InputProblem` where the bytes cannot be used; its message names the file and what to do. */
export async function openDocument(bytes: Uint8Array, name: string): Promise<OpenDocument> {
  if (bytes.length === 0) throw new InputProblem('empty', `${name}：文件是空的，请检查文件是否完整`)
  const type = fileType(bytes)
  const reader = readers[type]
  const isText = reader === undefined && type !== 'json'
  if (bytes.length > (isText ? MAXIMUM_TEXT : MAXIMUM_BYTES) && refused[type] === undefined)
    throw tooLarge(name, `${Math.ceil(bytes.length / 1024 / 1024)} MB`, isText ? TEXT_LIMIT : FILE_LIMIT)
  if (reader !== undefined) return openGrid(await reader(bytes, name), name)
  if (type === 'json') {
    const { forms, lines, notes } = (await import('./json/read-json.ts')).readJson(bytes, name)
    return { name, lines, notes, content: { shape: 'forms', forms } }
  }
  refuseOtherTypes(type, name)
  const { text, notes } = decode(bytes, name)
  const table = readCsv(withoutOwnText(text))
  return table === null ? openText(text, name, notes) : openGrid({ ...table, notes }, name)
}

/** Throws `InputProblem` for a text that is empty or too long. */
export function openText(text: string, name: string, notes: readonly string[] = []): OpenDocument {
  if (text.length > MAXIMUM_TEXT || countLines(text) > MAXIMUM_LINES)
    throw tooLarge(name, `${text.length} 字`, TEXT_LIMIT)
  if (text.trim() === '') throw new InputProblem('empty', `${name}：文件里没有文字，请检查文件是否完整`)
  const lines = withoutOwnLines(linesOf(text))
  return { name, lines, notes, content: { shape: 'text', lines: barsToTabs(lines) } }
}

function openGrid({ grid: whole, notes }: GridDocument, name: string): OpenDocument {
  const grid = withoutOwnRows(whole)
  const lines = rowLines(grid)
  if (lines.every((line) => line.text === ''))
    throw new InputProblem('empty', `${name}：文件里没有文字，请检查文件是否完整`)
  return { name, lines, notes, content: { shape: 'grid', grid } }
}

const refused: Readonly<Partial<Record<FileType, string>>> = {
  zip: '压缩包，请先解压，再选择其中的文件',
  pptx: '演示文稿（pptx），请把其中的表格复制到 Word 或 Excel 里另存后再试',
  ofd: 'OFD 版式文件，请用阅读器另存为 PDF 或 Word 后再试',
  opendocument: 'OpenDocument 文件（odt、ods），请另存为 docx 或 xlsx 后再试',
  ole: '旧版 Office 文件，但里面没有 Word 文档或工作簿（可能不完整），请另存为 docx 或 xlsx 后再试',
  image: '图片，无法读出文字，请提供 Word、Excel、PDF 或文本文件',
}

function refuseOtherTypes(type: FileType, name: string): void {
  if (type === 'encrypted')
    throw new InputProblem('encrypted', `${name}：文件设了打开密码，请在 Office 里取消密码并另存后再试`)
  const advice = refused[type]
  if (advice !== undefined) throw new InputProblem('unknown-format', `${name}：这是${advice}`)
}

const TEXT_LIMIT = '4 MB、20 万行'
const FILE_LIMIT = `${MAXIMUM_BYTES / 1024 / 1024} MB`

const tooLarge = (name: string, size: string, limit: string): InputProblem =>
  new InputProblem('too-large', `${name}：文件过大（${size}，上限 ${limit}），请拆成几个文件后再试`)
