// Tables whose cells are separated by bars: some programs print | where others print a tab.
import type { Line } from './source-text.ts'
import { withoutSpacing } from './spacing.ts'

const BAR = /[|｜│┃]/
/** |---|:---:| under the headings of a table. */
const RULE = /^[\s|｜│┃:—─━-]+$/

/** Lines of cells between bars as lines of cells between tabs; other text as it is, without blank lines that say nothing. */
export function barsToTabs(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter((line) => line.text.trim() !== '')
  const barred = filled.filter((line) => bars(line.text) >= 2)
  if (barred.length * 3 < filled.length || filled.some((line) => line.text.includes('\t'))) return withoutSpacing(lines)
  return lines.map((line) => (BAR.test(line.text) ? { ...line, text: tabbed(line.text) } : line))
}

const bars = (text: string): number => text.split(BAR, 3).length - 1

function tabbed(text: string): string {
  if (RULE.test(text) && text.includes('-')) return ''
  const cells = text.split(BAR).map((cell) => cell.trim())
  // Bars at both ends frame the row; they border no cell.
  if (cells.length > 2 && cells[0] === '' && cells.at(-1) === '' && /^\s*[|｜│┃]/.test(text))
    return cells.slice(1, -1).join('\t')
  return cells.join('\t')
}
