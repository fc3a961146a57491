import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../decimal.ts'
import { Comparator, Tier } from '../form/form.ts'
import { profileOf } from '../profile/choose.ts'
import { profiles } from '../profile/index.ts'
import type { Profile } from '../profile/profile.ts'
import { rowOf } from './example-row.ts'
import { scoreIndicator } from './indicator-score.ts'
import { methodFor } from './method-for.ts'
import { scoringMethods } from './methods/index.ts'
import type { Measured } from './scoring-method.ts'

const known = (id: string): Profile => {
  const found = profileOf(id)
  if (found === undefined) throw new Error(`no profile ${id}`)
  return found
}

describe('every method', () => {
  const examples = scoringMethods.flatMap((method) => method.examples.map((example) => [method.id, example] as const))

  it.each(examples)('%s: $target → $actual', (id, { gives, profile: profileId, with: changed, ...cells }) => {
    const profile = { ...known(profileId ?? 'national@2020'), ...changed }
    const score = scoreIndicator(rowOf(cells), 0, profile)
    expect(score?.method).toBe(id)
    expect(score?.computed ?? (score?.range ? `${score.range.from}–${score.range.to}` : null)).toBe(gives)
    if (gives === null) expect(score?.verdict).toBe('unable')
  })

  it.each(scoringMethods.map((method) => [method.id, method] as const))(
    '%s has examples, a title and a basis',
    (_, m) => {
      expect(m.examples.length).toBeGreaterThan(0)
      expect(m.title).not.toBe('')
      expect(m.basis).not.toBe('')
    },
  )
})

describe('the choice of a method', () => {
  const number = fc.integer({ min: -500, max: 500 }).map((n) => new Decimal(n).div(100))
  const measured: fc.Arbitrary<Measured> = fc.record({
    indicator: fc.constantFrom(
      rowOf({ target: '≥85(%)', actual: '90(%)', weight: '10', aspect: '服务对象满意度指标' }),
      rowOf({ target: '≤3(元)', actual: '2(元)', weight: '10', aspect: '成本指标' }),
    ),
    weight: fc.constant(new Decimal(10)),
    comparator: fc.option(fc.constantFrom(...Comparator.options)),
    target: number,
    actual: number,
    tier: fc.constantFrom(null, null, null, ...Tier.options),
    profile: fc
      .record({
        base: fc.constantFrom(...profiles),
        reverse: fc.constantFrom('linear' as const, 'ratio' as const, 'strict' as const),
        equal: fc.constantFrom('at-least' as const, 'strict' as const),
        satisfactionBands: fc.constantFrom(null, [{ atLeast: '90', share: '1' }]),
      })
      .map(({ base, ...changed }): Profile => ({ ...base, ...changed })),
  })

  it('is never in doubt: to two numbers or a tier applies one general method, and at most one special', () => {
    fc.assert(
      fc.property(measured, (m) => {
        const applying = scoringMethods.filter(({ appliesTo }) => appliesTo(m))
        expect(applying.filter((method) => !method.special).map(({ id }) => id)).toHaveLength(1)
        expect(applying.filter((method) => method.special).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })

  it('leads to a score between nothing and the weight before the engine clamps it', () => {
    fc.assert(
      fc.property(measured, (m) => {
        const nonNegative = { ...m, actual: Decimal.max(m.actual ?? 0, 0) }
        const judgement = methodFor(nonNegative)?.score(nonNegative)
        const scores = judgement === undefined || !('score' in judgement) ? [] : [judgement.score]
        for (const score of scores) expect(score.gte(0) && score.lte(m.weight)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
