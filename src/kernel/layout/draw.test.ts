import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../form/blank.ts'
import type { Form } from '../form/form.ts'
import { printedAt } from '../form/path.ts'
import { draw, layoutFor } from './draw.ts'
import { layouts } from './index.ts'
import type { Sheet } from './sheet.ts'

const golden = ['000', '001', '002', '003', '004'].flatMap(
  (n) => (JSON.parse(readFileSync(`test/golden/${n}.json`, 'utf8')) as { forms: Form[] }).forms,
)
const drawn = (form: Form): Sheet => {
  const layout = layoutFor(form)
  if (!layout) throw new Error(`no layout for ${form.kind}`)
  return draw(layout, form)
}

/** How often each base cell is covered; a sound table covers each exactly once. */
function coverage(sheet: Sheet): number[] {
  const seen = Array.from({ length: sheet.rows.length * sheet.widths.length }, () => 0)
  for (const cell of sheet.rows.flat())
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.col; c < cell.col + cell.colSpan; c++) {
        const index = r * sheet.widths.length + c
        seen[index] = (seen[index] ?? 0) + 1
      }
  return seen
}

describe('a drawn form', () => {
  it.each(golden.map((form) => [form.project?.name ?? form.title, form] as const))(
    '%s is a table without holes or overlaps',
    (_, form) => {
      const sheet = drawn(form)
      expect(sheet.widths.reduce((a, b) => a + b, 0)).toBe(1000)
      expect(new Set(coverage(sheet))).toEqual(new Set([1]))
    },
  )

  it('shows every printed value of the form in a cell that knows its path', () => {
    for (const form of golden) {
      const cells = new Map(
        drawn(form)
          .rows.flat()
          .map((cell) => [cell.path, cell.text]),
      )
      form.indicators.forEach((indicator, i) => {
        expect(cells.get(`indicators[${i}].name`)).toBe(indicator.name)
        expect(cells.get(`indicators[${i}].target`)).toBe(indicator.target.text)
      })
      for (const [i, fund] of form.funds.entries())
        expect(cells.get(`funds[${i}].initialBudget`)).toBe(fund.initialBudget)
      if (form.grade !== null) expect(cells.get('grade')).toBe(printedAt(form, 'grade'))
    }
  })

  it('prints the department and its code in one cell, as the form does', () => {
    const form = golden.find((f) => f.kind === 'department-self-evaluation')
    if (!form) throw new Error('no department form in the golden documents')
    const cell = drawn(form)
      .rows.flat()
      .find((c) => c.path === 'department.name')
    expect(cell?.text).toBe('韶关市市场监督管理局 141001')
  })

  it('says which rows of headings every page repeats', () => {
    for (const layout of layouts) {
      const sheet = draw(layout, blankForm(layout.kind))
      const headings = sheet.tables.map(({ heading, headings: count }) =>
        sheet.rows.slice(heading, heading + count).flatMap((row) => row.filter((c) => c.role === 'heading')),
      )
      const columns = layout.sections.flatMap((s) => (s.kind === 'tasks' || s.kind === 'indicators' ? [s.columns] : []))
      expect(headings.map((row) => new Set(row.map((c) => c.text)))).toEqual(
        columns.map(
          (of) =>
            new Set(
              of.flatMap(({ label, under }) =>
                under === undefined ? [label] : [under.replace('{unit}', layout.amountUnit), label],
              ),
            ),
        ),
      )
    }
  })

  it('prints the headings of amounts in the unit of the form', () => {
    const form = golden.find((f) => f.kind === 'department-self-evaluation')
    if (!form) throw new Error('no department form in the golden documents')
    const texts = drawn({ ...form, amountUnit: '元' }).rows.flatMap((row) => row.map((cell) => cell.text))
    expect(texts).toContain('年初预算（元）')
    expect(texts.filter((text) => text?.includes('（万元）'))).toEqual([])
  })

  it('gives every row that is still to be filled a group of its own', () => {
    for (const layout of layouts) {
      const rows = [blankIndicator, blankIndicator, { ...blankIndicator, dimension: '产出指标' }, blankIndicator]
      const sheet = draw(layout, { ...blankForm(layout.kind), indicators: rows })
      const groups = sheet.rows.flat().filter(({ path }) => /^indicators\[\d+\]\.(dimension|aspect)$/.test(path ?? ''))
      expect(groups.every(({ rowSpan }) => rowSpan === 1)).toBe(true)
      expect(new Set(coverage(sheet))).toEqual(new Set([1]))
    }
  })

  it('draws an empty form of every layout', () => {
    for (const layout of layouts) {
      const sheet = draw(layout, blankForm(layout.kind))
      expect(new Set(coverage(sheet))).toEqual(new Set([1]))
    }
  })
})
