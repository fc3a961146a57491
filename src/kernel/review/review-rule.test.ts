import { describe, expect, it } from 'vitest'
import { profileOf } from '../profile/choose.ts'
import type { Profile } from '../profile/profile.ts'
import { scoreForm } from '../scoring/engine.ts'
import { type ReviewRule, review, reviewRule } from './review-rule.ts'
import { selfEvaluation, targetForm } from './sample.ts'

const about = { title: '…', basis: '…', fix: '改正', kinds: ['project-self-evaluation'] } as const
const examples = () => ({ passes: [], fails: [] })

const empty = reviewRule({
  ...about,
  id: 'A90',
  severity: 'error',
  supersedes: ['A91'],
  messages: { told: '“{name}”共 {count} 字' },
  *check({ form }, { say }) {
    const name = form.indicators[0]?.name ?? ''
    yield say('indicators[0].name', 'told', { name, count: name.length })
  },
  examples,
})
const same = reviewRule({
  ...about,
  id: 'A91',
  severity: 'warning',
  messages: { here: '此处有误', there: '另一处有误' },
  *check(_, { say }) {
    yield say('indicators[0].name', 'here')
    yield say({ path: 'grade', fix: '改为“良”' }, 'there')
  },
  examples,
})
const blind = reviewRule({
  ...about,
  id: 'A92',
  severity: 'error',
  messages: { never: '…' },
  *check(_, { unable }) {
    yield unable('缺少年度')
  },
  examples,
})

const profile = profileOf('national@2020') as Profile // the profile every place starts from
const judge = (rules: readonly ReviewRule[], form = selfEvaluation(), under = profile) =>
  review(rules, { form, profile: under, scores: scoreForm(form, under) })

describe('review', () => {
  it('fills a message with its numbers and names the indicator and what is printed there', () => {
    expect(judge([empty]).findings).toEqual([
      {
        rule: 'A90',
        severity: 'error',
        path: 'indicators[0].name',
        indicator: '举办培训班期数',
        quote: '举办培训班期数',
        message: '“举办培训班期数”共 7 字',
        observed: null,
        expected: null,
        arithmetic: null,
        basis: '…',
        fix: '改正',
      },
    ])
  })

  it('says one root cause once: a superseding finding silences the other at the same place only', () => {
    expect(judge([empty, same]).findings.map((f) => [f.rule, f.path, f.fix])).toEqual([
      ['A90', 'indicators[0].name', '改正'],
      ['A91', 'grade', '改为“良”'],
    ])
    expect(judge([same]).findings).toHaveLength(2)
  })

  it('keeps apart what passed, what was found and what could not be checked', () => {
    const result = judge([empty, blind])
    expect(result.notChecked).toEqual([{ rule: 'A92', reason: '缺少年度' }])
    expect(result.passed).toBe(0)
  })

  it('asks only the rules made for the kind of form', () => {
    expect(judge([empty, same, blind], targetForm())).toEqual({ findings: [], notChecked: [], passed: 0 })
  })

  it('takes the severity of the place, and leaves out what the place does not apply', () => {
    const local: Profile = { ...profile, severities: { A90: 'advice', A91: 'off' } }
    expect(judge([empty, same], selfEvaluation(), local).findings.map((f) => f.severity)).toEqual(['advice'])
  })
})
