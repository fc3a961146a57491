import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { checkForm } from '../../kernel/review/check.ts'
import { withRelated } from './related-check.ts'

const { forms } = JSON.parse(readFileSync('test/golden/001.json', 'utf8')) as { forms: Form[] }
const [form] = forms
if (!form) throw new Error('001 has a form')
const lastYear: Form = { ...form, year: (form.year ?? 2024) - 1 }
/** The report leaves an approved indicator out. */
const approvedTarget: Form = {
  ...form,
  kind: 'project-target',
  indicators: [...form.indicators, ...form.indicators.slice(0, 1).map((row) => ({ ...row, name: '另一项批复的指标' }))],
}

it('says of the form alone and of the server together what the server says of the same form', () => {
  const server = checkForm(form, undefined, { lastYear, approvedTarget, today: '2024-03-01' })
  const alone = checkForm(form)
  expect(server.findings.length).toBeGreaterThan(alone.findings.length)
  const both = withRelated(alone, server)
  const sorted = (findings: typeof server.findings) => findings.map(({ rule, path }) => `${rule} ${path}`).sort()
  expect(sorted(both.findings)).toEqual(sorted(server.findings))
  expect(both.notChecked.map(({ rule }) => rule).sort()).toEqual(server.notChecked.map(({ rule }) => rule).sort())
  expect(both.passed).toBe(server.passed)
})

it('keeps what the page found in a form the server has not seen yet', () => {
  const typed: Form = { ...form, indicators: form.indicators.map((row) => ({ ...row, weight: '99' })) }
  const server = checkForm(form, undefined, { lastYear, approvedTarget })
  const here = checkForm(typed)
  const both = withRelated(here, server)
  for (const finding of here.findings) expect(both.findings).toContainEqual(finding)
  expect(new Set(both.findings.map(({ rule, path, message }) => `${rule} ${path} ${message}`)).size).toBe(
    both.findings.length,
  )
})
