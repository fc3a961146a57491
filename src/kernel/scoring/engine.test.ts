// The published Shanghai forms, recomputed to the cent: every rate, score, total and grade.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../decimal.ts'
import { blankForm, blankFund } from '../form/blank.ts'
import type { Form } from '../form/form.ts'
import { profileFor } from '../profile/choose.ts'
import { national2020 } from '../profile/national-2020.profile.ts'
import type { Profile } from '../profile/profile.ts'
import { shanghai2023 } from '../profile/shanghai-2023.profile.ts'
import { scoreForm } from './engine.ts'
import { rowOf, selfEvaluation, totalRow } from './example-row.ts'
import type { FormScores, Score } from './score.ts'

const json = (file: string): unknown => JSON.parse(readFileSync(`test/golden/${file}.json`, 'utf8'))
const golden = (file: string): Form[] => (json(file) as { forms: Form[] }).forms
const at = ({ scores }: FormScores, path: string): Score | undefined => scores.find((score) => score.path === path)

describe('the forms of 001 and 002', () => {
  const forms = [...golden('001'), ...golden('002')].map((form) => [form.project?.name ?? '', form] as const)

  it.each(forms)('%s: the printed execution rates and score are recomputed', (_, form) => {
    const scores = scoreForm(form, shanghai2023)
    for (const [i, fund] of form.funds.entries()) {
      const rate = at(scores, `funds[${i}].rate`)
      if (fund.annualBudget === '0.00') expect(rate).toMatchObject({ computed: null, verdict: 'unable' })
      else expect(rate).toMatchObject({ printed: fund.rate, computed: fund.rate, verdict: 'equal' })
    }
    expect(at(scores, 'funds[0].score')).toMatchObject({
      computed: form.funds[0]?.score,
      verdict: 'equal',
      rounding: 'truncate, 2',
    })
  })

  it.each(forms)('%s: total and grade', (name, form) => {
    const { total, grade } = scoreForm(form, shanghai2023)
    const recomputed: Record<string, [string, string]> = {
      // Two scores were written by hand (4.00 for 4.50, 4.00 for 4.95).
      质量发展专项经费: ['99.42', '优'],
      // Nothing was done of 100 % and full marks were given; the sum was rounded to 98.
      政府聘用辅助人员经费: ['87.99', '良'],
    }
    const [score, mark] = recomputed[name] ?? [form.totals.score, form.grade]
    expect(total).toMatchObject({ printed: form.totals.score, computed: score })
    expect(grade).toMatchObject({ printed: '优', computed: mark })
  })
})

describe('the golden vectors of all thirteen forms', () => {
  // project, annual budget, executed, rate, execution score, sum of the indicators, total
  const vectors = [
    ['新闻宣传专项经费', '15.42', '15.42', '100.00', '10.00', '86.00', '96'],
    ['质量发展专项经费', '55.50', '55.37', '99.76', '9.97', '88.00', '97.97'],
    ['业务受理工作经费', '10.21', '10.17', '99.60', '9.96', '86.60', '96.56'],
    ['政府聘用辅助人员经费', '171.60', '171.59', '99.99', '9.99', '88', '97.99'],
    ['法律法规专项业务经费', '83.00', '74.33', '89.55', '8.95', '90.00', '98.95'],
    ['宣传业务经费', '170.34', '128.11', '75.20', '7.52', '90.00', '97.52'],
    ['局系统培训经费', '74.70', '68.56', '91.78', '9.17', '90.00', '99.17'],
    ['药品监督管理业务经费', '108.17', '94.51', '87.37', '8.73', '90.00', '98.73'],
    ['医疗器械监督管理业务经费', '75.24', '52.70', '70.04', '7.00', '90.00', '97'],
    ['化妆品监督管理业务经费', '51.82', '50.96', '98.34', '9.83', '90.00', '99.83'],
    ['药械化稽查综合检查', '666.92', '320.18', '48.00', '4.80', '88.62', '93.42'],
    ['药械化质量抽检经费', '6765.00', '6674.00', '98.65', '9.86', '90.00', '99.86'],
    ['综合管理类专项经费', '707.11', '632.54', '89.45', '8.94', '86.00', '94.94'],
  ] as const

  it.each(vectors)('%s', (_, budget, executed, rate, execution, indicators, total) => {
    // The indicators enter as one row without an actual: its score is taken as printed.
    const form = selfEvaluation([rowOf({ target: '合计', weight: '90', score: indicators })], {
      funds: [totalRow(budget, executed, { rate, score: execution })],
    })
    const scores = scoreForm(form, shanghai2023)
    expect(at(scores, 'funds[0].rate')).toMatchObject({ computed: rate, verdict: 'equal' })
    expect(at(scores, 'funds[0].score')).toMatchObject({ computed: execution, verdict: 'equal' })
    expect(scores.total.computed).toBe(total)
    expect(scores.grade.computed).toBe('优')
  })

  it('differ from half-up rounding, which the national profile has', () => {
    const form = selfEvaluation([], { funds: [totalRow('6765.00', '6674.00', { score: '9.86' })] })
    expect(at(scoreForm(form, national2020), 'funds[0].score')).toMatchObject({
      computed: '9.87',
      verdict: 'different',
    })
  })
})

