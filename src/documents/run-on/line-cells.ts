// Text with every cell on a line of its own, as web pages are copied: 一级指标, 二级指标, 三级指标 one below the other.
import { isFiller } from '../filler.ts'
import { aspects, dimensions } from '../flow/vocabulary.ts'
import type { Cell } from '../grid.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'
import { columnAt, isAspect, isDimension, labelKinds } from './vocabulary.ts'

/** Headings one below the other that make sure of it. */
const LEAST_HEADINGS = 4
/** Lines below the headings that are looked at for cells beside each other. */
const LOOKED_AT = 80

/** The cells of such a text, wrapped labels joined; null for text whose lines hold more than a cell or less. */
export function lineCells(lines: readonly Line[]): readonly Cell[] | null {
  if (lines.some((line) => line.text.includes('\t'))) return null
  const cells = joinedLabels(lines.filter((line) => !isFiller(line.text)).flatMap(cellOf))
  const at = headingsIn(cells)
  if (at < 0) return null
  const below = cells.slice(at, at + LOOKED_AT)
  const several = below.filter(({ text }) => SEVERAL.test(text.trim())).length
  return several * 8 < below.length ? cells : null
}

/** A number, a sign or a group beside something else: cells of one row on one line. */
const SEVERAL = /[\s\u3000](?:[≥≤=<>]?\s?\d[\d.,]*[%％]?|[\u4e00-\u9fff]{2,6}指标)(?:[\s\u3000]|$)/

/** A line of blanks that is not empty is a cell with nothing in it. */
function cellOf({ line, page, text }: Line): readonly Cell[] {
  if (text.trim() === '') return /[\u00a0\u3000]/.test(text) ? [{ text: '', source: { line, text: '' } }] : []
  const printed = text.trim()
  return [{ text: printed, source: { ...(page === undefined ? {} : { page }), line, text: printed } }]
}

function headingsIn(cells: readonly Cell[]): number {
  let run: string[] = []
  for (const [i, { text }] of cells.entries()) {
    const column = text === '' ? undefined : columnAt(labelKey(text))
    if (column !== undefined) run.push(column)
    else if (text !== '') run = []
    const valued = run.some((at) => at === 'target' || at === 'actual' || at === 'weight')
    if (run.length >= LEAST_HEADINGS && run.includes('name') && valued) return i
  }
  return -1
}

/** A label over two lines, 服务对象 and 满意度指标, and one printed from top to bottom, 产, 出, 指, 标. */
function joinedLabels(cells: readonly Cell[]): readonly Cell[] {
  const joined: Cell[] = []
  for (let at = 0; at < cells.length; ) {
    const count = labelOver(cells, at)
    const of = cells.slice(at, at + count)
    const [first] = of
    if (first === undefined) break
    if (count === 1) joined.push(first)
    else {
      const text = of.map((cell) => cell.text).join('')
      const lineEnd = of.at(-1)?.source.line
      joined.push({ text, source: { ...first.source, ...(lineEnd === undefined ? {} : { lineEnd }), text } })
    }
    at += count
  }
  return joined
}

/** How many cells from `at` on spell one label; 1 where the cell stands for itself. */
function labelOver(cells: readonly Cell[], at: number): number {
  const key = (i: number): string => labelKey(cells[i]?.text ?? '')
  let letters = 0
  while (key(at + letters).length === 1 && /[\u4e00-\u9fff]/.test(key(at + letters))) letters++
  for (let count = letters + 1; count >= 2 && letters >= 2; count--)
    if (isPrinted(wordOf(cells, at, count))) return count
  const [first, next] = [key(at), key(at + 1)]
  if (first === '' || next === '' || first.length + next.length > 24) return 1
  const rest = REST.test(next)
  if (!rest && (isPrinted(first) || !isGroupOf(first + next) || next.length > 6)) return 1
  return isPrinted(first + next) && (rest || !isDimension(first)) ? 2 : 1
}

const wordOf = (cells: readonly Cell[], at: number, count: number): string =>
  cells
    .slice(at, at + count)
    .map(({ text }) => labelKey(text))
    .join('')

/** What is left of a label that was wrapped. */
const REST = /^(?:指标|目标|值|\(万?元\)|\(\d+分\)|\(盖章\)|及编码|及代码|改进措施|和改进措施)$/

const isGroupOf = (key: string): boolean => dimensions.meaning.has(key) || aspects.meaning.has(key)
const isPrinted = (key: string): boolean =>
  isDimension(key) || isAspect(key) || columnAt(key) !== undefined || labelKinds(key).size > 0
