import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { apiPage } from '../scripts/api-pages.ts'
import { glossary } from '../scripts/glossary.ts'

it.each([
  ['GLOSSARY.md', glossary],
  ['docs/api/README.md', apiPage],
])('%s says what the code says (write it anew with: npm run pages)', (path, page) => {
  expect(readFileSync(path, 'utf8')).toBe(page())
})
