import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rulePages } from '../scripts/rule-pages.ts'

it('docs/rules says what the rules do (write it anew with: npm run rules)', () => {
  const written = new Map(readdirSync('docs/rules').map((name) => [name, readFileSync(`docs/rules/${name}`, 'utf8')]))
  expect([...written.keys()].sort()).toEqual([...rulePages().keys()].sort())
  for (const [name, text] of rulePages()) expect(written.get(name), name).toBe(text)
})
