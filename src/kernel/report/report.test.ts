// The report a reviewer signs: nothing of the check is missing from it, and it says nothing the check did not.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { checkForm } from '../review/check.ts'
import { selfEvaluation, targetForm } from '../review/sample.ts'
import type { Block } from './block.ts'
import { reviewReport } from './report.ts'
import type { ReportedForm } from './reported-form.ts'
import { ranges } from './unclear.ts'

const golden = (name: string): readonly Form[] =>
  (JSON.parse(readFileSync(`test/golden/${name}.json`, 'utf8')) as { forms: Form[] }).forms
const checked = (forms: readonly Form[]): readonly ReportedForm[] =>
  forms.map((form) => ({ form, check: checkForm(form) }))

const report = (forms: readonly ReportedForm[], notes: readonly string[] = []) =>
  reviewReport({ source: '自评表.docx', forms, notes, on: '2026-11-21', version: '1.2.3' })

const linesOf = (block: Block): readonly string[] => {
  if (block.kind === 'table')
    return [
      ...(block.head ?? []),
      ...block.rows.flatMap((row) => row.flatMap(({ lines }) => lines.map(({ text }) => text))),
    ]
  return block.kind === 'signatures' ? [block.opinion, ...block.choices, ...block.lines] : [block.text]
}
const headings = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? block.text : []))
const tableUnder = (blocks: readonly Block[], head: string) =>
  blocks.find((block) => block.kind === 'table' && block.head?.includes(head)) as Extract<Block, { kind: 'table' }>

describe('the review report', () => {
  const forms = checked(golden('001'))
  const blocks = report(forms, ['有一张隐藏的工作表'])
  const lines = blocks.flatMap(linesOf)

  it('has its parts in order, and ends with lines to sign', () => {
    expect(headings(blocks)).toEqual([
      '一、总体情况',
      '二、审核发现',
      '三、得分复算',
      '四、未能检查和未能读出的内容',
      '五、审核依据',
      '六、审核意见',
    ])
    expect(blocks.at(-1)).toMatchObject({ kind: 'signatures', lines: expect.arrayContaining(['审核人（签字）']) })
  })

  it('names the document, the profile, the day and what is hidden in the file', () => {
    expect(lines).toEqual(
      expect.arrayContaining(['自评表.docx', '上海市口径（2023年起）（shanghai@2023）', '2026年11月21日']),
    )
    expect(lines).toContain('文件说明：有一张隐藏的工作表')
  })

  it('prints every finding with its place, its arithmetic, what to do and its basis', () => {
    for (const { check } of forms)
      for (const { message, arithmetic, fix, rule, basis } of check.findings) {
        expect(lines.some((line) => line.includes(message))).toBe(true)
        if (arithmetic !== null) expect(lines).toContain(`算式：${arithmetic}`)
        expect(lines).toContain(`建议：${fix}`)
        expect(lines.some((line) => line.startsWith('依据：') && line.endsWith(`（规则 ${rule}）`))).toBe(true)
        expect(lines.some((line) => line.endsWith(`．${basis}`))).toBe(true)
      }
  })

  it('counts the findings of every form', () => {
    const rows = tableUnder(blocks, '错误').rows.map((row) => row.map(({ lines: [line] }) => line?.text))
    expect(rows.map(([, name, ...counts]) => [name, ...counts.slice(0, 3)])).toEqual(
      forms.map(({ check }) => [
        check.project,
        ...['error', 'warning', 'advice'].map((severity) =>
          String(check.findings.filter((finding) => finding.severity === severity).length),
        ),
      ]),
    )
  })

  it('prints a score that is not the formula’s with its whole derivation, one that is with its arithmetic', () => {
    const scores = blocks.filter((block) => block.kind === 'table' && block.head?.includes('计算过程'))
    const row = (name: string) =>
      scores
        .flatMap((block) => (block.kind === 'table' ? block.rows : []))
        .find(([first]) => first?.lines[0]?.text === name)
        ?.map(({ lines }) => lines.map(({ text }) => text))
    const [, printed, computed, verdict, steps] = row('专家研判') ?? []
    expect([printed, computed, verdict]).toEqual([['4.00'], ['4.50'], ['不一致']])
    expect(steps).toEqual(
      expect.arrayContaining(['计算：5 × 18 ÷ 20 = 4.5', '比较：表上为 4.00，复算为 4.50，表上少 0.5']),
    )
    expect(row('年度资金总额的得分')?.[4]).toEqual(['10 × 15.42 ÷ 15.42 = 10.00'])
  })

  it('says every reason why something could not be checked once, with all its rules', () => {
    const all = forms.flatMap(({ check }) => check.notChecked)
    const table = blocks.find((block) => block.kind === 'table' && block.head?.includes('未能检查的规则'))
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => row[1]?.lines[0]?.text).toSorted()).toEqual(
      [...new Set(all.map(({ reason }) => reason))].sort(),
    )
    for (const [rules, reason] of rows)
      expect(rules?.lines.map(({ text }) => text.slice(0, 3)).toSorted()).toEqual(
        [...new Set(all.flatMap((missed) => (missed.reason === reason?.lines[0]?.text ? missed.rule : [])))].sort(),
      )
  })
})

it('tells forms of the same project apart by year and kind', () => {
  const [declaration, evaluation] = [targetForm({ year: 2024 }), selfEvaluation({ year: 2023 })]
  const blocks = report(checked([declaration, evaluation]))
  const names = tableUnder(blocks, '错误').rows.map((row) => row[1]?.lines[0]?.text)
  expect(names).toEqual([expect.stringMatching(/（2024年项目目标.*）$/), expect.stringMatching(/（2023年项目自评）$/)])
  expect(blocks.flatMap(linesOf)).toContain('2023、2024 年度；项目目标、项目自评')
})

it('has no part on scores where the forms have none', () => {
  expect(headings(report(checked([targetForm()])))).not.toContainEqual(expect.stringContaining('得分复算'))
})

it('prints what could not be read', () => {
  const form = { ...selfEvaluation(), doubts: [{ path: 'indicators', message: '一行没有读出', line: 7 }] }
  expect(report(checked([form])).flatMap(linesOf)).toContain('第 1 张表未能读出：一行没有读出（第 7 行）')
})

it.each([
  [[1], '1'],
  [[1, 2], '1、2'],
  [[1, 2, 3, 5], '1—3、5'],
])('numbers %j are written %s', (numbers, text) => expect(ranges(numbers)).toBe(text))
