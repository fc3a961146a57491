// Workbooks with bytes changed, inside and outside of their packages: read in part or refused, never a crash.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { InputProblem } from '../input-problem.ts'
import { readDocument } from '../read-document.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`../../../test/golden/files/${name}`, import.meta.url))

/** Where (a share of the length) and what is written there; or where the file ends. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
})
type Change = { readonly at: number; readonly bytes: Uint8Array }

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const result = Uint8Array.from(bytes)
  for (const { at, bytes: put } of changes) {
    const from = Math.floor(at * result.length)
    result.set(put.subarray(0, result.length - from), from)
  }
  return result
}

async function readOrRefuse(bytes: Uint8Array): Promise<void> {
  try {
    expect((await readDocument(bytes, '表')).forms.length).toBeGreaterThan(0)
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem
    expect(problem.message).toMatch(/^表：[^\n]+$/)
  }
}

const changes = fc.array(change, { minLength: 1, maxLength: 12 })

it.each(['000-excel.xls', 'feature.xls', 'feature.xlsx'])('%s with damaged bytes', async (name) => {
  const bytes = file(name)
  const cut = fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { freq: 4, nil: 1 })
  const damage = fc.tuple(changes, cut)
  await fc.assert(
    fc.asyncProperty(damage, ([where, end]) =>
      readOrRefuse(changed(bytes, where).subarray(0, Math.ceil(bytes.length * end))),
    ),
    { numRuns: 100 },
  )
})

it.each(['000-excel.xlsx', 'feature.xlsx'])('%s with damaged parts', async (name) => {
  const parts = Object.entries(unzipSync(file(name))).filter(([, bytes]) => bytes.length > 0)
  await fc.assert(
    fc.asyncProperty(fc.nat(parts.length - 1), changes, async (which, where) => {
      const [part = '', bytes = new Uint8Array()] = parts[which] ?? []
      await readOrRefuse(zipSync({ ...Object.fromEntries(parts), [part]: changed(bytes, where) }, { level: 0 }))
    }),
    { numRuns: 100 },
  )
})
