// One sheet of an xlsx package → what its cells show.
import { printNumber, printText } from '../workbook/print-value.ts'
import {
  type Allowance,
  cellPlace,
  columnName,
  emptySheet,
  hideColumns,
  MOST_COLUMNS,
  MOST_MERGES,
  MOST_SHEET_ROWS,
  type Sheet,
} from '../workbook/sheet.ts'
import { noOddCells, type OddCells, tooWideNote, valueNotes } from '../workbook/value-notes.ts'
import { EnoughRead, walkXml, XmlProblem } from '../xml.ts'
import { isOn, type SheetPart, unescaped } from './parts.ts'

/** What the sheets of a workbook share. */
export type Shared = {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly since1904: boolean
}

type State = {
  readonly sheet: Sheet
  readonly shared: Shared
  readonly allowance: Allowance
  row: Sheet['rows'][number] | null
  lastRow: number
  /** Rows without a value since the last one with any. */
  blank: number
  column: number
  type: string
  style: number
  formula: boolean
  /** Which text is being read: the value, the inline text or none. */
  into: boolean
  spoken: number
  value: string
  showZeros: boolean
  tooWide: boolean
  readonly odd: OddCells
}

/** A damaged sheet is read as far as it is sound, an endless one as far as allowed; both are said in its notes. */
export function readSheet(bytes: Uint8Array | undefined, part: SheetPart, shared: Shared, allowance: Allowance): Sheet {
  const sheet = emptySheet(part.name, part.hidden)
  if (bytes === undefined) {
    sheet.notes.push(`工作表“${part.name}”的内容在文件里缺失，未读入`)
    return sheet
  }
  const state = startState(sheet, shared, allowance)
  try {
    walkXml(bytes, {
      open: (name, attributes) => open(state, name, attributes),
      text: (text) => {
        if (state.into) state.value += text
      },
      close: (name) => close(state, name),
    })
  } catch (error) {
    const at = sheet.rows.at(-1)?.number ?? 0
    if (error instanceof EnoughRead) {
      sheet.notes.push(`工作表“${part.name}”${state.blank > 0 ? '空行' : '内容'}过多，只读到第 ${at} 行`)
      readBehindRows(bytes, sheet)
    } else if (error instanceof XmlProblem) sheet.notes.push(`工作表“${part.name}”已损坏，只读到第 ${at} 行`)
    else throw error
  }
  if (state.tooWide) sheet.notes.push(tooWideNote(part.name))
  sheet.rows.sort((a, b) => a.number - b.number)
  sheet.notes.push(...valueNotes(part.name, state.odd))
  return sheet
}

/** Merged areas stand behind the rows: they are read even where the rows are not read to their end. */
function readBehindRows(bytes: Uint8Array, sheet: Sheet): void {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('</sheetData>')
  if (end < 0) return
  try {
    walkXml(Buffer.concat([Buffer.from('<worksheet><sheetData>'), bytes.subarray(end)]), {
      open: (name, { ref = '' }) => {
        if (name === 'mergeCell') addMerge(sheet, ref)
      },
    })
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error
  }
}

const startState = (sheet: Sheet, shared: Shared, allowance: Allowance): State => ({
  sheet,
  shared,
  allowance,
  row: null,
  lastRow: 0,
  blank: 0,
  column: -1,
  type: '',
  style: 0,
  formula: false,
  into: false,
  spoken: 0,
  value: '',
  showZeros: true,
  tooWide: false,
  odd: noOddCells(),
})

/** Formats drawn down to the last row of a sheet leave as many empty rows. */
const MOST_BLANK = 20_000

type Attributes = Readonly<Record<string, string>>

function open(state: State, name: string, attributes: Attributes): void {
  if (name === 'c') openCell(state, attributes)
  else if (name === 'v' || name === 't') state.into = state.row !== null && state.spoken === 0
  else if (name === 'f') state.formula = true
  else if (name === 'rPh') state.spoken++
  else if (name === 'row') openRow(state, attributes)
  else if (name === 'mergeCell') addMerge(state.sheet, attributes.ref ?? '')
  else if (name === 'col' && isOn(attributes.hidden))
    hideColumns(state.sheet, Number(attributes.min) - 1, Number(attributes.max) - 1)
  else if (name === 'sheetView' && attributes.showZeros !== undefined) state.showZeros = isOn(attributes.showZeros)
}

function openRow(state: State, { r, hidden }: Attributes): void {
  if (state.allowance.rows <= 0 || state.sheet.rows.length >= MOST_SHEET_ROWS) throw new EnoughRead()
  const number = r !== undefined && /^\d{1,7}$/.test(r) ? Number(r) : state.lastRow + 1
  state.row = { number, hidden: isOn(hidden), cells: [] }
  state.lastRow = number
  state.column = -1
}

function openCell(state: State, { r, t = 'n', s = '0' }: Attributes): void {
  const place = r === undefined ? null : cellPlace(r)
  state.column = place?.column ?? state.column + 1
  state.type = t
  state.style = Number(s)
  state.formula = false
  state.value = ''
}

function addMerge(sheet: Sheet, reference: string): void {
  const [from = '', to = from] = reference.split(':')
  const start = cellPlace(from)
  const end = cellPlace(to)
  if (start === null || end === null || sheet.merges.length >= MOST_MERGES) return
  sheet.merges.push({ top: start.row, bottom: end.row, left: start.column, right: end.column })
}

function close(state: State, name: string): void {
  const { row, sheet, allowance } = state
  if (name === 'v' || name === 't') state.into = false
  else if (name === 'rPh') state.spoken--
  else if (name === 'c' && row !== null) {
    if (state.column >= MOST_COLUMNS) {
      state.tooWide ||= state.value !== ''
      return
    }
    const text = shown(state)
    if (text === '') return
    if (--allowance.cells < 0) throw new EnoughRead()
    row.cells.push({ column: state.column, text })
  } else if (name === 'row' && row !== null) {
    state.row = null
    if (row.cells.length === 0) {
      if (++state.blank > MOST_BLANK) throw new EnoughRead()
      return
    }
    sheet.rows.push(row)
    allowance.rows--
    state.blank = 0
  }
}

/** What the cell shows; its number format decides how many places are printed. */
function shown(state: State): string {
  const { type, value, shared, formula } = state
  const place = (): string => `${columnName(state.column)}${state.row?.number ?? 0}`
  if (value === '') {
    if (formula && type !== 'str') state.odd.unsaved.push(place())
    return ''
  }
  const code = shared.formats[state.style] ?? 'General'
  switch (type) {
    case 's': {
      const text = shared.strings[Number(value)]
      if (text === undefined) state.odd.lost.push(place())
      return printText(text ?? '', code)
    }
    case 'inlineStr':
    case 'str':
      return printText(unescaped(value), code)
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE'
    case 'e':
      state.odd.errors.push(`${place()}（${value.trim().slice(0, 20)}）`)
      return value.trim()
    case 'd':
      return value
    default:
      if (!state.showZeros && /^0*\.?0*$/.test(value.trim())) return ''
      return printNumber(value, code, shared.since1904) ?? value
  }
}
