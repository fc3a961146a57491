// What a page prints around its text: running heads, footers and page numbers.
import { layouts } from '../../kernel/layout/index.ts'
import { labelKey } from '../text.ts'
import { titleIn } from '../title.ts'
import type { Block, LineBlock } from './block.ts'

/** Shares of the page's height in which running heads and page numbers stand. */
const HEAD = 0.12
const FOOT = 0.88

const PAGE_NUMBER =
  /^[-—–―~·•.\s]*(?:第?\d{1,4}页?(?:[/，,、]?共?\d{1,4}页?)?|第[一二三四五六七八九十百]{1,5}页|[ivxIVX]{1,6})[-—–―~·•.\s]*$/

/** The pages' blocks without page numbers and without lines that stand on many pages at the same height. */
export function withoutFurniture(pages: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const line of page.filter(isAtEdge)) {
      const key = placeKey(line)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const least = Math.max(2, Math.min(3, pages.length))
  const isRepeated = (line: LineBlock): boolean => {
    const [text = '', height = '0'] = placeKey(line).split('\n')
    const near = [-1, 0, 1].map((step) => counts.get(`${text}\n${Number(height) + step}`) ?? 0)
    return near.reduce((sum, count) => sum + count, 0) >= least
  }
  return pages.map((page) => page.filter((block) => !isAtEdge(block) || !isFurniture(block, isRepeated)))
}

const isAtEdge = (block: Block): block is LineBlock =>
  block.kind === 'line' && (block.bottom < block.height * HEAD || block.top > block.height * FOOT)

const textOf = (line: LineBlock): string => line.parts.map((part) => part.text).join('')

/** Points within which the heights of two pages' lines are the same. */
const STEP = 4

const placeKey = (line: LineBlock): string =>
  `${labelKey(textOf(line)).replace(/\d+/g, '#')}\n${Math.round(line.top / STEP)}`

function isFurniture(line: LineBlock, isRepeated: (line: LineBlock) => boolean): boolean {
  const text = textOf(line)
  if (PAGE_NUMBER.test(labelKey(text))) return true
  return isRepeated(line) && !isOfForm(text)
}

/** Every form has its title, year and unit, often at the top of its page. */
const isOfForm = (text: string): boolean =>
  titleIn(text, layouts) !== null || /^[（(]?\s*\d{4}\s*年|单位|[万亿]?元[)）]?$|^\d{6}/.test(text.trim())
