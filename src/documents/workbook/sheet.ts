// A sheet of a workbook as its file stores it, whatever the file's format: what the grid is made from.

/** `column` counts from 0; `text` is what the cell shows. */
export type SheetCell = { readonly column: number; text: string }

/** `number` counts from 1, as Excel shows it. */
export type SheetRow = { readonly number: number; readonly hidden: boolean; readonly cells: SheetCell[] }

/** Rows count from 1, columns from 0; both ends belong to it. */
export type Area = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: SheetRow[]
  readonly merges: Area[]
  readonly hiddenColumns: Set<number>
  /** What people should know about the sheet, in Chinese. */
  readonly notes: string[]
}

export const emptySheet = (name: string, hidden: boolean): Sheet => ({
  name,
  hidden,
  rows: [],
  merges: [],
  hiddenColumns: new Set(),
  notes: [],
})

/** Columns beyond this hold no form; a single cell far to the right must not make every row as wide. */
export const MOST_COLUMNS = 256
/** Rows and cells of a whole workbook; what lies beyond is left out and said. */
export const MOST_ROWS = 120_000
export const MOST_CELLS = 2_000_000
/** Rows of one sheet: a long list must not keep the forms behind it from being read. */
export const MOST_SHEET_ROWS = 60_000
export const MOST_MERGES = 100_000

/** Comparisons each pass over a sheet may cost; only a hostile one asks for more. */
export const MOST_STEPS = 20_000_000

/** What may still be read of a workbook; counted down while reading. */
export type Allowance = { rows: number; cells: number }

export const fullAllowance = (): Allowance => ({ rows: MOST_ROWS, cells: MOST_CELLS })

/** Remembers a range of hidden columns, as far as columns are read. */
export function hideColumns({ hiddenColumns }: Sheet, from: number, to: number): void {
  for (let column = Math.max(0, from); column <= Math.min(to, MOST_COLUMNS - 1); column++) hiddenColumns.add(column)
}

/** 0 → A, 27 → AB. */
export function columnName(column: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return name
}

/** F12 → its place; null for anything else. */
export function cellPlace(reference: string): { readonly row: number; readonly column: number } | null {
  let column = 0
  let i = 0
  for (; i < reference.length && i < 4; i++) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  const digits = reference.slice(i)
  return i > 0 && /^\d{1,7}$/.test(digits) && digits !== '0' ? { row: Number(digits), column: column - 1 } : null
}
