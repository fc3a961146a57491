// What a workbook this program wrote says of itself: its marks, and which row of the form a row of the sheet was.
import { InputProblem } from '../input-problem.ts'
import { takeRowKeys } from '../workbook/row-keys.ts'
import { MARK } from '../write/xlsx-names.ts'
import { walkXml, XmlProblem } from '../xml.ts'
import { unzipCapped } from '../zip.ts'
import { readSheets } from './read-xlsx.ts'

export type WorkbookMarks = {
  readonly marks: Readonly<Record<string, string>>
  /** Row of the sheet, counted from 1 → position in the form's indicators (tasks, …) when it was written. */
  readonly rows: Readonly<Record<string, ReadonlyMap<number, number>>>
}

const ROW_NAME = /^row\.(\w+)\.(\d+)$/
const ROW_RANGE = /!\$[A-Z]+\$(\d+):\$[A-Z]+\$\d+$/

/** No marks where there are none, or where the file is no workbook: what it is then is the reader's to say. */
export function readMarks(bytes: Uint8Array, name: string): WorkbookMarks {
  const marks: Record<string, string> = {}
  const rows: Record<string, Map<number, number>> = {}
  try {
    const parts = unzipCapped(bytes, name, (entry) => entry === 'xl/workbook.xml')
    let current: string | null = null
    let text = ''
    walkXml(parts.get('xl/workbook.xml') ?? new Uint8Array(), {
      open: (tag, attributes) => {
        if (tag !== 'definedName') return
        current = attributes.name ?? null
        text = ''
      },
      text: (piece) => {
        if (current !== null) text += piece
      },
      close: (tag) => {
        if (tag !== 'definedName' || current === null) return
        note(current, text, marks, rows)
        current = null
      },
    })
  } catch (error) {
    if (!(error instanceof XmlProblem || error instanceof InputProblem)) throw error
  }
  return { marks, rows }
}

/** The same of the first form in the workbook by the keys of its rows, which go with them when they are sorted. */
export function readRowKeys(bytes: Uint8Array, name: string): WorkbookMarks['rows'] | null {
  const [sheet] = readSheets(bytes, name).sheets.filter(({ hidden }) => !hidden)
  const keys = sheet === undefined ? [] : [...takeRowKeys(sheet)]
  if (keys.length === 0) return null
  const rows: Record<string, Map<number, number>> = {}
  for (const [at, { table, index }] of keys) rows[table] = (rows[table] ?? new Map<number, number>()).set(at, index)
  return rows
}

function note(
  name: string,
  text: string,
  marks: Record<string, string>,
  rows: Record<string, Map<number, number>>,
): void {
  if (name.startsWith(MARK) && /^".*"$/s.test(text))
    marks[name.slice(MARK.length)] = text.slice(1, -1).replaceAll('""', '"')
  const [, table, position] = ROW_NAME.exec(name) ?? []
  // A row that was deleted leaves a name that points nowhere: #REF!
  const at = ROW_RANGE.exec(text)?.[1]
  if (table === undefined || at === undefined) return
  const ofTable = rows[table] ?? new Map<number, number>()
  rows[table] = ofTable.set(Number(at), Number(position))
}
