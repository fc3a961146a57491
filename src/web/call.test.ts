import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { check } from '../api/check.ts'

beforeAll(() => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
})

afterAll(() => vi.unstubAllGlobals())

async function refusedWith(change: (file: string) => void): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'hengji-call-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, '表.xlsx')
  writeFileSync(file, 'before')
  const bytes = await openAsBlob(file)
  change(file)
  const { call, Refusal } = await import('./call.ts')
  const error: unknown = await call(check.document, { name: '表.xlsx' }, { bytes }).catch((why: unknown) => why)
  return error instanceof Refusal ? error.code : error
}

it('tells a file that was changed or is gone since it was chosen from a server that does not answer', async () => {
  expect(await refusedWith((file) => writeFileSync(file, 'changed in the office program'))).toBe('unreadable')
  expect(await refusedWith((file) => rmSync(file))).toBe('unreadable')
  expect(await refusedWith(() => undefined)).toBe('offline')
})
