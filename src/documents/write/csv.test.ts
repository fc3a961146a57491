// Indicators as lines: safe to open in a spreadsheet, whole when read by a program.
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { parseTarget } from '../../kernel/value/value.ts'
import { writeCsv } from './csv.ts'

const linesOf = (...forms: Form[]): readonly string[] =>
  Buffer.concat([...writeCsv(forms)])
    .toString()
    .split('\r\n')
const row = (name: string, weight: string | null = null) => ({
  ...blankIndicator,
  name,
  target: parseTarget('≥1个'),
  weight,
})
const form = (...indicators: ReturnType<typeof row>[]): Form => ({
  ...blankForm('project-self-evaluation'),
  indicators,
})

it('writes one line per indicator under one line of headings', () => {
  const [head, ...lines] = linesOf(form(row('甲', '10.00'), row('乙')), form(row('丙')))
  expect(head).toMatch(/^\ufeff年度,主管部门,.*三级指标/)
  expect(lines.filter(Boolean)).toHaveLength(3)
  expect(lines[0]).toBe(',,,,,,,甲,,,,≥1个,,,10.00,,,,')
})

it('keeps a form without indicators', () => {
  expect(linesOf({ ...form(), grade: '优' })[1]).toBe(',,,,,,,,,,,,,,,,,,优')
})

it.each([
  ['=1+1', "'=1+1"],
  ['+86 电话', "'+86 电话"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd', "'-cmd"],
  ['＝1', "'＝1"],
  ['-0.01', '-0.01'],
  ['甲,乙', '"甲,乙"'],
  ['他说“"好"”', '"他说“""好""”"'],
  ['一\n二', '"一\n二"'],
])('writes %j as %j', (name, cell) => {
  expect(linesOf(form(row(name)))[1]).toContain(`,${cell},`)
})