type GoldenScore = {
  l3: string
  target: string
  actual: string
  weight: string
  printed: string
  method: string
  rule: string
  verdict: string
}

describe('every published indicator score', () => {
  const rows = json('published-scores') as GoldenScore[]
  const score = ({ l3, target, actual, weight, printed }: GoldenScore): Score | undefined =>
    scoreForm(selfEvaluation([rowOf({ name: l3, target, actual, weight, score: printed })]), shanghai2023).scores[0]

  const numeric = rows.filter(({ method, verdict }) => !method.startsWith('tier') && verdict === 'ok')
  it.each(numeric)('$l3: $target → $actual is $printed of $weight', (row) => {
    const { computed, verdict } = score(row) ?? {}
    expect(verdict).toBe('equal')
    expect(new Decimal(computed ?? '').eq(row.printed)).toBe(true)
    expect(computed).toBe(new Decimal(row.rule).toFixed(2))
  })

  const tiers = rows.filter(({ method }) => method.startsWith('tier'))
  it.each(tiers)('$l3: $actual, $printed of $weight lies in the band', (row) => {
    const found = score(row)
    const [from, to] = row.rule.split('–').map((bound) => new Decimal(bound).toFixed())
    expect(found).toMatchObject({ verdict: 'inside', range: { from, to, fromInclusive: true, toInclusive: true } })
    expect(found?.computed).toBe(row.method === 'tier achieved' ? new Decimal(row.weight).toFixed(2) : null)
  })

  const byHand = rows.filter(({ verdict }) => verdict.startsWith('DIFF'))
  it.each(byHand)('$l3: written by hand, $printed printed and $rule by the rule', (row) => {
    const found = score(row)
    expect(found).toMatchObject({ verdict: 'different', printed: row.printed, computed: row.rule })
    const comparison = found?.derivation.find(({ label }) => label === '比较')?.text
    expect(comparison).toContain(`表上为 ${row.printed}，复算为 ${row.rule}`)
  })

  it('are all covered: none is left out', () => {
    expect(numeric.length + tiers.length + byHand.length).toBe(rows.length)
    expect([numeric.length, tiers.length, byHand.length]).toEqual([54, 27, 3])
  })
})

describe('a department form (003)', () => {
  const form = golden('003')[0] ?? blankForm('department-self-evaluation')
  const scores = scoreForm(form, profileFor(form))

  it('shows the contradictions of its money table with arithmetic', () => {
    expect(at(scores, 'funds[0].rate')).toMatchObject({ printed: '0.00', computed: '100.00', verdict: 'different' })
    expect(at(scores, 'funds[0].rate')?.formula).toBe('11789.83 ÷ 11789.83 × 100')
    expect(at(scores, 'funds[1].rate')).toMatchObject({ printed: '0.00', computed: '81.26', verdict: 'different' })
    expect(at(scores, 'funds[2].rate')).toMatchObject({ printed: '100.00', computed: '100.00', verdict: 'equal' })
    expect(at(scores, 'funds[2].score')).toMatchObject({ printed: '9', computed: '10.00', verdict: 'different' })
  })

  it('cannot score its indicators, which have no actual values, and says so', () => {
    const rows = scores.scores.filter(({ path }) => path.startsWith('indicators'))
    expect(rows).toHaveLength(44)
    expect(new Set(rows.map(({ verdict, because }) => `${verdict} ${because}`))).toEqual(
      new Set(['unable 表中没有实际完成值一栏']),
    )
    expect(scores.total.computed).toBe('100')
    expect(scores.total.derivation.find(({ label }) => label === '说明')?.text).toMatch(
      /^44 项无法复算，按表上得分计入/,
    )
  })
})

