import { describe, expect, it } from 'vitest'
import { layouts } from '../layout/index.ts'
import type { Layout } from '../layout/layout.ts'
import { emptyForm } from './new-form.ts'
import { withRegisteredFunds } from './registered-funds.ts'

const head = { year: 2024, region: '海川市', department: null, unit: null, project: null }
const layoutCalled = (id: string): Layout => {
  const found = layouts.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const filled = (id: string, ...registered: readonly (readonly [string, string])[]) => {
  const layout = layoutCalled(id)
  const sources = registered.map(([source, amount]) => ({ source, amount }))
  const { funds } = withRegisteredFunds(emptyForm(layout, head), layout, sources)
  return funds.map(({ label, scope, initialBudget }) => [scope, label, initialBudget])
}

describe('the registered money of the year', () => {
  it('stands in the total and in the row of each source, in the form’s unit', () => {
    expect(filled('national-target', ['财政拨款', '1200000'], ['其他资金', '3500.50'])).toEqual([
      ['annual', '年度资金总额', '120.35005'],
      ['annual', '财政拨款', '120'],
      ['annual', '上年结转', null],
      ['annual', '其他资金', '0.35005'],
    ])
  })

  it('is that of the year, not of the whole project', () => {
    const rows = filled('shanghai-target-declaration', ['财政拨款', '1200000'])
    expect(rows.filter(([scope]) => scope === 'project').every(([, , amount]) => amount === null)).toBe(true)
    expect(rows).toContainEqual(['annual', '当年财政拨款', '1200000'])
  })

  it('is left to the preparer where the form divides a source further', () => {
    const rows = filled('guangxi-target-declaration', ['财政拨款', '1200000'])
    expect(rows.filter(([, , amount]) => amount !== null).map(([, label]) => label)).toEqual(['资金总额'])
  })

  it('leaves an amount as it is written where it is the registered one', () => {
    const layout = layoutCalled('national-target')
    const empty = emptyForm(layout, head)
    const written = { ...empty, funds: empty.funds.map((fund) => ({ ...fund, initialBudget: '120.00' })) }
    expect(withRegisteredFunds(written, layout, [{ source: '财政拨款', amount: '1200000' }])).toEqual(written)
  })

  it('changes nothing where nothing is registered', () => {
    expect(filled('national-target').every(([, , amount]) => amount === null)).toBe(true)
  })
})
