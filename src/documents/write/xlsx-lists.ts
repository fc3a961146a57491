// What may be chosen in a cell: the words the forms use, offered but never forced, and numbers where points are given.
import type { PrintCell, PrintRow } from './printout.ts'
import { columnName } from './xlsx-names.ts'
import { xmlText } from './xml.ts'

const LISTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^indicators\[\d+\]\.nature$/, ['定量', '定性']],
  [/^indicators\[\d+\]\.direction$/, ['大于', '大于等于', '等于', '小于等于', '小于']],
  [/^grade$/, ['优', '良', '中', '差']],
]
const TIERS = ['达成指标', '部分达成指标并具有一定效果', '未达成指标且效果较差']
const POINTS = /^(indicators|funds)\[\d+\]\.(weight|score)$/

/** `<dataValidations>` of a sheet, '' where it has none; `at` gives the row of the sheet, counted from 1. */
export function validationsXml(
  rows: readonly PrintRow[],
  isQualitative: (path: string) => boolean,
  at: (row: number) => number,
): string {
  const ranges = new Map<string, string[]>()
  const add = (rule: string, cell: PrintCell): void => {
    const place = `${columnName(cell.col)}${at(cell.row)}`
    const known = ranges.get(rule)
    if (known === undefined) ranges.set(rule, [place])
    else known.push(place)
  }
  for (const cell of rows.flat()) {
    if (cell.path === null) continue
    const list = LISTS.find(([path]) => path.test(cell.path ?? ''))?.[1]
    if (list !== undefined) add(listRule(list), cell)
    else if (cell.format === 'actual' && isQualitative(cell.path)) add(listRule(TIERS), cell)
    else if (POINTS.test(cell.path)) add(POINTS_RULE, cell)
  }
  if (ranges.size === 0) return ''
  const each = [...ranges].map(([rule, places]) => rule.replace('{places}', places.join(' ')))
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

const listRule = (words: readonly string[]): string =>
  `<dataValidation type="list" allowBlank="1" sqref="{places}"><formula1>"${xmlText(words.join(','))}"</formula1></dataValidation>`

const POINTS_RULE =
  '<dataValidation type="decimal" errorStyle="warning" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" ' +
  'errorTitle="分值" error="分值和得分应为不小于0的数字" sqref="{places}"><formula1>0</formula1></dataValidation>'
