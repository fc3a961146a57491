import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { draw, layoutFor } from '../../kernel/layout/draw.ts'
import { farNeighbour, neighbour, nextMarked } from './sheet-moves.ts'

const { forms } = JSON.parse(readFileSync('test/golden/001.json', 'utf8')) as { forms: Form[] }
const [form] = forms
const layout = form && layoutFor(form)
if (!form || !layout) throw new Error('001 has a form with a layout')
const sheet = draw(layout, form)
const from = (path: string, key: string) => neighbour(sheet, path, key)

describe('an arrow key', () => {
  it('goes to the cell beside, over labels', () => {
    expect(from('department.name', 'ArrowRight')).toBe('unit.name')
    expect(from('unit.name', 'ArrowLeft')).toBe('department.name')
  })

  it('goes down a column and back', () => {
    expect(from('indicators[0].target', 'ArrowDown')).toBe('indicators[1].target')
    expect(from('indicators[1].target', 'ArrowUp')).toBe('indicators[0].target')
  })

  it('enters a merged cell from each of its rows and leaves it below its last', () => {
    expect(from('indicators[1].aspect', 'ArrowLeft')).toBe('indicators[0].dimension')
    expect(from('indicators[0].dimension', 'ArrowRight')).toBe('indicators[0].aspect')
    expect(from('indicators[0].dimension', 'ArrowDown')).toMatch(/^indicators\[[2-9]\]\.dimension$/)
  })

  it('stays at the edge, and other keys lead nowhere', () => {
    expect(from('project.name', 'ArrowUp')).toBeUndefined()
    expect(from('project.name', 'ArrowLeft')).toBeUndefined()
    expect(from('project.name', 'Home')).toBeUndefined()
    expect(from('no such cell', 'ArrowDown')).toBeUndefined()
  })

  it('reaches every cell of every form from every other', () => {
    for (const one of forms) {
      const drawn = draw(layout, one)
      const all = new Set(drawn.rows.flatMap((row) => row.flatMap((cell) => (cell.path === null ? [] : [cell.path]))))
      const reached = new Set(['project.name'])
      for (const path of reached)
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const next = neighbour(drawn, path, key)
          if (next !== undefined) reached.add(next)
        }
      expect([...all].filter((path) => !reached.has(path))).toEqual([])
    }
  })
})

describe('the next marked cell', () => {
  const order = ['a', 'b', 'c', 'd', 'e']
  const next = (path: string | null, step: 1 | -1) => nextMarked(['b', 'd'], order, path, step)

  it('is the one after (before) the chosen one in reading order', () => {
    expect(next('a', 1)).toBe('b')
    expect(next('b', 1)).toBe('d')
    expect(next('c', -1)).toBe('b')
  })

  it('goes round the end', () => {
    expect(next('e', 1)).toBe('b')
    expect(next('a', -1)).toBe('d')
  })

  it('begins at the first, backwards at the last, where none is chosen', () => {
    expect(next(null, 1)).toBe('b')
    expect(next(null, -1)).toBe('d')
  })

  it('is none where nothing is marked', () => {
    expect(nextMarked([], order, 'a', 1)).toBeUndefined()
  })
})

describe('a key that goes further', () => {
  const rows = Array.from({ length: 20 }, (_, i) => ({
    ...form.indicators[i % form.indicators.length],
    name: `第${i}项`,
  }))
  const long = draw(layout, { ...form, indicators: rows as Form['indicators'] }) // the form has indicators
  const fields = long.rows.flat().flatMap(({ path }) => path ?? [])
  const far = (path: string, key: string, control = false) => farNeighbour(long, path, key, control)

  it('goes to the ends of the row, and with Ctrl of the form', () => {
    expect(neighbour(long, far('indicators[3].target', 'Home') ?? '', 'ArrowLeft')).toBeUndefined()
    expect(far('indicators[3].name', 'End')).toMatch(/^indicators\[3\]\./)
    expect(neighbour(long, far('indicators[3].name', 'End') ?? '', 'ArrowRight')).toBeUndefined()
    expect(far('indicators[3].name', 'Home', true)).toBe(fields[0])
    expect(far('indicators[3].name', 'End', true)).toBe(fields.at(-1))
  })

  it('goes over a page, and no further than the form', () => {
    expect(far('indicators[0].name', 'PageDown')).toBe('indicators[15].name')
    expect(far('indicators[18].name', 'PageUp')).toBe('indicators[3].name')
    expect(neighbour(long, far('indicators[19].name', 'PageDown') ?? '', 'ArrowDown')).toBeUndefined()
  })

  it('goes with Ctrl to where filled and empty cells meet', () => {
    const gap = rows.map((row, i) => (i === 3 || i === 4 ? { ...row, name: null } : row))
    const drawn = draw(layout, { ...form, indicators: gap as Form['indicators'] }) // as above
    const down = (path: string) => farNeighbour(drawn, path, 'ArrowDown', true)
    expect(down('indicators[0].name')).toBe('indicators[2].name')
    expect(down('indicators[2].name')).toBe('indicators[5].name')
    expect(farNeighbour(drawn, 'indicators[5].name', 'ArrowUp', true)).toBe('indicators[2].name')
    expect(farNeighbour(drawn, 'indicators[5].name', 'ArrowUp', false)).toBeUndefined()
  })
})
