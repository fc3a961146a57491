import { describe, expect, it } from 'vitest'
import { linesOf } from '../lines.ts'
import { atomsOf, cellText, sourceOf } from './atoms.ts'

const atoms = (text: string) => atomsOf(linesOf(text))

describe('pieces of text between blanks', () => {
  it('know what stands before them', () => {
    expect(atoms('甲 乙\n丙\n\n丁\n\n\n\n戊').map((atom) => [atom.text, atom.gap])).toEqual([
      ['甲', 'line'],
      ['乙', 'space'],
      ['丙', 'line'],
      ['丁', 'blank'],
      ['戊', 'page'],
    ])
  })
  it('are parted by full-width and no-break spaces as well', () =>
    expect(atoms('\u3000甲\u00a0乙').map((atom) => atom.text)).toEqual(['甲', '乙']))
  it('come without the numbers of pages', () => {
    for (const number of ['- 2 -', '—2—', '第 2 页', '第2页 共9页'])
      expect(atoms(`甲\n${number}\n乙`).map((atom) => [atom.text, atom.gap])).toEqual([
        ['甲', 'line'],
        ['乙', 'page'],
      ])
  })
  it('keep a number that stands alone in a table', () => expect(atoms('甲\n2\n乙')).toHaveLength(3))
  it('begin a page after a form feed', () =>
    expect(atoms('甲\n\f乙').map((atom) => atom.gap)).toEqual(['line', 'page']))
})

describe('a cell of several pieces', () => {
  it('is joined without the breaks of wrapping, blanks inside kept', () =>
    expect(cellText(atoms('新增 LED 屏\n\n数量'))).toBe('新增 LED 屏数量'))
  it('stands where its first and last piece stand', () =>
    expect(sourceOf(atoms('\n≥2(个工作\n\n日)'))).toEqual({ line: 2, lineEnd: 4, text: '≥2(个工作\n\n日)' }))
  it('stands nowhere when it is empty', () => expect(sourceOf([])).toBeUndefined())
})
