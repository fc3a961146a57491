// Files with some bytes changed, moved or cut off: read in part or refused, never a crash.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { InputProblem } from './input-problem.ts'
import { readDocument } from './read-document.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`../../test/golden/files/${name}`, import.meta.url))

/** Where (a share of the file's length) and how it is damaged. */
const damage = fc.record({
  kind: fc.constantFrom('change', 'copy', 'zero', 'cut'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 64 }),
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let result = Uint8Array.from(bytes)
  for (const { kind, at, from, length } of damages) {
    const [to, source] = [at, from].map((share) => Math.floor(share * result.length))
    if (to === undefined || source === undefined) continue
    if (kind === 'cut') result = result.slice(0, Math.max(to, 1))
    else if (kind === 'zero') result.fill(0, to, to + length)
    else if (kind === 'copy') result.copyWithin(to, source, source + length)
    else result[to] = length * 4
  }
  return result
}

/** Reads in part or refuses; anything else fails the test. */
async function readOrRefuse(bytes: Uint8Array): Promise<void> {
  try {
    expect((await readDocument(bytes, '表')).forms.length).toBeGreaterThan(0)
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem
    expect(problem.message).toMatch(/^表：[^\n]+$/)
  }
}

it.each(['000-word.docx', '001-word97.doc', '000.html', '000-gbk.html'])('%s with damaged bytes', async (name) => {
  const bytes = file(name)
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 6 }), async (damages) =>
      readOrRefuse(damaged(bytes, damages)),
    ),
    { numRuns: 60 },
  )
})

it('a Word document whose XML was torn apart and closed again', async () => {
  const parts = unzipSync(file('edge.docx'))
  const tags = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).split(/(?=<)/)
  const move = fc.record({ take: fc.nat(tags.length - 1), put: fc.nat(tags.length - 1) })
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
      const torn = [...tags]
      for (const { take, put } of moves) torn.splice(put, 0, ...torn.splice(take, 1))
      await readOrRefuse(zipSync({ ...parts, 'word/document.xml': strToU8(closed(torn.join(''))) }))
    }),
    { numRuns: 150 },
  )
})

/** Closes what is left open, drops what closes nothing: sound XML, but no sound document. */
function closed(xml: string): string {
  const open: string[] = []
  const body = xml.replace(/<(\/?)([\w:]+)[^>]*?(\/?)>/g, (tag, closing: string, name: string, empty: string) => {
    if (empty !== '' || tag.startsWith('<?')) return tag
    if (closing === '') {
      open.push(name)
      return tag
    }
    const at = open.lastIndexOf(name)
    return at < 0
      ? ''
      : open
          .splice(at)
          .reverse()
          .map((left) => `</${left}>`)
          .join('')
  })
  return (
    body +
    open
      .reverse()
      .map((left) => `</${left}>`)
      .join('')
  )
}
