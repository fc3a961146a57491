// What the review finds in the five published documents does not get worse. `npm run measure` shows the figures.
import { describe, expect, it } from 'vitest'
import { rules } from '../src/kernel/review/rules/index.ts'
import { type How, measure, precision, recall } from './measure.ts'
import { answers } from './measure-answers.ts'

const measured = measure()

/** Faults people found, by what it takes to see them; the bounds are what was reached, rounded down. */
const least: readonly (readonly [How, number, number])[] = [
  ['deterministic', 145, 0.97],
  ['cross_field', 45, 0.8],
  ['cross_document', 14, 0.92],
  ['semantic', 73, 0.3],
]

describe('the faults people found', () => {
  it.each(least)('%s: all %i were looked for, at least the share %d found', (how, count, share) => {
    const { found, all } = recall(measured, how)
    expect(all).toBe(count)
    expect(found / all).toBeGreaterThanOrEqual(share)
  })

  it('are answered by rules that exist', () => {
    const ids = new Set<string>(rules.map(({ id }) => id))
    expect(Object.values(answers).flatMap((of) => of.filter((rule) => !ids.has(rule)))).toEqual([])
  })

  it('each stand in a form that was read', () => {
    expect(measured.matches).toHaveLength(277)
    const places = new Set(measured.findings.map(({ at }) => at))
    expect(measured.matches.filter(({ entry: { file, form } }) => !places.has(`${file.slice(0, 3)}#${form}`))).toEqual(
      [],
    )
  })
})

describe('the errors and warnings', () => {
  it('are true to at least 95 %', () => {
    expect(precision(measured).share).toBeGreaterThanOrEqual(0.95)
  })

  it('were judged in a sample of a hundred, nearly all of which still stand', () => {
    const { judgedTrue, judgedFalse } = precision(measured)
    expect(judgedTrue + judgedFalse).toBeGreaterThanOrEqual(90)
  })

  it('answer the list in great part', () => {
    const { listed, unjudged } = precision(measured)
    expect(listed).toBeGreaterThan(unjudged)
  })
})
