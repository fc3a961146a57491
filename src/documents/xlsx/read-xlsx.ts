// Excel workbooks (xlsx, xlsm) → grid: shared and inline texts, formats, merged cells; macros are never looked at.
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import { fullAllowance, type Sheet } from '../workbook/sheet.ts'
import { workbookGrid } from '../workbook/workbook-grid.ts'
import { XmlProblem } from '../xml.ts'
import { unzipCapped } from '../zip.ts'
import { readFormats, readSharedStrings, readWorkbookPart } from './parts.ts'
import { readSheet } from './read-sheet.ts'

/** Parts that hold no cells. */
const OTHER =
  /(?:^|\/)(?:charts?|chartsheets|comments\d*|customXml|docProps|drawings|externalLinks|media|pivot\w+|queryTables|tables|theme|threadedComments)[/.]/i

/** Throws `InputProblem` for a package that is damaged, encrypted, too large or no workbook. */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const { sheets, macros } = readSheets(bytes, name)
  return workbookGrid(sheets, macros ? ['工作簿里有宏，未运行、未读入'] : [])
}

/** The sheets as the file stores them; throws as `readXlsx` does. */
export function readSheets(
  bytes: Uint8Array,
  name: string,
): { readonly sheets: readonly Sheet[]; readonly macros: boolean } {
  let macros = false
  let binary = false
  const parts = unzipCapped(bytes, name, (entry) => {
    macros ||= entry.endsWith('vbaProject.bin')
    binary ||= entry === 'xl/workbook.bin'
    return /\.(?:xml|rels)$/i.test(entry) && !OTHER.test(entry)
  })
  if (binary)
    throw new InputProblem(
      'unknown-format',
      `${name}：这是二进制工作簿（xlsb），请在 Excel 里另存为“Excel 工作簿（.xlsx）”后再试`,
    )
  try {
    const book = readWorkbookPart(parts)
    if (book.sheets.length === 0) throw notAWorkbook(name)
    const strings = readSharedStrings(parts.get(book.strings))
    const shared = { strings, formats: readFormats(parts.get(book.styles)), since1904: book.since1904 }
    const allowance = fullAllowance()
    const sheets = book.sheets.map((sheet) => readSheet(parts.get(sheet.part), sheet, shared, allowance))
    return { sheets, macros }
  } catch (error) {
    if (error instanceof XmlProblem) throw notAWorkbook(name)
    throw error
  }
}

const notAWorkbook = (name: string): InputProblem =>
  new InputProblem('not-readable', `${name}：工作簿已损坏或不完整，请用 Excel 或 WPS 打开后另存一份再试`)
