import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { draw } from '../../kernel/layout/draw.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { chunksOf } from './chunks.ts'

const layout = layouts.find(({ id }) => id === 'shanghai-self-evaluation')
if (!layout) throw new Error('the layout is gone')
const drawn = (groups: readonly number[]) =>
  draw(layout, {
    ...blankForm('project-self-evaluation'),
    indicators: groups.flatMap((length, g) =>
      Array.from({ length }, (_, i) => ({
        ...blankIndicator,
        dimension: `组${g}`,
        aspect: '数量指标',
        name: `${g}.${i}`,
      })),
    ),
  })

it('every piece covers the whole width in every row, and every text stands once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 6 }), (groups) => {
      const sheet = drawn(groups)
      const chunks = chunksOf(sheet)
      const texts = (rows: typeof sheet.rows) =>
        rows
          .flat()
          .flatMap(({ text }) => (text ? [text] : []))
          .toSorted()
      expect(chunks.flatMap(({ rows }) => texts(rows)).toSorted()).toEqual(texts(sheet.rows))
      for (const { from, rows } of chunks)
        rows.forEach((_, r) => {
          const covering = rows.flat().filter(({ row, rowSpan }) => row <= from + r && from + r < row + rowSpan)
          expect(covering.reduce((sum, { colSpan }) => sum + colSpan, 0)).toBe(sheet.widths.length)
        })
    }),
    { numRuns: 30 },
  )
})
