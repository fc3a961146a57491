// The command line as a shell sees it: standard output, standard error, exit status.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../documents/wrapped.ts'
import { FormDocument } from '../kernel/form/form.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengji-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
/** The command itself; that npx finds it is tested once, below. */
const hengji = (...args: string[]) => run(process.execPath, ['bin/hengji.mjs', ...args])
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
/** One line that names the file, no stack. */
const oneLine = (stderr: string, name: string) => {
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(name)
  expect(stderr).not.toMatch(/\bat .*\.(ts|js|mjs)/)
}

describe('read', () => {
  it('prints the forms of a document as the contract says', () => {
    const { status, stdout, stderr } = hengji('read', 'demo/001.txt', '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const document = FormDocument.parse(JSON.parse(stdout))
    expect(document.source).toBe('001.txt')
    expect(document.forms[1]?.indicators[0]).toMatchObject({ name: '专家研判', weight: '5.00', score: '4.00' })
    expect(document.forms[1]?.sources?.['indicators[0].score']?.line).toBeGreaterThan(1)
  })

  it('prints a table for people', () => {
    const { status, stdout } = hengji('read', 'demo/001.txt')
    expect(status).toBe(0)
    expect(stdout).toContain('001.txt：4 张表')
    expect(stdout).toMatch(/专家研判\s+≥20\.00\(次\)\s+18\.00\(次\)\s+5\.00\s+4\.00/)
  })

  it.each([
    ['a file that is not there', () => join(folder, '没有.txt'), '没有.txt'],
    ['an empty folder', () => mkdtempSync(join(folder, '空文件夹')), '文件夹里没有文件'],
    ['an empty file', () => file('空.txt', ''), '空.txt'],
    [
      'binary garbage',
      () =>
        file(
          '乱.txt',
          new Uint8Array(100_000).map((_, i) => (i * 7919 + (i >> 3)) % 256),
        ),
      '乱.txt',
    ],
    ['a text without any form', () => file('信.txt', '关于开展培训的通知\n各科室：\n请于周五前报名。\n'), '信.txt'],
    ['a PDF under the name of a text', () => file('假.txt', '%PDF-1.7\n1 0 obj'), 'PDF'],
    ['a text of 50 MB', () => file('大.txt', '这是一行很普通的文字，没有表。\n'.repeat(1_150_000)), '大.txt'],
  ])('refuses %s with one line and status 2', (_, path, words) => {
    const { status, stdout, stderr } = hengji('read', path())
    expect(status).toBe(2)
    expect(stdout).toBe('')
    oneLine(stderr, words)
  })

  it('yields what is there of a form cut in the middle and says what is missing', () => {
    const whole = readFileSync('demo/001.txt', 'utf8')
    const cut = file('半.txt', whole.slice(0, whole.indexOf('缺陷消费品召回宣贯')))
    const { status, stdout } = hengji('read', cut, '--json')
    expect(status).toBe(0)
    const form = FormDocument.parse(JSON.parse(stdout)).forms.at(-1)
    expect(form?.indicators.map((i) => i.name)).toEqual(['专家研判'])
    expect(form?.doubts?.length).toBeGreaterThan(0)
  })

  it('reads a large file in a thread of its own, to the same forms', () => {
    const many = Array.from({ length: 16 }, () => readFileSync('demo/002.txt', 'utf8')).join('\n')
    const { status, stdout } = hengji('read', file('多.txt', many), '--json')
    expect(status).toBe(0)
    const { source, forms } = FormDocument.parse(JSON.parse(stdout))
    expect({ source, forms: forms.length }).toEqual({ source: '多.txt', forms: 9 * 16 })
  })

  it('goes on after a bad file', () => {
    const { status, stdout, stderr } = hengji('read', file('空2.txt', ''), 'demo/001.txt', '--json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toHaveLength(1)
    oneLine(stderr, '空2.txt')
  })
})

describe('check', () => {
  it('ends with 1 when a finding is an error, and prints findings and scores as the contract says', () => {
    const { status, stdout } = hengji('check', 'demo/003.txt', '--json')
    expect(status).toBe(1)
    const { source, profile, forms } = JSON.parse(stdout)
    expect({ source, profile }).toEqual({ source: '003.txt', profile: 'guangdong-department@2022' })
    const rates = forms[0].findings.filter((f: { rule: string }) => f.rule === 'B03')
    expect(rates[0]).toMatchObject({ severity: 'error', path: 'funds[0].rate', observed: '0.00', expected: '100.00' })
    expect(rates[0].arithmetic).toContain('11789.83 ÷ 11789.83 × 100 = 100.00')
  })

  it('judges under the profile that is named, and knows no other', () => {
    const named = JSON.parse(hengji('check', 'demo/001.txt', '--profile', 'national@2020', '--json').stdout)
    expect(named.profile).toBe('national@2020')
    const { status, stderr } = hengji('check', 'demo/001.txt', '--profile', 'mars@1')
    expect(status).toBe(2)
    expect(stderr).toContain('shanghai@2023')
  })
})

describe('a check for people', () => {
  it.each(['002', '003', '004'])('of %s fits a terminal of 100 columns', (name) => {
    const { stdout } = hengji('check', `demo/${name}.txt`)
    const lines = stdout.split('\n')
    expect(lines.length).toBeGreaterThan(50)
    for (const line of lines) expect([line, displayWidth(`|${line}|`) - 2 <= 100]).toEqual([line, true])
  })

  it('explains every number on request, in the words of the page and the report', () => {
    const { stdout } = hengji('check', 'demo/001.txt', '--explain')
    expect(stdout).toMatch(/“专家研判”的得分：填报 4\.00，复算 4\.50\n {6}输入：分值 5\.00；指标值 ≥20\.00\(次\)/)
    expect(stdout).toContain('      计算：5 × 18 ÷ 20 = 4.5')
    expect(stdout).toContain('      公式：总分 = 预算执行得分 + 各三级指标得分之和')
    expect(hengji('check', 'demo/001.txt').stdout).not.toContain('计算过程')
  })

  it('is written as a report beside it, several files as one', () => {
    const to = join(folder, '报告.docx')
    const { status, stdout, stderr } = hengji('check', 'demo/001.txt', 'demo/003.txt', '--report', to)
    expect(status).toBe(1)
    expect(stdout).toContain('003.txt：1 张表')
    expect(stderr).toContain(`已输出审核报告 ${to}`)
    expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK')
  })

  it('is not written in a format reports have not, nor over what is checked', () => {
    const { status, stdout, stderr } = hengji('check', 'demo/001.txt', '--report', join(folder, '报告.xlsx'))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    oneLine(stderr, '只能存为 docx、pdf 或 html')
    const page = file('同一.html', '<p>一</p>')
    oneLine(hengji('check', page, '--report', page).stderr, '输出文件与原文件相同')
  })
})

describe('the rest', () => {
  it('is found by npx in the checkout and runs on the pinned Node', () => {
    const { status, stdout } = run('npx', ['hengji', '--version'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' })
  })

  it('lists, shows and compares profiles', () => {
    expect(hengji('profiles').stdout).toContain('shanghai@2023')
    expect(JSON.parse(hengji('profiles', 'show', 'shanghai@2023', '--json').stdout).rounding.rate).toEqual({
      mode: 'truncate',
      places: 2,
    })
    expect(hengji('profiles', 'show', 'shanghai@2023').stdout).toContain('执行率的舍入：保留 2 位小数，截断，不进位。')
    expect(hengji('profiles', 'diff', 'national@2020', 'shanghai@2023').stdout).toMatch(
      /执行率的舍入\n {3}national@2020：保留 2 位小数，四舍五入。\n {3}shanghai@2023：保留 2 位小数，截断，不进位。/,
    )
  })

  it('does not know an unknown command', () => {
    const { status, stderr } = hengji('frobnicate')
    expect(status).toBe(2)
    oneLine(stderr, '没有“frobnicate”这个命令')
  })

  it('names a missing option in Chinese', () => {
    const { status, stderr } = hengji('convert', 'demo/001.txt')
    expect(status).toBe(2)
    oneLine(stderr, '缺少选项“--to <out>”')
  })

  it('never calls a data folder that is not there whole, nor backs it up', () => {
    const typo = join(folder, 'no-such-data')
    for (const args of [['verify'], ['backup', join(folder, 'none.gz')]]) {
      const { status, stderr } = hengji(...args, '--data', typo)
      expect(status).toBe(2)
      oneLine(stderr, '数据目录不存在')
    }
    expect(existsSync(typo)).toBe(false)
  })

  it('imports, backs up, restores and verifies', () => {
    const [here, there] = [join(folder, '数 据'), join(folder, 'there')]
    expect(hengji('import', 'demo/001.txt', 'demo/002.txt', '--data', here).stdout).toContain('002.txt：新增 9 张')
    expect(hengji('import', 'demo/001.txt', '--data', here).stdout).toContain('没有变化')
    expect(hengji('backup', join(folder, 'all.gz'), '--data', here).status).toBe(0)
    expect(hengji('backup', join(folder, 'all.gz'), '--data', here).stderr).toContain('已存在，未备份')
    expect(hengji('backup', join(folder, 'all.gz'), '--data', here, '--force').status).toBe(0)
    expect(hengji('restore', join(folder, 'all.gz'), '--data', there).stdout).toContain('绩效表 13 张')
    expect(hengji('restore', join(folder, 'all.gz'), '--data', there).status).toBe(2)
    const { status, stdout } = hengji('verify', '--data', there)
    // 2 documents, 13 publications, and the first backup: of itself a backup holds no record
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '文件 2 份，绩效表 13 张，版本 13 个，审计记录 16 条，办理步骤 0 个：全部完好\n',
    })
  })
})
