import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Form } from '../src/kernel/form/form.ts'

it('the example of docs/format is a form, field for field', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/format/README.md', 'utf8')) ?? []
  const given: unknown = JSON.parse(example)
  expect(Form.parse(given)).toEqual(given)
})
