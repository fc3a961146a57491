// One sheet of a binary workbook → what its cells show.
import { Decimal } from '../../kernel/decimal.ts'
import { printNumber, printText } from '../workbook/print-value.ts'
import {
  type Allowance,
  columnName,
  emptySheet,
  hideColumns,
  MOST_MERGES,
  type Sheet,
  type SheetRow,
} from '../workbook/sheet.ts'
import { noOddCells, type OddCells, valueNotes } from '../workbook/value-notes.ts'
import { type BinaryRecord, RECORD, recordAt, textAt } from './records.ts'

/** What the sheets of a workbook share. */
export type Shared = {
  readonly texts: readonly string[]
  readonly formats: readonly string[]
  readonly since1904: boolean
}

export type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly at: number }

type State = {
  readonly sheet: Sheet
  readonly shared: Shared
  readonly allowance: Allowance
  readonly rows: Map<number, SheetRow>
  readonly hiddenRows: Set<number>
  readonly odd: OddCells
  /** The cell of a formula whose text stands in the next record. */
  waiting: Place | null
  showZeros: boolean
}

/** A damaged sheet is read as far as it is sound, an endless one as far as allowed; both are said in its notes. */
export function readSheet(stream: Uint8Array, entry: SheetEntry, shared: Shared, allowance: Allowance): Sheet {
  const sheet = emptySheet(entry.name, entry.hidden)
  const state: State = {
    sheet,
    shared,
    allowance,
    rows: new Map(),
    hiddenRows: new Set(),
    odd: noOddCells(),
    waiting: null,
    showZeros: zerosShown(stream, entry.at),
  }
  const end = takeRecords(stream, entry.at, state)
  sheet.rows.push(...[...state.rows.values()].sort((a, b) => a.number - b.number))
  sheet.notes.push(...valueNotes(entry.name, state.odd))
  const last = sheet.rows.at(-1)?.number ?? 0
  if (end === 'damaged') sheet.notes.push(`工作表“${entry.name}”已损坏，只读到第 ${last} 行`)
  if (end === 'enough') sheet.notes.push(`工作表“${entry.name}”内容过多，只读到第 ${last} 行`)
  return sheet
}

function takeRecords(stream: Uint8Array, at: number, state: State): 'whole' | 'damaged' | 'enough' {
  let depth = 0
  try {
    for (let record = recordAt(stream, at); record !== null; record = recordAt(stream, record.next)) {
      if (record.type === RECORD.begin) depth++
      else if (record.type === RECORD.end && --depth <= 0) return 'whole'
      // Charts on the sheet are documents of their own inside it.
      else if (depth === 1) take(record, state)
      if (state.allowance.cells <= 0 || state.allowance.rows <= 0) return 'enough'
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 'damaged'
}

/** Whether the sheet shows zeros is said behind its cells. */
function zerosShown(stream: Uint8Array, at: number): boolean {
  for (let record = recordAt(stream, at); record !== null; record = recordAt(stream, record.next)) {
    if (record.type === RECORD.window && record.data.byteLength >= 2)
      return (record.data.getUint16(0, true) & 0x10) !== 0
    if (record.type === RECORD.end) return true
  }
  return true
}

function take({ type, data }: BinaryRecord, state: State): void {
  switch (type) {
    case RECORD.row:
      if ((data.getUint16(12, true) & 0x20) !== 0) state.hiddenRows.add(data.getUint16(0, true))
      return
    case RECORD.columnInfo:
      if ((data.getUint16(8, true) & 1) !== 0)
        hideColumns(state.sheet, data.getUint16(0, true), data.getUint16(2, true))
      return
    case RECORD.merges:
      takeMerges(data, state.sheet)
      return
    case RECORD.manyRk:
      for (let i = 0; 4 + i * 6 + 6 <= data.byteLength - 2; i++)
        putNumber(state, place(data, i), data.getUint16(4 + i * 6, true), rk(data.getInt32(6 + i * 6, true)))
      return
    case RECORD.formulaText:
      if (state.waiting !== null) put(state, state.waiting, textAt(data, 0, 2))
      state.waiting = null
      return
    default:
      takeCell(type, data, state)
  }
}

type Place = { readonly row: number; readonly column: number }

const place = (data: DataView, right = 0): Place => ({
  row: data.getUint16(0, true),
  column: data.getUint16(2, true) + right,
})

const named = ({ row, column }: Place): string => `${columnName(column)}${row + 1}`

function takeCell(type: number, data: DataView, state: State): void {
  if (data.byteLength < 7) return
  const at = place(data)
  const style = data.getUint16(4, true)
  if (type === RECORD.sharedText) {
    const text = state.shared.texts[data.getUint32(6, true)]
    if (text === undefined) state.odd.lost.push(named(at))
    put(state, at, printText(text ?? '', formatOf(state, style)))
  } else if (type === RECORD.text || type === RECORD.richText) put(state, at, textAt(data, 6, 2))
  else if (type === RECORD.number) putNumber(state, at, style, String(data.getFloat64(6, true)))
  else if (type === RECORD.rk) putNumber(state, at, style, rk(data.getInt32(6, true)))
  else if (type === RECORD.boolean) putBoolean(state, at, data.getUint8(6), data.getUint8(7) !== 0)
  else if (type === RECORD.formula) takeFormula(data, at, style, state)
}

function takeFormula(data: DataView, at: Place, style: number, state: State): void {
  const kind = data.getUint8(6)
  if (data.getUint16(12, true) !== 0xffff) putNumber(state, at, style, String(data.getFloat64(6, true)))
  else if (kind === 0) state.waiting = at
  else if (kind === 1 || kind === 2) putBoolean(state, at, data.getUint8(8), kind === 2)
}

/** Thirty bits: a whole number or the upper part of a fraction, perhaps in hundredths. */
function rk(bits: number): string {
  const halves = new DataView(new ArrayBuffer(8))
  halves.setInt32(0, bits & ~3)
  const value = new Decimal((bits & 2) === 0 ? halves.getFloat64(0) : bits >> 2)
  return ((bits & 1) === 0 ? value : value.div(100)).toString()
}

const formatOf = (state: State, style: number): string => state.shared.formats[style] ?? 'General'

function putNumber(state: State, at: Place, style: number, stored: string): void {
  if (!state.showZeros && Number(stored) === 0) return
  put(state, at, printNumber(stored, formatOf(state, style), state.shared.since1904) ?? stored)
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function putBoolean(state: State, at: Place, value: number, isError: boolean): void {
  const text = isError ? (ERRORS[value] ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE'
  if (isError) state.odd.errors.push(`${named(at)}（${text}）`)
  put(state, at, text)
}

function put({ rows, hiddenRows, allowance }: State, { row, column }: Place, text: string): void {
  if (text === '') return
  allowance.cells--
  const known = rows.get(row)
  if (known !== undefined) {
    known.cells.push({ column, text })
    return
  }
  allowance.rows--
  rows.set(row, { number: row + 1, hidden: hiddenRows.has(row), cells: [{ column, text }] })
}

function takeMerges(data: DataView, { merges }: Sheet): void {
  const count = data.getUint16(0, true)
  for (let i = 0; i < count && merges.length < MOST_MERGES; i++) {
    const [top = 0, bottom = 0, left = 0, right = 0] = [2, 4, 6, 8].map((field) => data.getUint16(field + i * 8, true))
    merges.push({ top: top + 1, bottom: bottom + 1, left, right })
  }
}
