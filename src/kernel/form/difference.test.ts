import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTarget } from '../value/value.ts'
import { blankFund } from './blank.ts'
import { difference } from './difference.ts'
import type { Form } from './form.ts'
import { threeRows as base, editsBy, formWith, indicator } from './forms.test-kit.ts'
import { compareRequirements } from './requirement.ts'

const said = (older: Form, newer: Form) => difference(older, newer).map(({ message }) => message)

describe('what a target asks for', () => {
  it.each([
    ['≥20次', '≥18次', 'looser'],
    ['≥20次', '≥25次', 'stricter'],
    ['≤5天', '≤3天', 'stricter'],
    ['≤5天', '≤10天', 'looser'],
    ['≥20次', '≥20.00(次)', 'same'],
    ['≥20次', '不少于20次', 'same'],
    ['≥1.5万元', '≥15000元', 'same'],
    ['≥20次', '＞20次', 'stricter'],
    ['≥95%', '=95%', 'stricter'],
    ['=100%', '≥100%', 'looser'],
    ['≥20次', '≥20人', 'other'],
    ['≥20次', '≤20次', 'other'],
    ['2024年6月30日前', '2024年9月30日前', 'looser'],
    ['2024年12月底前', '2024年11月底前', 'stricter'],
    ['≥90%', '有所提高', 'looser'],
    ['有所提高', '≥90%', 'stricter'],
  ])('%s → %s is %s', (before, after, expected) => {
    expect(compareRequirements(parseTarget(before), parseTarget(after))).toBe(expected)
  })
})

describe('the difference between two versions', () => {
  it('says in a sentence what a changed target means', () => {
    const newer = formWith(indicator('a', '印制宣传海报', '≥18次'), ...base.indicators.slice(1))
    expect(difference(base, newer)).toMatchObject([
      {
        kind: 'changed',
        path: 'indicators[0].target',
        effect: 'looser',
        message: '指标“印制宣传海报”的指标值由“≥20次”改为“≥18次”，要求放宽。',
      },
    ])
  })

  it('finds nothing in the same amounts printed in another unit, nor in zeros and blanks', () => {
    const newer: Form = {
      ...base,
      amountUnit: '元',
      funds: [{ ...blankFund('年度资金总额'), initialBudget: '1000000' }, blankFund('其他资金', 1)],
      goals: { ...base.goals, annual: ' 按期完成\n' },
      indicators: base.indicators.map((row) => ({ ...row, weight: '10.00' })),
    }
    expect(said(base, newer)).toEqual([])
  })

  it('says by how much money changed', () => {
    const newer: Form = { ...base, funds: [{ ...blankFund('年度资金总额'), initialBudget: '120.50' }] }
    expect(said(base, newer)).toEqual(['资金“年度资金总额”的年初预算数由100.00万元改为120.50万元，增加205000元。'])
  })

  it('tells added, removed and moved rows apart', () => {
    const [a, b, c] = base.indicators
    if (!a || !b || !c) throw new Error('three rows')
    expect(said(base, formWith(c, a, b))).toEqual(['指标“验收完成时间”由第3行移到第1行。'])
    expect(said(base, formWith(a, c))).toEqual(['删去指标“检验报告合格率”（指标值“≥95%”）。'])
    expect(said(base, formWith(a, b, c, indicator('d', '公众满意度', '≥90%')))).toEqual([
      '新增指标“公众满意度”（指标值“≥90%”）。',
    ])
  })

  it('takes a renamed row for the same row', () => {
    const newer = formWith(...base.indicators.map((row, i) => (i === 0 ? { ...row, name: '发放宣传手册' } : row)))
    expect(said(base, newer)).toEqual(['指标“发放宣传手册”的三级指标由“印制宣传海报”改为“发放宣传手册”。'])
  })

  it('is empty between a version and itself, and names something wherever a key or a value differs', () => {
    fc.assert(
      fc.property(editsBy('m'), (edit) => {
        const newer = edit(base)
        expect(said(newer, newer)).toEqual([])
        if (newer.indicators.map(({ key }) => key).join() !== 'a,b,c') expect(said(base, newer)).not.toEqual([])
      }),
    )
  })
})
