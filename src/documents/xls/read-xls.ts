// Excel 97–2003 workbooks (xls, also those of WPS) → grid.
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import { builtinFormat } from '../workbook/builtin-formats.ts'
import { fullAllowance } from '../workbook/sheet.ts'
import { workbookGrid } from '../workbook/workbook-grid.ts'
import { CompoundProblem, compoundStream } from './compound-file.ts'
import { readSheet, type Shared, type SheetEntry } from './read-sheet.ts'
import { RECORD, recordAt, sharedTexts, textAt } from './records.ts'

const BIFF8 = 0x0600

/** Throws `InputProblem` for a file that is damaged, encrypted, older than Excel 97 or no workbook. */
export async function readXls(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const stream = workbookStream(bytes, name)
  const { sheets, shared } = readGlobals(stream, name)
  if (sheets.length === 0) throw damaged(name)
  const allowance = fullAllowance()
  return workbookGrid(sheets.map((entry) => readSheet(stream, entry, shared, allowance)))
}

function workbookStream(bytes: Uint8Array, name: string): Uint8Array {
  try {
    if (compoundStream(bytes, ['EncryptedPackage']) !== null) throw encrypted(name)
    const stream = compoundStream(bytes, ['Workbook', 'Book'])
    if (stream !== null) return stream
  } catch (error) {
    if (!(error instanceof CompoundProblem)) throw error
    throw damaged(name)
  }
  throw new InputProblem('unknown-format', `${name}：不是 Excel 工作簿，请确认文件类型`)
}

type Globals = { readonly sheets: readonly SheetEntry[]; readonly shared: Shared }

function readGlobals(stream: Uint8Array, name: string): Globals {
  try {
    return takeGlobals(stream, name)
  } catch (error) {
    if (error instanceof RangeError) throw damaged(name)
    throw error
  }
}

function takeGlobals(stream: Uint8Array, name: string): Globals {
  const sheets: SheetEntry[] = []
  const own = new Map<number, string>()
  const styles: number[] = []
  const texts: DataView[] = []
  let since1904 = false
  let last = 0
  for (let record = recordAt(stream, 0); record !== null; record = recordAt(stream, record.next)) {
    const { type, data } = record
    if (record.at === 0 && (type !== RECORD.begin || data.getUint16(0, true) !== BIFF8)) throw tooOld(name)
    if (type === RECORD.end) break
    if (type === RECORD.filePass) throw encrypted(name)
    if (type === RECORD.dateMode) since1904 = data.getUint16(0, true) === 1
    if (type === RECORD.format) own.set(data.getUint16(0, true), textAt(data, 2, 2))
    if (type === RECORD.style) styles.push(data.getUint16(2, true))
    if (type === RECORD.sharedTexts || (type === RECORD.continue && last === RECORD.sharedTexts)) texts.push(data)
    if (type === RECORD.sheet && data.getUint8(5) === 0)
      sheets.push({ name: textAt(data, 6, 1), hidden: (data.getUint8(4) & 3) !== 0, at: data.getUint32(0, true) })
    if (type !== RECORD.continue) last = type
  }
  const formats = styles.map((number) => own.get(number) ?? builtinFormat(number))
  return { sheets, shared: { texts: sharedTexts(texts), formats, since1904 } }
}

const damaged = (name: string): InputProblem =>
  new InputProblem('not-readable', `${name}：工作簿已损坏或不完整，请用 Excel 或 WPS 打开后另存一份再试`)

const encrypted = (name: string): InputProblem =>
  new InputProblem('encrypted', `${name}：文件设了打开密码，请在 Excel 或 WPS 里取消密码并另存后再试`)

const tooOld = (name: string): InputProblem =>
  new InputProblem(
    'unknown-format',
    `${name}：工作簿的格式过旧（Excel 95 或更早），请用 Excel 或 WPS 另存为 xlsx 后再试`,
  )
