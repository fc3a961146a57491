import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Version, versionHash } from './forms.ts'
import { canonical, fingerprint } from './hash.ts'

/** As it is defined, without any regard for speed. */
const defined = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((v) => defined(v ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [key]))
  const fields = value as Readonly<Record<string, unknown>> // neither null nor array
  return `{${keys.sort().map((key) => `${JSON.stringify(key)}:${defined(fields[key])}`)}}`
}

it('writes keys in the order of their signs, numbers, names of the language and absent ones among them', () => {
  expect(canonical({ b: 1, 10: 2, 9: 3, a: undefined, c: [undefined, { z: null, y: '"' }] })).toBe(
    '{"10":2,"9":3,"b":1,"c":[null,{"y":"\\"","z":null}]}',
  )
  expect(canonical(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}')
  expect(canonical(new Date(0))).toBe('"1970-01-01T00:00:00.000Z"')
})

it('writes any value as defined, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(value)).toBe(defined(value))
    }),
  )
})

it('gives a version the hash of all it says, in whichever pieces it is written', () => {
  const text = fc.option(fc.string())
  const parts = { region: fc.string(), formId: fc.string(), previousHash: text, reason: fc.string(), documentId: text }
  const numbers = { year: fc.nat(), number: fc.nat(), position: fc.option(fc.nat()) }
  const rest = {
    form: fc.dictionary(fc.string(), fc.jsonValue()),
    savedAt: fc.date({ noInvalidDate: true }),
    savedBy: text,
  }
  fc.assert(
    fc.property(fc.record({ ...parts, ...numbers, ...rest }), (said) => {
      const version = said as unknown as Version // any form will do
      expect(versionHash(version)).toBe(fingerprint(version))
      expect(versionHash(version, Buffer.from(canonical(version.form)))).toBe(fingerprint(version))
    }),
  )
})
