import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { Form as FormSchema } from '../../kernel/form/form.ts'
import { at } from '../../kernel/form/path.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { shanghaiSelfEvaluation } from '../../kernel/layout/shanghai-self-evaluation.layout.ts'
import { shanghaiTargetDeclaration } from '../../kernel/layout/shanghai-target-declaration.layout.ts'
import { linesOf } from '../lines.ts'
import type { Segment } from '../source-text.ts'
import { paper, selfEvaluation } from './forms.test-kit.ts'
import { printSelfEvaluation } from './print-flow.test-kit.ts'
import { readFlow } from './read-flow.ts'

const demo = (file: string): string => readFileSync(new URL(`../../../demo/${file}`, import.meta.url), 'utf8')
const golden = (file: string): { forms: Form[] } =>
  JSON.parse(readFileSync(new URL(`../../../test/golden/${file}`, import.meta.url), 'utf8'))

/** The forms of a document: each begins with the line that is its title. */
function segments(text: string, layout: Layout): readonly Segment[] {
  const lines = linesOf(text)
  const starts = lines.flatMap((line, i) => (line.text.trim() === layout.title ? [i] : []))
  return starts.map((start, i) => ({ lines: lines.slice(start, starts[i + 1]) }))
}
const forms = (file: string, layout: Layout): readonly Form[] =>
  segments(demo(file), layout).map((one) => readFlow(one, layout))
const lines = (text: string): Segment => ({ lines: linesOf(text) })

const squeeze = (text: string): string => text.replace(/\s/g, '')
/** The truth with white space out of the way, and of the form only what the truth speaks about. */
function judged(truth: unknown, found: unknown): unknown {
  if (typeof truth === 'string') return typeof found === 'string' ? squeeze(found) : found
  if (Array.isArray(truth)) return Array.isArray(found) ? found.map((one, i) => judged(truth[i], one)) : found
  if (truth === null || typeof truth !== 'object') return found
  return Object.fromEntries(
    Object.entries(truth).map(([key, value]) => [key, judged(value, (found as Record<string, unknown> | null)?.[key])]),
  )
}
const plain = (truth: unknown): unknown => judged(truth, truth)

const selfEvaluations = forms('002.txt', shanghaiSelfEvaluation)
const declarations = forms('000.txt', shanghaiTargetDeclaration)

describe('the published forms are read as they stand', () => {
  const cases = [
    ['000.json', declarations],
    ['002.json', selfEvaluations],
    ['002-forms-7-9.json', selfEvaluations],
  ] as const
  for (const [file, found] of cases)
    for (const truth of golden(file).forms)
      it(`${file}: ${truth.project?.name}`, () => {
        const form = found.find((one) => one.project?.name === truth.project?.name)
        expect(judged(truth, form)).toEqual(plain(truth))
      })
  it('with nothing left over or missing', () => {
    expect(declarations.map((form) => form.indicators.length)).toEqual([11, 8, 16, 17])
    expect(selfEvaluations.map((form) => form.indicators.length)).toEqual([12, 11, 5, 11, 7, 10, 23, 12, 48])
    expect([...declarations, ...selfEvaluations].flatMap((form) => form.doubts ?? [])).toEqual([])
  })
  it('with weights of 90 beside the 10 of the execution rate', () => {
    for (const form of selfEvaluations)
      expect(form.indicators.reduce((sum, one) => sum + Math.round(Number(one.weight) * 100), 0)).toBe(9000)
  })
  it('as forms of the schema', () => {
    for (const form of [...declarations, ...selfEvaluations]) expect(() => FormSchema.parse(form)).not.toThrow()
  })
})

describe('every field carries its place', () => {
  const [, publicity] = selfEvaluations
  it('with lines, and the text as it is printed there', () => {
    expect(publicity?.sources?.['indicators[1].target']).toEqual({ line: 162, lineEnd: 164, text: '≥30.00(万\n\n份)' })
    expect(publicity?.sources?.['indicators[1].actual']).toEqual({ line: 165, lineEnd: 165, text: '30.00(万份)' })
    expect(publicity?.sources?.['funds[0].rate']).toEqual({ line: 129, lineEnd: 129, text: '75.20' })
    expect(publicity?.sources?.['totals.score']).toEqual({ line: 213, lineEnd: 213, text: '97.52' })
  })
  it('so that the place gives the field back', () => {
    for (const form of [...declarations, ...selfEvaluations])
      for (const [path, source] of Object.entries(form.sources ?? {})) {
        const field = at(form, path)
        const text = field !== null && typeof field === 'object' && 'text' in field ? field.text : field
        if (path === 'year' || path === 'title') expect(source.text).toContain(String(text))
        else if (path === 'amountUnit') expect(source.text).toContain(text)
        else expect(squeeze(source.text).replaceAll(',', '')).toBe(squeeze(String(text)).replaceAll(',', ''))
      }
  })
})

describe('whatever the columns are wide and however the text is spaced', () => {
  const sameFields = (form: Form, read: Form): void => {
    const { sources: _, doubts, layout: __, ...fields } = read
    expect(doubts).toEqual([])
    expect(fields).toEqual(form)
  }
  it('a printed form is read back', () => {
    fc.assert(
      fc.property(selfEvaluation, paper, (form, of) =>
        sameFields(form, readFlow(printSelfEvaluation(form, of), shanghaiSelfEvaluation)),
      ),
      { numRuns: 40, seed: 8 },
    )
  })
})
