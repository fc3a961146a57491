import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTarget } from '../value/value.ts'
import type { Form, Indicator } from './form.ts'
import { editsBy, formWith, indicator, threeRows } from './forms.test-kit.ts'
import { reread } from './reread.ts'

const first = (form: Form): Indicator | undefined => form.indicators[0]

describe('reading what was typed', () => {
  it('takes number and unit from the text, whatever was sent beside it', () => {
    const sent = formWith(indicator('a', '抽检批次', '≥20次', { target: { ...parseTarget('≥20次'), value: '9' } }))
    expect(first(reread(sent))?.target).toEqual(parseTarget('≥20次'))
  })

  it('reads a target again when a column beside it changed', () => {
    const before = reread(formWith(indicator('a', '抽检批次', '20次', { direction: '大于等于' })))
    const after = reread(formWith(indicator('a', '抽检批次', '20次', { direction: '小于等于' })), before)
    expect([first(before)?.target.comparator, first(after)?.target.comparator]).toEqual(['>=', '<='])
  })

  it('reads a day again when the year of the form changed', () => {
    const before = reread(formWith(indicator('a', '完成时间', '12月底前')))
    const after = reread({ ...before, year: 2025 }, before)
    expect([first(before)?.target.date, first(after)?.target.date]).toEqual(['2024-12-31', '2025-12-31'])
  })

  it('is the same with and without the version before', () => {
    fc.assert(
      fc.property(editsBy('m'), (edit) => {
        const form = edit(threeRows)
        expect(reread(form, reread(threeRows))).toEqual(reread(form))
      }),
    )
  })
})
