import { describe, expect, it } from 'vitest'
import { rules } from '../review/rules/index.ts'
import { profileOf } from './choose.ts'
import { profiles } from './index.ts'
import type { Profile } from './profile.ts'
import { differences, profileWords } from './words.ts'

const known = (id: string): Profile => profileOf(id) ?? expect.fail(`no profile ${id}`)
const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? expect.fail(`no rule ${id}`)
const diff = (a: string, b: string) => differences(known(a), known(b), titleOf)

/** What names a profile, spells its words differently or is one of a closed list, every word of which has its sentence. */
const silent = /^(id|title|sources|kinds|reverse|equal|severities)\b|\.(aliases|denominator|names|tier|mode)\b/

/** Every copy of a value in which one leaf is another, with the path of the leaf. */
function* changes(value: unknown, path = ''): Generator<readonly [path: string, changed: unknown]> {
  if (silent.test(path)) return
  if (typeof value === 'string') yield [path, `${value}7`]
  else if (typeof value === 'number') yield [path, value + 1]
  else if (typeof value === 'boolean') yield [path, !value]
  else if (Array.isArray(value))
    for (const [i, one] of value.entries())
      for (const [where, other] of changes(one, `${path}[${i}]`)) yield [where, value.with(i, other)]
  else if (value !== null && typeof value === 'object')
    for (const [key, one] of Object.entries(value))
      for (const [where, other] of changes(one, path === '' ? key : `${path}.${key}`))
        yield [where, { ...value, [key]: other }]
}

describe('a profile in words', () => {
  it.each(profiles.map((profile) => [profile.id, profile] as const))('%s says every topic once', (_, profile) => {
    const words = profileWords(profile, titleOf)
    expect(new Set(words.map(({ topic }) => topic)).size).toBe(words.length)
    for (const { topic, text } of words) expect([topic, text]).toEqual([topic, expect.stringMatching(/。$/)])
    expect(words.map(({ text }) => text).join('')).not.toMatch(/undefined|NaN|null|\[object/)
  })

  it('keeps nothing back that judges a form: whichever value changes, a sentence changes', () => {
    for (const profile of profiles) {
      const unsaid = [...changes(profile)].filter(
        // The same shape, one leaf another.
        ([, changed]) => differences(profile, changed as Profile, (id) => id).length === 0,
      )
      expect(unsaid.map(([path]) => path)).toEqual([])
    }
  })
})

describe('the differences of two profiles', () => {
  it('are none of a profile to itself', () => expect(diff('hubei@2020', 'hubei@2020')).toEqual([]))

  it('are said in words, with both sides', () => {
    expect(diff('national@2020', 'hubei@2020')).toContainEqual({
      topic: '反向指标（≤、<）',
      left: '超过指标值的，按超出比例扣分，超出一倍以上不得分。',
      right: '超过指标值的，得分 = 分值 × 指标值 ÷ 完成值。',
    })
    expect(diff('national@2020', 'shanghai@2023').map(({ topic }) => topic)).toEqual([
      '适用地区',
      '起用年度',
      '定性指标“部分达成”档',
      '执行率的舍入',
      '预算执行得分的舍入',
      '规则 F02“一级指标分值符合规定比例”',
    ])
  })

  it('are null on the side that lays nothing down', () => {
    expect(diff('national@2020', 'guangxi@2021')).toContainEqual({
      topic: '资金到位率的计分',
      left: null,
      right: '达到 100% 得满分，每少 10 个百分点扣 1 分，不足 10 个百分点的按 10 个计。',
    })
  })
})
