// Folders and archives given on the command line: every document in them, one by one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { InputProblem } from '../documents/input-problem.ts'
import { overFiles } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengji-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
afterEach(() => said.mockClear())
const messages = () => said.mock.calls.map(([line]) => String(line)).join('')

const put = (path: string, content: string | Uint8Array): string => {
  const whole = join(folder, path)
  mkdirSync(join(whole, '..'), { recursive: true })
  writeFileSync(whole, content)
  return whole
}
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, c]) => [name, typeof c === 'string' ? strToU8(c) : c])))
/** Names and texts; a file that begins with 坏 cannot be used. */
const texts = (...paths: string[]) =>
  overFiles(paths, async ({ bytes, name }) => {
    const text = new TextDecoder().decode(bytes)
    if (text.startsWith('坏')) throw new InputProblem('no-form', `${name}：坏`)
    return `${name}=${text}`
  })

describe('a folder', () => {
  it('gives the files in it and below it, 2 before 10', async () => {
    for (const path of ['甲/10.txt', '甲/2.txt', '甲/内/3.txt', '甲/.隐藏', '甲/~$2.docx']) put(path, '文')
    const { results, status, several } = await texts(join(folder, '甲'))
    expect(results).toEqual(['甲/2.txt=文', '甲/10.txt=文', '甲/内/3.txt=文'])
    expect({ status, several }).toEqual({ status: 0, several: true })
  })
})

describe('an archive', () => {
  it('gives its files under its own name, whatever is wrong with one of them', async () => {
    const path = put('包.zip', zip({ '表/2.txt': '二', '表/1.txt': '坏', '__MACOSX/2.txt': '乱', '表/3.txt': '三' }))
    const { results, status, several } = await texts(path)
    expect(results).toEqual(['包.zip/表/2.txt=二', '包.zip/表/3.txt=三'])
    expect({ status, several }).toEqual({ status: 2, several: true })
    expect(messages()).toBe('包.zip/表/1.txt：坏\n')
  })

  it('may name its files in GB18030 without saying so', async () => {
    const bytes = zip({ 'ABCD.txt': '文' })
    const places = [30, Buffer.from(bytes).lastIndexOf('ABCD')]
    for (const at of places) bytes.set([0xb1, 0xed, 0xb8, 0xf1], at)
    expect((await texts(put('旧.zip', bytes))).results).toEqual(['旧.zip/表格.txt=文'])
  })

  it('is not opened within another archive', async () => {
    const inner = zip({ 'a.txt': '内' })
    const { results } = await overFiles([put('套.zip', zip({ 'inner.zip': inner }))], async ({ bytes }) => bytes.length)
    expect(results).toEqual([inner.length])
  })

  it.each([
    ['is empty', new Uint8Array(zip({ '__MACOSX/x': '' })), '没有文件'],
    ['is cut off', zip({ 'a.txt': '文'.repeat(999) }).subarray(0, 60), '不完整或已损坏'],
  ])('that %s is refused', async (_, bytes, words) => {
    expect((await texts(put('坏.zip', bytes))).status).toBe(2)
    expect(messages()).toContain(words)
  })
})

it('a single file is one, and a missing one does not stop the next', async () => {
  expect((await texts(put('a.txt', '文'))).several).toBe(false)
  const { results, status } = await texts(join(folder, '没有.txt'), join(folder, 'a.txt'))
  expect({ results, status }).toEqual({ results: ['a.txt=文'], status: 2 })
})
