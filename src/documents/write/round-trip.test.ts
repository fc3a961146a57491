// The law of the document layer: what is written in any format and read again is the same form.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { readDocument, readText } from '../read-document.ts'
import { formats } from './formats.ts'
import { formOf } from './forms.test-kit.ts'

const printed = ['docx', 'html', 'xlsx'] as const
type Printed = (typeof printed)[number]

const written = (forms: readonly Form[], format: Printed): Uint8Array => Buffer.concat([...formats[format](forms)])

/** What the contract holds; where a field stood and what was doubtful belong to the file it was read from. */
const contract = ({ sources: _, doubts: __, yearSource: ___, ...form }: Form): object => form

async function expectLaw(forms: readonly Form[], format: Printed): Promise<void> {
  const read = await readDocument(written(forms, format), `表.${format}`)
  expect(read.forms.map(contract)).toEqual(forms.map(contract))
}

const cases = layouts.flatMap((layout) => printed.map((format) => [layout.id, format, layout] as const))

describe('written and read again, a form is the same', () => {
  it.each(cases)('%s as %s', async (_, format, layout) => {
    const document = fc.array(formOf(layout), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(document, (forms) => expectLaw(forms, format)),
      { numRuns: 12 },
    )
  })

  it.each(cases)('%s as %s with up to 200 indicators over several pages', async (_, format, layout) => {
    const many = formOf(layout, { minLength: 60, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(many, (form) => expectLaw([form], format)),
      { numRuns: 2, endOnFailure: true },
    )
  })

  it.each(printed)('forms of all layouts in one document as %s', async (format) => {
    const document = fc.tuple(...layouts.map((layout: Layout) => formOf(layout, { minLength: 1, maxLength: 5 })))
    await fc.assert(
      fc.asyncProperty(document, (forms) => expectLaw(forms, format)),
      { numRuns: 5, endOnFailure: true },
    )
  })

  const documents = ['000', '001', '002', '003', '004'].flatMap((name) =>
    printed.map((format) => [name, format] as const),
  )
  it.each(documents)('every form of document %s as %s', async (name, format) => {
    await expectLaw(readText(readFileSync(`demo/${name}.txt`, 'utf8'), name).forms, format)
  })
})
