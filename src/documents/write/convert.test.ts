// Another layout of the same kind: its title, its unit of money, every digit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../kernel/decimal.ts'
import { blankForm, blankFund, blankIndicator } from '../../kernel/form/blank.ts'
import { cellLabel, cellOf, headCells, type Row, rowCells, tables } from '../../kernel/form/cells.ts'
import type { Form } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { readDocument } from '../read-document.ts'
import { amountIn, inLayout } from './convert.ts'
import { formats } from './formats.ts'
import { formOf } from './forms.test-kit.ts'
import { unprinted } from './unprinted.ts'

const form: Form = {
  ...blankForm('project-self-evaluation'),
  layout: 'shanghai-self-evaluation',
  title: '项目支出绩效自评表',
  amountUnit: '元',
  funds: [{ ...blankFund('年度资金总额'), annualBudget: '165448.00', executed: '7', rate: '75.20', score: '7.52' }],
}

it('converts the money of a form, not its rates and points', () => {
  const [converted] = inLayout([form], 'shanghai-self-evaluation')
  expect(converted?.amountUnit).toBe('万元')
  expect(converted?.funds[0]).toMatchObject({
    annualBudget: '16.5448',
    executed: '0.0007',
    rate: '75.20',
    score: '7.52',
  })
})

it('leaves forms as they are where no layout is asked for, and amounts whose unit is not known', () => {
  expect(inLayout([form], undefined)).toEqual([form])
  expect(inLayout([{ ...form, amountUnit: null }], 'shanghai-self-evaluation')[0]).toMatchObject({
    amountUnit: null,
    funds: form.funds,
  })
})

it('refuses a layout of another kind, naming the form, and one it does not know', () => {
  expect(() => inLayout([form], 'tianjin-target')).toThrow(
    '第1张表是“项目支出绩效自评表”，与表样“绩效目标表”不是同一类表',
  )
  expect(() => inLayout([form], 'nowhere')).toThrow(/没有表样“nowhere”。可用的表样：.*shanghai-self-evaluation/)
})

it.each([
  ['1157.30', '万元', '元', '11573000.00'],
  ['1157.3', '万元', '元', '11573000.00'],
  ['5', '元', '万元', '0.0005'],
  ['0.000001', '万元', '元', '0.01'],
  ['-0.01', '元', '万元', '-0.000001'],
  [null, '元', '万元', null],
] as const)('%s %s are %s: %s', (amount, from, to, expected) => {
  expect(amountIn(amount, from, to)).toBe(expected)
})

it('loses no digit on the way there and back', () => {
  const digits = fc.stringMatching(/^(0|[1-9]\d{0,17})(\.\d{1,8})?$/)
  fc.assert(
    fc.property(digits, (amount) => {
      const there = amountIn(amount, '元', '万元')
      expect(decimal(amountIn(there, '万元', '元'))).toEqual(decimal(amount))
    }),
  )
})

it('names what a layout has no place for, in words', () => {
  const project = { code: '3100', name: '宣传费', nature: null, category: null, start: null, end: null, purpose: null }
  const indicators = ['一', '二', '三', '四'].map((name) => ({ ...blankIndicator, name, description: '按次计' }))
  const lost = { ...form, project, indicators, remarks: { 评价结论: '较好' } }
  expect(unprinted(lost)).toEqual(['项目代码', '第1、2、3等4项指标的指标描述'])
  expect(unprinted({ ...lost, indicators: indicators.slice(0, 2) })).toContain('第1、2项指标的指标描述')
})

it('names tables without any place as a whole', () => {
  const core: Form = { ...form, kind: 'project-target', layout: 'national-core-target' }
  expect(unprinted(core)).toEqual(['资金表（1 行）'])
})

describe('nothing is lost between the layouts of a kind', () => {
  it.each(layouts.map((layout) => [layout.id, layout] as const))('%s', async (_, from) => {
    const others = layouts.filter((to) => to.kind === from.kind)
    await fc.assert(
      fc.asyncProperty(formOf(from, { minLength: 1, maxLength: 4 }), fc.constantFrom(...others), async (form, to) => {
        const [there = form] = inLayout([form], to.id)
        const read = await readDocument(Buffer.concat([...formats.html([there])]), '表.html')
        expect(read.forms).toMatchObject([{ layout: to.id }])
        const told = unprinted(there).join('；')
        for (const [text, words, table] of textsOf(there)) {
          if (!told.includes(words) && !told.includes(WHOLE[table] ?? '…'))
            expect(holds(read.forms[0], text), `${words}：${text}`).toBe(true)
        }
      }),
      { numRuns: 15 },
    )
  })
})

it('keeps a single indicator of words, without any group beside it', async () => {
  const lone: Form = {
    ...form,
    indicators: [{ ...blankIndicator, name: '资料整理', target: words('完成') }],
    funds: [],
  }
  const read = await readDocument(Buffer.concat([...formats.html([lone])]), '表.html')
  expect(read.forms[0]?.indicators).toMatchObject([{ name: '资料整理', target: { text: '完成' } }])
})

const words = (text: string) => ({ text, comparator: null, value: null, unit: null, kind: 'qualitative' }) as const

/** Tables without a place are told as a whole. */
const WHOLE: Readonly<Record<string, string>> = {
  funds: '资金表（',
  tasks: '年度主要任务（',
  indicators: '绩效指标表（',
}

const squeezed = (text: string): string => text.replace(/\s/g, '')
const holds = (form: Form | undefined, text: string): boolean =>
  squeezed(JSON.stringify(form, (key, value) => (key === 'sources' ? undefined : value))).includes(
    squeezed(JSON.stringify(text).slice(1, -1)),
  )

/** Every filled field as text, with the word the user would be told and its table. */
function textsOf(form: Form): readonly (readonly [string, string, string])[] {
  const text = (value: unknown): string =>
    value !== null && typeof value === 'object' && 'text' in value ? String(value.text ?? '') : String(value ?? '')
  const head = headCells(form).filter((name) => !['title', 'region', 'amountUnit', 'year'].includes(name))
  return [
    ...head.map((name) => [text(cellOf(form, name)), cellLabel(name), ''] as const),
    ...tables.flatMap((table) =>
      form[table]
        // A name without any amount says nothing.
        .filter(
          (row: Row) => !('initialBudget' in row) || (row.initialBudget ?? row.annualBudget ?? row.executed) !== null,
        )
        .flatMap((row: Row) =>
          rowCells(table, row)
            .filter((name) => name !== 'scope' && name !== 'level')
            .map((name) => [text(cellOf(row, name)), cellLabel(name, table), table] as const),
        ),
    ),
  ].filter(([value]) => value !== '')
}

it('prints no unit where nobody said what the amounts are, and the layout’s own on an empty form', async () => {
  const unknown: Form = { ...form, amountUnit: null }
  const read = await readDocument(Buffer.concat([...formats.html([unknown])]), '表.html')
  expect(read.forms[0]?.amountUnit).toBeNull()
  const empty = String(Buffer.concat([...formats.html([{ ...unknown, funds: [] }])]))
  expect(empty).toContain('（万元）')
})
