import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeCategories, parseProjectCode } from './project-code.ts'

it.each([
  ['51092324T000010263357', { region: '510923', year: 2024, category: '特定目标类', serial: '000010263357' }],
  ['51000021R000000019951', { region: '510000', year: 2021, category: '人员类', serial: '000000019951' }],
])('%s is read by its parts', (code, parts) => {
  expect(parseProjectCode(code)).toEqual(parts)
})

it.each([
  ['51092324T00001026335', '20位，应为21位'],
  ['510923240000010263357', '区划6位'],
  ['51092324X000010263357', '类别字母“X”'],
  ['５1092324T000010263357', '区划6位'],
])('%s is refused with the reason', (code, words) => {
  expect(parseProjectCode(code)).toEqual({ wrong: expect.stringContaining(words) })
})

it('any code put together from valid parts is read back', () => {
  const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))
  fc.assert(
    fc.property(digits(6), digits(2), fc.constantFrom(...Object.keys(codeCategories)), digits(12), (r, y, c, s) => {
      expect(parseProjectCode(r + y + c + s)).toMatchObject({ region: r, year: 2000 + Number(y), serial: s })
    }),
  )
})
