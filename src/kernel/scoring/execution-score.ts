// The money table: execution rate of every row, execution score of the total row.
import { Decimal, decimal, plain, printed, type Rounding, round } from '../decimal.ts'
import type { Fund } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { comparisonStep, exact, GENERAL_BASIS, profileStep, roundingId, roundingStep, step } from './derivation.ts'
import type { Score } from './score.ts'

/** 执行率 of a row, in percent: 全年执行数 ÷ 全年预算数. null where the row has nothing to divide and prints no rate. */
export function scoreRate(fund: Fund, index: number, profile: Profile): Score | null {
  const rounding = profile.rounding.rate
  const amounts = amountsOf(fund)
  if (fund.rate === null && 'unable' in amounts) return null
  const cell: Cell = {
    path: `funds[${index}].rate`,
    method: 'execution-rate',
    shown: fund.rate,
    fund,
    profile,
    rounding,
  }
  if ('unable' in amounts) return unable(cell, `${amounts.unable}，执行率不适用`)
  const { budget, executed } = amounts
  return scored(cell, {
    raw: executed.div(budget).times(100),
    formula: `${plain(executed)} ÷ ${plain(budget)} × 100`,
    because: '执行率 = 全年执行数 ÷ 全年预算数',
    inputs: inputs(fund),
  })
}

/** 预算执行得分 of a total row that carries points: weight × min(rate, 1), from the exact rate. */
export function scoreExecution(fund: Fund, index: number, profile: Profile): Score | null {
  if (fund.level !== 0 || (fund.weight === null && fund.score === null)) return null
  const rounding = profile.rounding.executionScore
  const cell: Cell = {
    path: `funds[${index}].score`,
    method: 'execution-score',
    shown: fund.score,
    fund,
    profile,
    rounding,
  }
  const amounts = amountsOf(fund)
  if ('unable' in amounts) return unable(cell, `${amounts.unable}，没有执行率可以计分`)
  const weight = decimal(fund.weight) ?? new Decimal(profile.execution.weight)
  const { budget, executed } = amounts
  const within = executed.lte(budget)
  const share = executed.isNegative() ? new Decimal(0) : within ? executed.div(budget) : new Decimal(1)
  return scored(cell, {
    raw: weight.times(share),
    formula:
      within && !executed.isNegative()
        ? `${plain(weight)} × ${plain(executed)} ÷ ${plain(budget)}`
        : `${plain(weight)} × ${plain(share)}`,
    because: '预算执行得分 = 分值 × 执行率，执行率高于 100% 按 100% 计',
    inputs: `分值 ${fund.weight ?? `空（按口径 ${profile.execution.weight}）`}；${inputs(fund)}`,
  })
}

function amountsOf({ annualBudget, executed }: Fund): { budget: Decimal; executed: Decimal } | { unable: string } {
  const [budget, spent] = [decimal(annualBudget), decimal(executed)]
  if (budget === null) return { unable: '没有全年预算数' }
  if (spent === null) return { unable: '没有全年执行数' }
  if (budget.isZero())
    return { unable: spent.isZero() ? '全年预算数为 0' : `全年预算数为 0 而全年执行数为 ${plain(spent)}` }
  if (budget.isNegative()) return { unable: `全年预算数 ${plain(budget)} 是负数` }
  return { budget, executed: spent }
}

const inputs = ({ label, annualBudget, executed }: Fund): string =>
  `${label}：全年预算数 ${annualBudget ?? '空'}，全年执行数 ${executed ?? '空'}`

type Cell = {
  readonly path: string
  readonly method: string
  readonly shown: string | null
  readonly fund: Fund
  readonly profile: Profile
  readonly rounding: Rounding
}
type Worked = { readonly raw: Decimal; readonly formula: string; readonly because: string; readonly inputs: string }

const common = ({ path, method, shown, rounding }: Cell) => ({
  path,
  indicator: null,
  printed: shown,
  range: null,
  method,
  rounding: roundingId(rounding),
  basis: GENERAL_BASIS,
  over: null,
})

const unable = (cell: Cell, because: string): Score => ({
  ...common(cell),
  computed: null,
  verdict: 'unable',
  formula: null,
  because,
  derivation: [
    profileStep(cell.profile),
    step('输入', inputs(cell.fund)),
    step('未能计算', because),
    step('依据', GENERAL_BASIS),
  ],
})

function scored(cell: Cell, { raw, formula, because, inputs }: Worked): Score {
  const { profile, rounding } = cell
  const computed = round(raw, rounding)
  const shown = decimal(cell.shown)
  const verdict = shown === null ? 'absent' : shown.eq(computed) ? 'equal' : 'different'
  return {
    ...common(cell),
    computed: printed(raw, rounding),
    verdict,
    formula,
    because,
    derivation: [
      profileStep(profile),
      step('输入', inputs),
      step('公式', because),
      step('计算', `${formula} = ${exact(raw)}`),
      roundingStep(raw, rounding),
      step('依据', GENERAL_BASIS),
      ...comparisonStep(verdict, cell.shown, printed(raw, rounding)),
    ],
  }
}
