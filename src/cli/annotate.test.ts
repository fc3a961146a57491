// `annotate` as a shell sees it: the copy it writes, the one line it says, the exit status.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hengji-annotate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const annotate = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/hengji.mjs', 'annotate', ...args], { encoding: 'utf8' })

it('writes a copy with the findings in it; exit 1 when one is an error', () => {
  const out = join(folder, '批注.docx')
  const { status, stdout, stderr } = annotate('test/golden/files/001-word.docx', '--to', out)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^已输出 .*批注\.docx：4 张表，错误 [1-9]\d*，警告 \d+，建议 \d+\n$/)
  expect(readFileSync(out).includes('word/comments.xml')).toBe(true)
})

it.each([
  ['a file that takes no comments', ['test/golden/files/000-excel.xls', '--to', join(folder, 'x.xls')], '另存为 xlsx'],
  ['an output of another kind', ['demo/001.txt', '--to', join(folder, 'x.docx')], '扩展名须与原文件相同（.txt）'],
  ['a profile nobody knows', ['demo/001.txt', '--to', join(folder, 'x.txt'), '--profile', 'mars@1'], '没有口径'],
  ['a file that is not there', [join(folder, '无.txt'), '--to', join(folder, 'x.txt')], '文件不存在'],
])('says in one line what is wrong with %s', (_, args, line) => {
  const { status, stderr } = annotate(...args)
  expect({ status, lines: stderr.trim().split('\n') }).toEqual({ status: 2, lines: [expect.stringContaining(line)] })
  expect(existsSync(args[2] ?? '')).toBe(false)
})

it('never writes over the file it reads', () => {
  const own = join(folder, '自己.txt')
  writeFileSync(own, readFileSync('demo/001.txt'))
  const { status, stderr } = annotate(own, '--to', own)
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('与原文件相同') })
  expect(readFileSync(own)).toEqual(readFileSync('demo/001.txt'))
})
