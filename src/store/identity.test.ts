import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formWith, indicator, threeRows } from '../kernel/form/forms.test-kit.ts'
import { canonical } from './hash.ts'
import { contentHash, writtenForm } from './identity.ts'

const text = fc.option(fc.string({ unit: 'grapheme' }))
const remarks = fc.option(fc.dictionary(fc.string(), fc.string()), { nil: undefined })
const row = fc
  .record({ key: fc.option(fc.string(), { nil: undefined }), remarks, deviation: text, goal: fc.string() })
  .map((said) => indicator('', '印制宣传海报', '≥20次', said))
const task = fc.record({
  ...{ key: fc.option(fc.string(), { nil: undefined }), remarks },
  ...{ name: text, plan: text, content: text, completion: text },
})
const aside = fc.record(
  {
    layout: fc.string(),
    remarks,
    sources: fc.dictionary(fc.string(), fc.record({ text: fc.string(), line: fc.nat() })),
    doubts: fc.array(fc.record({ path: text, message: fc.string() })),
  },
  { requiredKeys: [] },
)
const forms = fc
  .record({ indicators: fc.array(row, { maxLength: 4 }), tasks: fc.array(task, { maxLength: 3 }), aside })
  .map(({ indicators, tasks, aside }) => ({ ...formWith(...indicators), ...aside, tasks }))

it('writes a form at once as it is defined: its text, and the hash of its content', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const before = structuredClone(form)
      expect(writtenForm(form)).toEqual({ text: canonical(form), content: contentHash(form) })
      expect(form).toEqual(before)
    }),
  )
})

it('gives equal content one hash, whatever the keys of its rows and wherever it was read', () => {
  const { content } = writtenForm(threeRows)
  const unkeyed = threeRows.indicators.map((one) => ({ ...one, key: undefined }))
  const read = { ...threeRows, indicators: unkeyed, layout: 'national-target', doubts: [], sources: {} }
  expect(writtenForm(read).content).toBe(content)
  expect(writtenForm({ ...threeRows, grade: '优' }).content).not.toBe(content)
  expect(writtenForm({ ...threeRows, indicators: threeRows.indicators.toReversed() }).content).not.toBe(content)
})
