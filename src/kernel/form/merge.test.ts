import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTarget } from '../value/value.ts'
import type { Form } from './form.ts'
import { threeRows as base, editsBy, formWith, indicator } from './forms.test-kit.ts'
import { merge } from './merge.ts'
import { withKeys } from './pairing.ts'

const withTarget = (form: Form, row: number, target: string): Form => ({
  ...form,
  indicators: form.indicators.map((it, i) => (i === row ? { ...it, target: parseTarget(target) } : it)),
})
const names = (form: Form) => form.indicators.map(({ name }) => name)

describe('merging two people’s work on one form', () => {
  it('keeps what each of them wrote into different cells of one row', () => {
    const mine = withTarget(base, 0, '≥18次')
    const theirs = { ...base, indicators: base.indicators.map((it, i) => (i === 0 ? { ...it, weight: '15' } : it)) }
    const { form, conflicts } = merge(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(form.indicators[0]).toMatchObject({ target: { text: '≥18次', value: '18' }, weight: '15' })
  })

  it('calls a cell both wrote differently a conflict, with both values, and overwrites nothing', () => {
    const { form, conflicts } = merge(base, withTarget(base, 0, '≥18次'), withTarget(base, 0, '≥25次'))
    expect(conflicts).toEqual([
      {
        path: 'indicators[0].target',
        label: '指标“印制宣传海报”的指标值',
        base: '≥20次',
        mine: '≥18次',
        theirs: '≥25次',
      },
    ])
    expect(form.indicators[0]?.target.text).toBe('≥25次')
  })

  it('finds the cell although the other one put a row above it', () => {
    const theirs = { ...base, indicators: [indicator('new', '新增指标', '≥1次'), ...base.indicators] }
    const { form, conflicts } = merge(base, withTarget(base, 1, '≥90%'), theirs)
    expect(conflicts).toEqual([])
    expect(form.indicators.map(({ target }) => target.text)).toEqual(['≥1次', '≥20次', '≥90%', '2024年12月底前'])
  })

  it('does not lose a row one removed while the other wrote into it', () => {
    const without = { ...base, indicators: base.indicators.slice(1) }
    for (const [mine, theirs] of [
      [without, withTarget(base, 0, '≥18次')],
      [withTarget(base, 0, '≥18次'), without],
    ] as const) {
      const { form, conflicts } = merge(base, mine, theirs)
      expect(conflicts).toMatchObject([{ label: '指标“印制宣传海报”' }])
      expect(names(form)).toContain('印制宣传海报')
    }
  })

  it('knows a renamed row of a client that dropped the keys', () => {
    const unkeyed = {
      ...base,
      indicators: base.indicators.map(({ key, ...it }, i) => (i === 0 ? { ...it, name: '印制宣传海报数量' } : it)),
    }
    const { form, conflicts } = merge(base, unkeyed, withTarget(base, 0, '≥25次'))
    expect(conflicts).toEqual([])
    expect(form.indicators[0]).toMatchObject({ key: 'a', name: '印制宣传海报数量', target: { text: '≥25次' } })
  })

  it('takes amounts of two units for a conflict instead of mixing them', () => {
    const mine: Form = { ...base, amountUnit: '元', funds: base.funds.map((f) => ({ ...f, initialBudget: '1000000' })) }
    const theirs: Form = { ...base, funds: base.funds.map((f) => ({ ...f, executed: '90.00' })) }
    expect(merge(base, mine, theirs).conflicts[0]).toMatchObject({ path: 'amountUnit', mine: '元', theirs: '万元' })
  })

  it('is the other side where one side changed nothing', () => {
    fc.assert(
      fc.property(editsBy('m'), (edit) => {
        const other = edit(base)
        expect(merge(base, base, other)).toEqual({ form: other, conflicts: [] })
        expect(merge(base, other, base)).toEqual({ form: other, conflicts: [] })
        expect(merge(base, other, other)).toEqual({ form: other, conflicts: [] })
      }),
    )
  })

  it('is the same whether it knows that nobody else saved or must compare', () => {
    fc.assert(
      fc.property(editsBy('m'), (edit) => {
        const mine = edit(base)
        expect(merge(base, mine, base)).toEqual(merge(base, mine, structuredClone(base)))
      }),
    )
  })

  it('keeps every row of money of the same name that was added', () => {
    const [fund] = base.funds
    const funds = ['1.00', '2.00', '3.00'].map((executed) => ({ ...fund, executed }) as Form['funds'][number])
    expect(merge(base, { ...base, funds }, base).form.funds).toEqual(funds)
  })

  it('does not depend on who is called mine, but for the values in conflict', () => {
    fc.assert(
      fc.property(editsBy('m'), editsBy('t'), (one, other) => {
        const [a, b] = [merge(base, one(base), other(base)), merge(base, other(base), one(base))]
        const turned = b.conflicts.map((c) => ({ label: c.label, mine: c.theirs, theirs: c.mine }))
        const asked = a.conflicts.map(({ label, mine, theirs }) => ({ label, mine, theirs }))
        expect(asked.toSorted(byLabel)).toEqual(turned.toSorted(byLabel))
        if (a.conflicts.length === 0) expect(a.form).toEqual(b.form)
      }),
    )
  })

  it('loses nothing: every cell a side changed is in the result or in a conflict', () => {
    fc.assert(
      fc.property(editsBy('m'), editsBy('t'), (one, other) => {
        const [mine, theirs] = [one(base), other(base)]
        const { form, conflicts } = merge(base, mine, theirs)
        const told = JSON.stringify([form, conflicts])
        for (const side of [mine, theirs])
          for (const row of side.indicators) {
            const before = base.indicators.find(({ key }) => key === row.key)
            if (row.target.text !== before?.target.text) expect(told).toContain(JSON.stringify(row.target.text))
            if (row.deviation !== (before?.deviation ?? null)) expect(told).toContain(JSON.stringify(row.deviation))
          }
      }),
    )
  })
})

const byLabel = (a: { label: string }, b: { label: string }): number => (a.label < b.label ? -1 : 1)

describe('keys of rows', () => {
  it('are given to new rows and kept by rows known from before', () => {
    let n = 0
    const newKey = () => `k${++n}`
    const first = withKeys(formWith(...base.indicators.map(({ key, ...row }) => row)), null, newKey)
    expect(first.indicators.map(({ key }) => key)).toEqual(['k1', 'k2', 'k3'])
    const unkeyed = first.indicators.map(({ key, ...row }) => row)
    const again = withKeys(formWith(...unkeyed.toReversed(), indicator('x', '满意度', '≥90%')), first, newKey)
    expect(again.indicators.map(({ key }) => key)).toEqual(['k3', 'k2', 'k1', 'x'])
  })
})
