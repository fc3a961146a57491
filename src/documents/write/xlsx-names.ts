// Names in a workbook: legal, unique sheet names, and hidden names by which a program finds the fields again.
import type { PrintCell, Printout, PrintRow } from './printout.ts'

/** `range` belongs to the sheet with this number, counted from 0. */
export type DefinedName = { readonly name: string; readonly sheet: number; readonly range: string }

/** What the names of marks begin with. */
export const MARK = 'hengji.'

const LONGEST = 31

/** Names for the sheets of one workbook: no forbidden sign, at most 31 characters, no two alike whatever their case. */
export function sheetNames(): (wanted: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (wanted) => {
    const clean = wanted
      .replace(/[\p{Cc}\p{Surrogate}[\]:*?/\\]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const plain = cut(clean.replace(/^'+|'+$/g, ''), LONGEST) || '绩效表'
    // Excel keeps this name for itself.
    const base = /^history$/i.test(plain) ? `${plain}_` : plain
    let name = base
    let n = next.get(base.toLowerCase()) ?? 2
    for (; taken.has(name.toLowerCase()); n++) name = `${cut(base, LONGEST - `(${n})`.length)}(${n})`
    next.set(base.toLowerCase(), n)
    taken.add(name.toLowerCase())
    return name
  }
}

/** At most so many UTF-16 units, never half a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const sign of text) {
    if (kept.length + sign.length > length) break
    kept += sign
  }
  return kept.trimEnd().replace(/'+$/, '')
}

export const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)

/**
 * Names move with their cells when rows are added or sheets are edited. A single field has its own: field.project.name.
 * A cell of a table stands where the name of its row (row.indicators.3) crosses that of its column (column.indicators.target).
 */
export function fieldNames(
  print: Printout,
  sheet: string,
  at: (row: number) => number,
): readonly Omit<DefinedName, 'sheet'>[] {
  const where = `'${sheet.replaceAll("'", "''")}'!`
  const place = (cell: PrintCell): string => `$${columnName(cell.col)}$${at(cell.row)}`
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const note = (field: string, range: string): void => {
    const name = legalName(field)
    // Excel takes two names for the same whatever their case.
    if (name.length > LONGEST_NAME || taken.has(name.toLowerCase())) return
    taken.add(name.toLowerCase())
    names.set(name, where + range)
  }
  const last = columnName(print.widths.length - 1)
  const across = print.rows.some(holdsSeveralFunds)
  for (const cell of print.rows.flat()) {
    if (cell.path === null) continue
    const [, table, row, column] = IN_TABLE.exec(cell.path) ?? []
    if (table === undefined) note(`field.${cell.path}`, place(cell))
    else if (across && table === 'funds') note(`field.${table}.${row}.${column}`, place(cell))
    else {
      note(`row.${table}.${row}`, `$A$${at(cell.row)}:$${last}$${at(cell.row)}`)
      note(`column.${table}.${column}`, `$${columnName(cell.col)}:$${columnName(cell.col)}`)
    }
  }
  return [...names].map(([name, range]) => ({ name, range }))
}

const LONGEST_NAME = 255

/** Names hold letters, digits, dots and underscores; any other sign of a remark's label stands as its number: _x3001_. */
const legalName = (field: string): string =>
  field.replace(/[^\p{L}\p{N}_.]/gu, (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`)

const IN_TABLE = /^(funds|tasks|indicators)\[(\d+)\]\.(.+)$/

/** Money printed side by side: several rows of the form on one row of the sheet. */
function holdsSeveralFunds(row: PrintRow): boolean {
  const funds = row.flatMap(({ path }) => /^funds\[\d+\]/.exec(path ?? '') ?? [])
  return new Set(funds).size > 1
}
