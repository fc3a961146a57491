// Tables on pages: what stays together, what is printed again, and where a row taller than a page is torn.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laidOut } from './flow.ts'
import type { LaidPage } from './page.ts'
import type { Repeat, TableCell } from './table.ts'

const cell = (row: number, col: number, text: string, more: Partial<TableCell> = {}): TableCell => ({
  row,
  col,
  rowSpan: 1,
  colSpan: 1,
  text,
  align: 'left',
  ...more,
})

/** A table of two columns, 80 and 400 points wide. */
function pagesOf(rows: readonly (readonly TableCell[])[], repeats: readonly Repeat[] = []): readonly LaidPage[] {
  const table = { kind: 'table', widths: [80, 400], size: 10, leastRow: 20, rows, repeats } as const
  return [...laidOut([{ kind: 'page', orientation: 'portrait' }, table])]
}

const words = (page: LaidPage | undefined): string[] =>
  (page?.texts ?? []).map(({ text }) => text).filter((text) => text !== '')

/** A text of so many lines in the second column. */
const long = (lines: number, sign = '文'): string => sign.repeat(39 * lines)
const plain = (count: number, text = (row: number): string => `第${row}行`): TableCell[][] =>
  Array.from({ length: count }, (_, row) => [cell(row, 0, `${row}`), cell(row, 1, text(row))])

const HEADINGS: readonly Repeat[] = [{ heading: 0, headings: 1, end: 1000 }]

describe('a table longer than a page', () => {
  it('prints every row once, and its headings on every page', () => {
    const pages = pagesOf([[cell(0, 0, '序号'), cell(0, 1, '名称')], ...plain(101).slice(1)], HEADINGS)
    expect(pages).toHaveLength(3)
    for (const page of pages) expect(words(page).slice(0, 2)).toEqual(['序号', '名称'])
    expect(pages.flatMap((page) => words(page).filter((text) => text.startsWith('第')))).toHaveLength(100)
  })

  it('moves a row that does not fit, whole', () => {
    const rows = plain(40, (row) => (row === 30 ? long(12) : '短'))
    const pages = pagesOf(rows)
    const counts = pages.map((page) => words(page).filter((text) => text.startsWith('文')).length)
    expect(counts).toEqual([0, 12])
  })

  it('does not leave the headings alone at the foot of a page, nor a last row alone on one', () => {
    for (let before = 30; before < 40; before++) {
      const rows = plain(before + 8)
      const repeats = [{ heading: before, headings: 1, end: rows.length }]
      for (const page of pagesOf(rows, repeats)) {
        const printed = words(page)
        expect(printed.at(-2), String(before)).not.toBe(String(before))
        expect(printed.length, String(before)).toBeGreaterThan(4)
      }
    }
  })

  it('prints the text of a merged cell again where its rows go on', () => {
    const group = cell(0, 0, '数量指标', { rowSpan: 60, repeated: true })
    const rows = plain(60).map((row, r) => (r === 0 ? [group, ...row.slice(1)] : row.slice(1)))
    for (const page of pagesOf(rows)) expect(words(page).filter((text) => text === '数量指标')).toHaveLength(1)
  })

  it('keeps the rows of a label together', () => {
    const label = cell(30, 0, '资金', { rowSpan: 8, kept: true })
    const rows = plain(60).map((row, r) =>
      r === 30 ? [label, ...row.slice(1)] : r > 30 && r < 38 ? row.slice(1) : row,
    )
    const [first] = pagesOf(rows)
    expect(words(first)).not.toContain('资金')
    expect(words(first).at(-1)).toBe('第29行')
  })

  it('makes room for a merged text that is longer than its rows', () => {
    const rows = [[cell(0, 0, '满意度指标'.repeat(9), { rowSpan: 2 }), cell(0, 1, '一')], [cell(1, 1, '二')]]
    const [page] = pagesOf(rows)
    const box = page?.boxes.find(({ right, left }) => Math.abs(right - left - 80) < 0.1)
    const lowest = Math.max(...(page?.texts ?? []).map(({ y }) => y))
    expect((box?.bottom ?? 0) - lowest).toBeGreaterThan(0)
  })
})

describe('a row taller than a page', () => {
  const torn = (above: number, lines: number): number[] => {
    const rows = [...plain(above), [cell(above, 0, '名称'), cell(above, 1, long(lines))]]
    const counts = pagesOf(rows).map((page) => words(page).filter((text) => text.startsWith('文')).length)
    return counts.filter((count) => count > 0)
  }

  it('begins where there is room, and at least three of its lines are on every page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 54, max: 170 }), (above, lines) => {
        const counts = torn(above, lines)
        expect(counts.reduce((a, b) => a + b, 0)).toBe(lines)
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
      }),
    )
    expect(torn(10, 60)).toHaveLength(2)
  })

  it('begins on the page of the headings that stay with it', () => {
    for (let above = 28; above < 40; above++) {
      const label = cell(above, 0, '总体目标', { rowSpan: 2, kept: true })
      const rows = [...plain(above), [label, cell(above, 1, '实际完成')], [cell(above + 1, 1, long(60))]]
      const page = pagesOf(rows).find((each) => words(each).includes('实际完成'))
      expect(words(page).filter((text) => text.startsWith('文')).length, String(above)).toBeGreaterThanOrEqual(3)
    }
  })

  it('has its short cells whole on its first page', () => {
    const rows = [...plain(33), [cell(33, 0, '很长的指标名称分成好几行'.repeat(3)), cell(33, 1, long(60))]]
    const pages = pagesOf(rows)
    const names = pages.map((page) => words(page).filter((text) => /很长|分成|指标|名称/.test(text)).length)
    expect(names.filter((count) => count > 0)).toHaveLength(1)
  })
})

it('prints a figure wider than its cell smaller instead of tearing it', () => {
  const [page] = pagesOf([[cell(0, 0, '123456789012345.67'), cell(0, 1, '元')]])
  expect(words(page)).toEqual(['123456789012345.67', '元'])
  expect(page?.texts[0]?.size).toBeLessThan(10)
})

it('lays out whatever it is given on pages, with nothing beside the paper', () => {
  const text = fc.array(fc.constantFrom('办', '理', 'a', '9', '，', '（', '\n', ' ', '𬭎'), { maxLength: 400 })
  const row = fc.tuple(text, fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), (given) => {
      let covered = 0
      const rows = given.map(([signs, span], r) => {
        const own = [cell(r, 1, signs.join(''))]
        if (covered-- > 0) return own
        const rowSpan = Math.min(span, given.length - r)
        covered = rowSpan - 1
        return [cell(r, 0, '指标名称', { rowSpan, repeated: true }), ...own]
      })
      const all = pagesOf(rows).flatMap((page) => page.texts)
      const printed = all.filter(({ x }) => x > 130).map(({ text }) => text)
      expect(printed.join('')).toBe(
        given
          .map(([signs]) => signs.join(''))
          .join('')
          .replaceAll('\n', ''),
      )
      for (const { y } of all) expect(y).toBeLessThan(842 - 56)
    }),
  )
})