describe('forms without scores', () => {
  it.each([...golden('000'), ...golden('004')].map((form) => [form.project?.name, form] as const))(
    '%s has none',
    (_, form) => {
      const { scores, total, grade } = scoreForm({ ...form, totals: { weight: null, score: null } }, profileFor(form))
      expect(scores).toEqual([])
      expect(total).toEqual({ printed: null, computed: null, derivation: [] })
      expect(grade.computed).toBeNull()
    },
  )

  it('an empty form is no fault', () => {
    expect(scoreForm(blankForm('project-self-evaluation'), national2020).scores).toEqual([])
  })
})

describe('the money table', () => {
  const rateOf = (budget: string | null, executed: string | null, rate: string | null = '0.00') =>
    scoreForm(selfEvaluation([], { funds: [{ ...totalRow(budget, executed), rate }] }), national2020).scores

  it('has no rate without a budget, and says when money was spent nevertheless', () => {
    expect(rateOf('0', '0')[0]).toMatchObject({ verdict: 'unable', because: '全年预算数为 0，执行率不适用' })
    expect(rateOf('0', '3')[0]?.because).toBe('全年预算数为 0 而全年执行数为 3，执行率不适用')
    expect(rateOf('0', '3')[1]).toMatchObject({ path: 'funds[0].score', computed: null, verdict: 'unable' })
  })

  it('says which amount is missing where a rate is printed', () => {
    expect(rateOf(null, '3')[0]?.because).toBe('没有全年预算数，执行率不适用')
    expect(rateOf('3', null)[0]?.because).toBe('没有全年执行数，执行率不适用')
    expect(rateOf(null, null, null)[0]?.path).toBe('funds[0].score')
  })

  it('gives full points, never more, to a rate above 100 %', () => {
    const [rate, score] = rateOf('3', '4')
    expect([rate?.computed, score?.computed]).toEqual(['133.33', '10.00'])
  })

  it('scores the total row wherever it stands and no part of it', () => {
    const part = { ...blankFund('财政拨款', 1), annualBudget: '10', executed: '5', weight: '10', score: '5' }
    const scores = scoreForm(selfEvaluation([], { funds: [part, totalRow('10', '5')] }), national2020).scores
    expect(scores.filter(({ method }) => method === 'execution-score').map(({ path }) => path)).toEqual([
      'funds[1].score',
    ])
  })

  it("takes the profile's points where the row prints a score and no points", () => {
    const fund = totalRow('10', '5', { weight: null, score: '5' })
    const score = scoreForm(selfEvaluation([], { funds: [fund] }), national2020).scores[1]
    expect(score).toMatchObject({ computed: '5.00', verdict: 'equal' })
    expect(score?.derivation[1]?.text).toContain('按口径 10')
  })

  it('is absent, with its number, where nothing is printed', () => {
    expect(rateOf('10', '5', null)[0]).toMatchObject({ printed: null, computed: '50.00', verdict: 'absent' })
  })

  it('is rounded exactly as integers have it, cut in Shanghai and half up nationally', () => {
    const amount = fc.integer({ min: 1, max: 2_000_000_000 })
    const text = (n: number) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`
    fc.assert(
      fc.property(amount, amount, (budget, executed) => {
        const form = selfEvaluation([], { funds: [totalRow(text(budget), text(executed))] })
        const rate = (profile: Profile) => scoreForm(form, profile).scores[0]?.computed?.replace('.', '')
        const [b, e] = [BigInt(budget), BigInt(executed)]
        expect(BigInt(rate(shanghai2023) ?? '')).toBe((e * 10_000n) / b)
        expect(BigInt(rate(national2020) ?? '')).toBe((2n * e * 10_000n + b) / (2n * b))
      }),
    )
  })
})
