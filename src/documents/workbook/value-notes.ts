// What people should know about cells that show no value of their own or are left out.
import { columnName, MOST_COLUMNS } from './sheet.ts'

const listed = (places: readonly string[]): string =>
  places.slice(0, 5).join('、') + (places.length > 5 ? ` 等 ${places.length} 处` : '')

export type OddCells = {
  /** Formulas without a stored result. */
  readonly unsaved: string[]
  /** Cells that show #DIV/0! and the like, with what they show. */
  readonly errors: string[]
  /** Cells whose text is not among the shared texts. */
  readonly lost: string[]
}

export const noOddCells = (): OddCells => ({ unsaved: [], errors: [], lost: [] })

/** The places are those of one sheet: F12. */
export function valueNotes(sheet: string, { unsaved, errors, lost }: OddCells): readonly string[] {
  const notes: string[] = []
  if (unsaved.length > 0)
    notes.push(`工作表“${sheet}”的 ${listed(unsaved)} 是公式但没有保存结果，未读入；请用 Excel 或 WPS 打开后保存再试`)
  if (errors.length > 0) notes.push(`工作表“${sheet}”的 ${listed(errors)} 是公式错误`)
  if (lost.length > 0) notes.push(`工作表“${sheet}”的 ${listed(lost)} 文字在文件里缺失，未读入`)
  return notes
}

export const tooWideNote = (sheet: string): string =>
  `工作表“${sheet}”${columnName(MOST_COLUMNS - 1)} 列以后的内容未读入`
