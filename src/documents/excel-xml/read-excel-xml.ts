// Excel's XML tables of 2003, which many systems save under the name .xls → grid.
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import { printNumber, printText } from '../workbook/print-value.ts'
import { type Allowance, emptySheet, fullAllowance, hideColumns, MOST_COLUMNS, type Sheet } from '../workbook/sheet.ts'
import { noOddCells, tooWideNote, valueNotes } from '../workbook/value-notes.ts'
import { workbookGrid } from '../workbook/workbook-grid.ts'
import { EnoughRead, walkXml, XmlProblem } from '../xml.ts'
import { formatOf } from './formats.ts'
import { serialOf } from './serial.ts'

type State = {
  readonly sheets: Sheet[]
  readonly formats: Map<string, string>
  readonly hidden: Set<Sheet>
  readonly allowance: Allowance
  sheet: Sheet | null
  style: string
  row: Sheet['rows'][number] | null
  lastRow: number
  column: number
  /** Columns the current cell spans to the right. */
  across: number
  cellStyle: string
  type: string | null
  value: string
  visibility: string | null
  lastColumn: number
  tooWide: boolean
  odd: ReturnType<typeof noOddCells>
}

/** Throws `InputProblem` for XML that holds no sheet; damaged XML is read as far as it is sound. */
export async function readExcelXml(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const state = startState()
  const notes: string[] = []
  try {
    walkXml(bytes, {
      open: (tag, attributes) => open(state, tag, (key) => attributes[`ss:${key}`] ?? attributes[key]),
      text: (text) => {
        if (state.type !== null) state.value += text
        else if (state.visibility !== null) state.visibility += text
      },
      close: (tag) => close(state, tag),
    })
  } catch (error) {
    if (!(error instanceof EnoughRead) && !(error instanceof XmlProblem)) throw error
    if (state.sheets.length === 0) throw damaged(name)
    notes.push(error instanceof EnoughRead ? '工作簿内容过多，后面的部分未读入' : '工作簿已损坏，后面的部分未读入')
  }
  if (state.sheets.length === 0) throw damaged(name)
  const sheets = state.sheets.map((sheet) => (state.hidden.has(sheet) ? { ...sheet, hidden: true } : sheet))
  return workbookGrid(sheets, notes)
}

const damaged = (name: string): InputProblem =>
  new InputProblem('not-readable', `${name}：工作簿已损坏或不完整，请用 Excel 或 WPS 打开后另存为 xlsx 再试`)

const startState = (): State => ({
  sheets: [],
  formats: new Map(),
  hidden: new Set(),
  allowance: fullAllowance(),
  sheet: null,
  style: '',
  row: null,
  lastRow: 0,
  column: -1,
  across: 0,
  cellStyle: '',
  type: null,
  value: '',
  visibility: null,
  lastColumn: -1,
  tooWide: false,
  odd: noOddCells(),
})

type Attribute = (key: string) => string | undefined

const count = (text: string | undefined, most: number): number =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Math.min(Number(text), most) : 0

function open(state: State, tag: string, attribute: Attribute): void {
  if (tag === 'Cell') openCell(state, attribute)
  else if (tag === 'Data') {
    state.type = attribute('Type') ?? 'String'
    state.value = ''
  } else if (tag === 'Row') openRow(state, attribute)
  else if (tag === 'Style') state.style = attribute('ID') ?? ''
  else if (tag === 'NumberFormat') state.formats.set(state.style, formatOf(attribute('Format') ?? ''))
  else if (tag === 'Worksheet') openSheet(state, attribute('Name') ?? '')
  else if (tag === 'Visible') state.visibility = ''
  else if (tag === 'Column' && state.sheet !== null) {
    const from = count(attribute('Index'), 100_000) - 1
    const first = from >= 0 ? from : state.lastColumn + 1
    state.lastColumn = first + count(attribute('Span'), 100_000)
    if (attribute('Hidden') === '1') hideColumns(state.sheet, first, state.lastColumn)
  }
}

function openSheet(state: State, name: string): void {
  state.sheet = emptySheet(name, false)
  state.sheets.push(state.sheet)
  state.row = null
  state.lastRow = 0
  state.lastColumn = -1
  state.tooWide = false
  state.odd = noOddCells()
}

function openRow(state: State, attribute: Attribute): void {
  if (state.allowance.rows <= 0) throw new EnoughRead()
  const number = count(attribute('Index'), 2_000_000) || state.lastRow + 1
  state.row = { number, hidden: attribute('Hidden') === '1', cells: [] }
  // Rows of one kind in a row may be written as one empty row with a span.
  state.lastRow = number + count(attribute('Span'), 2_000_000)
  state.column = -1
  state.across = 0
}

function openCell(state: State, attribute: Attribute): void {
  const index = count(attribute('Index'), 100_000)
  state.column = index > 0 ? index - 1 : state.column + state.across + 1
  state.across = count(attribute('MergeAcross'), 100_000)
  state.cellStyle = attribute('StyleID') ?? ''
  const down = count(attribute('MergeDown'), 2_000_000)
  if (state.row === null || state.sheet === null || (state.across === 0 && down === 0)) return
  const { number } = state.row
  state.sheet.merges.push({
    top: number,
    bottom: number + down,
    left: state.column,
    right: state.column + state.across,
  })
}

function close(state: State, tag: string): void {
  const { sheet, row } = state
  if (tag === 'Data') closeData(state)
  else if (tag === 'Row' && row !== null && sheet !== null) {
    if (row.cells.length > 0) {
      sheet.rows.push(row)
      state.allowance.rows--
    }
    state.row = null
  } else if (tag === 'Visible' && sheet !== null) {
    if (/^Sheet(?:Very)?Hidden$/.test(state.visibility?.trim() ?? '')) state.hidden.add(sheet)
    state.visibility = null
  } else if (tag === 'Worksheet' && sheet !== null) {
    sheet.rows.sort((a, b) => a.number - b.number)
    sheet.notes.push(...valueNotes(sheet.name, state.odd), ...(state.tooWide ? [tooWideNote(sheet.name)] : []))
    state.sheet = null
  }
}

function closeData(state: State): void {
  const { row, type, value, column, allowance } = state
  state.type = null
  if (row === null || value === '') return
  if (column >= MOST_COLUMNS) {
    state.tooWide = true
    return
  }
  if (--allowance.cells < 0) throw new EnoughRead()
  row.cells.push({ column, text: shown(type ?? '', value, state.formats.get(state.cellStyle) ?? 'General') })
}

function shown(type: string, value: string, format: string): string {
  if (type === 'Number') return printNumber(value, format) ?? value
  if (type === 'DateTime') {
    const serial = serialOf(value)
    return serial === null ? value : (printNumber(serial, format === 'General' ? 'yyyy/m/d' : format) ?? value)
  }
  if (type === 'Boolean') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  return printText(value, format)
}
