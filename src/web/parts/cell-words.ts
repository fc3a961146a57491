// What people call a place of the form: 第3行 年度指标值, 绩效指标, 第2行.
import { cellLabel, tables } from '../../kernel/form/cells.ts'
import { placeOf } from '../../kernel/form/type-in.ts'

const tableWords = { funds: '项目资金', tasks: '年度主要任务', indicators: '绩效指标' } as const
const inOthers = { funds: '资金', tasks: '任务', indicators: '' } as const

/** '' = the form as a whole. */
export function labelOf(path: string): string {
  if (path === '') return '整张表'
  const place = placeOf(path)
  if (place) return `${rowWords(place.table, place.index)} ${cellLabel(place.name, place.table)}`
  const table = tables.find((one) => path === one || path.startsWith(`${one}[`))
  if (table === undefined) return path === 'goals' ? '绩效目标' : cellLabel(path)
  const index = /\[(\d+)\]$/.exec(path)?.[1]
  return index === undefined ? tableWords[table] : rowWords(table, Number(index))
}

/** Rows of indicators are what one speaks of; those of other tables are told apart from them. */
const rowWords = (table: (typeof tables)[number], index: number): string => `${inOthers[table]}第${index + 1}行`
