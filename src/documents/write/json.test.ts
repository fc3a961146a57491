// The JSON file is what `read --json` prints.
import { expect, it } from 'vitest'
import { blankForm } from '../../kernel/form/blank.ts'
import { FormDocument } from '../../kernel/form/form.ts'
import { writeJson } from './json.ts'

it.each([0, 1, 3])('is a document of the contract with %i forms', (n) => {
  const forms = Array.from({ length: n }, () => blankForm('project-target'))
  const text = Buffer.concat([...writeJson(forms, '表“一”.txt')]).toString()
  expect(FormDocument.parse(JSON.parse(text))).toEqual({ source: '表“一”.txt', forms })
})
