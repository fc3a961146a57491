import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mistakeAt } from './mistake-at.ts'

it.each([
  ['{"a": [1, 2}', 11],
  ['{"a": 1,}', 8],
  ['[1,,2]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['["开', 1],
  ['[01]', 2],
  ['[1] 2', 4],
  ["['a']", 1],
  ['{"a": "第\n行"}', 6],
])('%s at %i', (text, at) => expect(mistakeAt(text)).toBe(at))

it('is the end of every JSON text, and of every one that is cut off between its parts', () => {
  fc.assert(fc.property(fc.json(), (text) => mistakeAt(text) === text.length))
  // Signs JSON allows within quotes, though they cannot be seen.
  expect(mistakeAt('["\u007f\u0085"]')).toBe(6)
  expect(mistakeAt('{"a": ')).toBe(6)
})

it('lies within every text the engine refuses', () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}[],:"x1 ')).map(([text, n, sign]) => {
    const at = n % text.length
    return text.slice(0, at) + sign + text.slice(at + 1)
  })
  fc.assert(fc.property(damaged, (text) => parses(text) || mistakeAt(text) <= text.length))
  fc.assert(fc.property(damaged, (text) => !parses(text) || mistakeAt(text) === text.length))
})
