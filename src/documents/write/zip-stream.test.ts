// Packages written piece by piece: other programs unpack the same text.

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipped } from './zip-stream.ts'

const packed = (parts: readonly { name: string; chunks: readonly string[] }[]): Uint8Array =>
  Buffer.concat([...zipped(parts)])
const unpacked = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]))

it('unpacks to the texts it was made of', () => {
  const part = fc.record({ name: fc.stringMatching(/^[a-z]{1,8}\/表[0-9]{1,4}\.xml$/), chunks: fc.array(fc.string()) })
  fc.assert(
    fc.property(fc.uniqueArray(part, { selector: ({ name }) => name }), (parts) => {
      const texts = Object.fromEntries(parts.map(({ name, chunks }) => [name, chunks.join('')]))
      expect(unpacked(packed(parts))).toEqual(texts)
    }),
  )
})

it('keeps a text of many pieces whole', () => {
  const chunks = Array.from({ length: 300 }, (_, i) => `第${i}块：${'绩效'.repeat(2000)}\n`)
  expect(unpacked(packed([{ name: 'big.xml', chunks }]))['big.xml']).toBe(chunks.join(''))
})

it('hands on what is ready before everything is made', () => {
  let made = 0
  function* chunks(): Generator<string> {
    for (; made < 100; made++) yield '绩'.repeat(100_000)
  }
  const pieces = zipped([{ name: 'a', chunks: chunks() }])
  pieces.next()
  pieces.next()
  expect(made).toBeLessThan(10)
})
