// Scores of published indicators, worked out by hand from the rules, against the engine's.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../src/documents/read-document.ts'
import { decimal } from '../src/kernel/decimal.ts'
import { profileFor } from '../src/kernel/profile/choose.ts'
import { scoreForm } from '../src/kernel/scoring/engine.ts'

/** By the rule a score, or a band (from, to) within which the reviewer is free. */
type ByHand = {
  readonly at: `${string}#${number}`
  /** Counted from 1. */
  readonly row: number
  readonly name: string
  readonly printed: string
  readonly score?: string
  readonly from?: string
  readonly to?: string
  /** Whether the printed score is what the rule gives. */
  readonly right: boolean
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const byHand: readonly ByHand[] = JSON.parse(read('golden/scores.json'))

const scored = new Map(
  ['001', '002'].flatMap((name) =>
    readText(read(`../demo/${name}.txt`), `${name}.txt`).forms.map(
      (form, i) => [`${name}#${i + 1}`, scoreForm(form, profileFor(form)).scores] as const,
    ),
  ),
)

const same = (a: string | null | undefined, b: string | undefined): boolean =>
  b !== undefined && decimal(a ?? null)?.eq(b) === true

describe('the scores of published forms', () => {
  it.each(byHand)('$at row $row $name', ({ at, row, printed, score, from, to, right }) => {
    const found = scored.get(at)?.find(({ path }) => path === `indicators[${row - 1}].score`)
    expect(found?.printed).toBe(printed)
    if (from === undefined) expect(same(found?.computed, score), `${found?.computed} ≠ ${score}`).toBe(true)
    else expect([same(found?.range?.from, from), same(found?.range?.to, to)]).toEqual([true, true])
    expect(['equal', 'inside'].includes(found?.verdict ?? '')).toBe(right)
  })

  it('were worked out for 84 indicators', () => {
    expect(byHand).toHaveLength(84)
  })
})
