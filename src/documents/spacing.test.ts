import { expect, it } from 'vitest'
import { linesOf } from './lines.ts'
import { withoutSpacing } from './spacing.ts'

const rows = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `第${i}格`)
const kept = (text: string): readonly string[] => withoutSpacing(linesOf(text)).map((line) => line.text)

it('leaves blank lines out where one stands between all lines, and keeps the numbers of the others', () => {
  const lines = withoutSpacing(linesOf(rows(30).join('\n\n')))
  expect(lines.map((line) => line.text)).toEqual(rows(30))
  expect(lines[2]?.line).toBe(5)
})

it('takes lines of blanks for blank ones', () => expect(kept(rows(30).join('\n \u00a0\n'))).toEqual(rows(30)))

it('keeps blank lines that part something, and those of a short text', () => {
  const parted = [...rows(20), '', ...rows(20)].join('\n')
  expect(kept(parted)).toContain('')
  expect(kept(rows(5).join('\n\n'))).toContain('')
})
