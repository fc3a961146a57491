// Every rule is tried on its own examples, and all rules together on forms that are in order or empty.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blankForm, blankFund, blankIndicator } from '../form/blank.ts'
import { type Form, FormKind } from '../form/form.ts'
import { at } from '../form/path.ts'
import { profileOf } from '../profile/choose.ts'
import { scoreForm } from '../scoring/engine.ts'
import { checkForm } from './check.ts'
import type { Example, ReviewRule } from './review-rule.ts'
import { rules } from './rules/index.ts'
import { departmentForm, selfEvaluation, targetForm } from './sample.ts'

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}

const judge = (rule: ReviewRule, { form, profile: id = 'national@2020', related = {} }: Example) => {
  const profile = profileOf(id)
  if (!profile) throw new Error(`no profile ${id}`)
  return rule.run({ form: frozen(form), profile: frozen(profile), scores: frozen(scoreForm(form, profile)), related })
}

/** Whether a text is the message with its slots filled in. */
const fills = (message: string, text: string) => {
  const pattern = message
    .split(/\{\w+\}/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]+')
  return new RegExp(`^${pattern}$`).test(text) && !/undefined|\[object|NaN|\{\w+\}/.test(text)
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples().passes.map((example, i) => [i, example] as const))('passes example %i', (_i, example) => {
    expect(rule.kinds).toContain(example.form.kind)
    expect(judge(rule, example)).toEqual({ findings: [], notChecked: [] })
  })

  it.each(rule.examples().fails.map((fail, i) => [i, fail] as const))(
    'fails example %i',
    (_i, [example, key, path]) => {
      expect(rule.kinds).toContain(example.form.kind)
      const { findings } = judge(rule, example)
      expect(findings.map((f) => f.path)).toContain(path)
      const template = rule.messages[key] ?? ''
      expect(
        findings.filter((f) => f.path === path).map((f) => [f.message, fills(template, f.message)]),
      ).toContainEqual([expect.any(String), true])
      expect(at(example.form, path), `${path} leads into the form`).not.toBeUndefined()
    },
  )

  it.each((rule.examples().unable ?? []).map((example, i) => [i, example] as const))(
    'says that it cannot check example %i',
    (_i, example) => {
      const { findings, notChecked } = judge(rule, example)
      expect(findings).toEqual([])
      expect(notChecked.map((n) => n.reason).join()).not.toBe('')
    },
  )

  it('is documented: basis, fix, a passing example and one failing example a message', () => {
    for (const text of [rule.title, rule.basis, rule.fix]) expect(text.trim()).not.toBe('')
    expect(rule.examples().passes).not.toHaveLength(0)
    const shown = new Set(rule.examples().fails.map(([, key]) => key))
    expect(Object.keys(rule.messages).filter((key) => !shown.has(key))).toEqual([])
  })
})

describe('the registry', () => {
  const folder = new URL('./rules/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => /\/\w\d\d-[^/]*\.ts$/.test(f))

  it('holds every rule file once (else run: node scripts/registry.mjs)', () => {
    expect(rules).toHaveLength(files.length)
    const index = readFileSync(new URL('index.ts', folder), 'utf8')
    expect(files.filter((file) => !index.includes(`'./${file}'`))).toEqual([])
  })

  it('names every file after the id of its rule, in the folder of its group', () => {
    for (const file of files) {
      const name = file.split('/').at(-1) ?? ''
      const text = readFileSync(new URL(file, folder), 'utf8')
      expect(text, file).toContain(`id: '${name.slice(0, 3).toUpperCase()}'`)
      expect(file.startsWith(`${name.charAt(0)}-`), file).toBe(true)
    }
  })

  it('holds every id once', () => {
    const ids = rules.map((rule) => rule.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it('supersedes only rules that exist', () => {
    const ids = new Set<string>(rules.map((rule) => rule.id))
    expect(rules.flatMap((rule) => rule.supersedes ?? []).filter((id) => !ids.has(id))).toEqual([])
  })
})

const bare = (kind: FormKind): Form => ({
  ...blankForm(kind),
  funds: [blankFund('合计'), blankFund('其他资金', 1)],
  indicators: [blankIndicator],
})

describe('all rules together', () => {
  it.each([selfEvaluation(), targetForm(), departmentForm()])(
    'have no complaint about a form in order ($kind)',
    (form) => {
      const profile = profileOf('national@2020')
      const complaints = checkForm(form, profile).findings.filter((f) => f.severity !== 'advice')
      expect(complaints.map((f) => `${f.rule} ${f.path} ${f.message}`)).toEqual([])
    },
  )

  it.each(FormKind.options.flatMap((kind) => [blankForm(kind), bare(kind)]))('survive an empty form', (form) => {
    expect(() => checkForm(form)).not.toThrow()
  })
})
