// `convert` as a shell sees it: the file it writes, the one line it says, the exit status.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readDocument } from '../documents/read-document.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengji-convert-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const convert = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/hengji.mjs', 'convert', ...args], { encoding: 'utf8' })
const read = async (path: string) => (await readDocument(readFileSync(path), 'x')).forms

it.each(['docx', 'xlsx', 'pdf', 'html'])('writes a document that reads the same, as %s', async (ending) => {
  const out = join(folder, `表.${ending}`)
  const { status, stdout, stderr } = convert('demo/001.txt', '--to', out)
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: `已输出 ${out}：4 张表\n` })
  const names = (await read(out)).map((form) => form.project?.name)
  expect(names).toEqual((await read('demo/001.txt')).map((form) => form.project?.name))
})

it('converts the money of another layout of the kind', async () => {
  const out = join(folder, '万元.json')
  expect(convert('demo/001.txt', '--to', out, '--layout', 'shanghai-self-evaluation').status).toBe(0)
  const { source, forms } = JSON.parse(readFileSync(out, 'utf8'))
  expect({ source, unit: forms[0].amountUnit }).toEqual({ source: '001.txt', unit: '万元' })
})

it.each([
  ['an ending it does not know', ['demo/001.txt', '--to', join(folder, '表.wps')], '不认识的输出格式'],
  ['a folder that is not there', ['demo/001.txt', '--to', join(folder, '无', '表.docx')], '不能写入'],
  [
    'a layout of another kind',
    ['demo/001.txt', '--to', join(folder, 'x.docx'), '--layout', 'tianjin-target'],
    '同一类表',
  ],
  ['a file that is not there', [join(folder, '没有.txt'), '--to', join(folder, 'x.docx')], '文件不存在'],
])('says in one line what is wrong with %s', (_, args, line) => {
  const { status, stderr } = convert(...args)
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(line)])
  expect(existsSync(join(folder, 'x.docx'))).toBe(false)
})

it.each(['pdf', 'docx', 'html'])('compiles several files into one publication, as %s', async (ending) => {
  const out = join(folder, `汇编.${ending}`)
  const files = ['demo/002.txt', join(folder, '没有.txt'), 'demo/001.txt']
  const { status, stderr } = convert(...files, '--to', out, '--compile', '--title', '2023年度绩效自评表汇编')
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('文件不存在'), `已输出 ${out}：13 张表`])
  const names = (await read(out)).map((form) => form.project?.name)
  const all = [...(await read('demo/002.txt')), ...(await read('demo/001.txt'))]
  expect(names).toEqual(all.map((form) => form.project?.name))
})

it.each([
  ['a compilation as workbook', ['--compile', '--to', join(folder, 'x.xlsx')], '汇编只能输出为'],
  ['a title without compilation', ['--title', '汇编', '--to', join(folder, 'x.pdf')], '同时加上 --compile'],
])('refuses %s', (_, args, line) => {
  const { status, stderr } = convert('demo/001.txt', ...args)
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(line) })
})

it('never writes over the file it reads, and leaves nothing unfinished behind', () => {
  const own = join(folder, '自己.csv')
  writeFileSync(own, readFileSync('demo/001.txt'))
  const { status, stderr } = convert(own, '--to', own)
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('与原文件相同') })
  expect(readFileSync(own)).toEqual(readFileSync('demo/001.txt'))
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
