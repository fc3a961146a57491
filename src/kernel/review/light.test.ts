// Lights: read as the practice says it, and on the published forms.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { profileFor, profileOf } from '../profile/choose.ts'
import { scoreForm } from '../scoring/engine.ts'
import { colorLabel, consistencyLight, lightsOf, progressLight } from './light.ts'
import { indicator, selfEvaluation, targetForm, totalFund, withFunds } from './sample.ts'

const national = profileOf('national@2020') ?? expect.fail('no national profile')
const light = (form: Form, profile = profileFor(form)) =>
  consistencyLight({ form, profile, scores: scoreForm(form, profile) })

const evaluated = (score: string, budget: string, executed: string) => ({
  ...withFunds(selfEvaluation(), totalFund({ annualBudget: budget, executed, weight: '10' })),
  indicators: [indicator({ weight: '90', score })],
})
const golden = (name: string): readonly Form[] =>
  (JSON.parse(readFileSync(`test/golden/${name}.json`, 'utf8')) as { forms: Form[] }).forms

describe('得分与执行一致性', () => {
  it.each([
    ['88.62', '666.92', '320.18', 'red', '指标得分率 98.5%，执行得分率 48.0%，相差 51.3%，高于 5%'],
    ['90', '100', '95', 'green', '大体一致'],
    ['90', '100', '94.9', 'red', '相差 5.1%'],
    ['45', '100', '50', 'yellow', '预算有 50.0% 未执行，高于 20%'],
    ['70', '100', '80', 'green', '大体一致'],
    ['90', '0', '0', 'yellow', '全年预算数为 0'],
  ])('%s of 90 points, %s planned, %s spent: %s', (score, budget, executed, color, because) => {
    const found = light(evaluated(score, budget, executed), national)
    expect(found?.color).toBe(color)
    expect(found?.because).toContain(because)
    expect(found?.derivation.map((step) => step.label)).toContain('结论')
  })

  it('cannot be told without scores, and says so', () => {
    const found = light({ ...evaluated('90', '100', '95'), indicators: [indicator({ weight: '90' })] }, national)
    expect(found).toMatchObject({ color: null, because: '缺少指标分值、得分或预算执行数，无法比较' })
    expect(found?.derivation.at(-2)?.label).toBe('未能计算')
  })

  it('is for self-evaluations only', () => expect(light(targetForm())).toBeNull())

  it('has its bounds from the profile', () => {
    const lenient = { ...national, lights: { ...national.lights, consistency: { gap: '0.6', unspent: '0.9' } } }
    expect(light(evaluated('88.62', '666.92', '320.18'), lenient)?.color).toBe('green')
  })

  it.each(['001', '002'])(
    'is red in %s where the execution score lies more than 5 % below the other scores',
    (name) => {
      for (const form of golden(name)) {
        // Printed: all indicator scores of the form, 分值 90, and the execution score of 10.
        const points = form.indicators.reduce((n, { score }) => n + Number(score) * 100, 0) / 9000
        const spent = Number(form.funds[0]?.score) / 10
        expect([form.project?.name, light(form)?.color === 'red']).toEqual([
          form.project?.name,
          (points - spent) / points > 0.05,
        ])
      }
    },
  )
})

describe('执行进度', () => {
  it.each([
    ['34.9', 7, 'red'],
    ['35', 7, 'yellow'],
    ['46.6', 7, 'yellow'],
    ['46.7', 7, 'green'],
    ['80', 12, 'green'],
    ['79.9', 12, 'yellow'],
  ])('%s of 100 spent by the end of month %i: %s', (executed, month, color) => {
    const found = progressLight('100', executed, month, national)
    expect(found.color).toBe(color)
    expect(found.derivation.find((step) => step.label === '结论')?.text).toMatch(/灯：1—\d+月执行率/)
  })

  it('cannot be told without a budget', () => {
    expect(progressLight('0', '0', 7, national)).toMatchObject({ color: null, because: '预算数为 0，没有执行进度' })
    expect(progressLight('100', null, 7, national).color).toBeNull()
  })
})

it('a monitoring form has the light of its progress, once the month is known', () => {
  const form: Form = {
    ...withFunds(targetForm(), totalFund({ initialBudget: '100', executed: '30' })),
    kind: 'project-monitoring',
  }
  const input = { form, profile: national, scores: scoreForm(form, national) }
  expect(lightsOf(input)).toMatchObject([{ light: 'progress', color: null, because: '不知道监控数据截至几月' }])
  const round = {
    throughMonth: 7,
    form,
    rows: [],
    dueOn: null,
    submittedOn: null,
    warnedOn: null,
    settledOn: null,
    adjustmentApplied: false,
  }
  expect(lightsOf({ ...input, related: { monitoring: [round] } })).toMatchObject([{ light: 'progress', color: 'red' }])
})

it('names its colours', () => expect(Object.values(colorLabel)).toEqual(['红灯', '黄灯', '绿灯']))
