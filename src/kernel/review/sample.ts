// Small complete forms for the examples of rules: sound as they stand, an example changes what it is about.
import { blankForm, blankFund, blankIndicator } from '../form/blank.ts'
import type { Form, FormKind, Fund, Indicator } from '../form/form.ts'
import { parseActual, parseTarget } from '../value/value.ts'

/** An indicator row with its value cells as printed. `actual` left out = no such column, null = an empty cell. */
type Row = Partial<Omit<Indicator, 'target' | 'actual'>> & { target?: string | null; actual?: string | null }

export function indicator({ target, actual, ...row }: Row): Indicator {
  const { direction, nature, measureUnit } = row
  return {
    ...blankIndicator,
    dimension: '产出指标',
    aspect: '数量指标',
    name: '举办培训班期数',
    target: parseTarget(target === undefined ? '≥20.00(期)' : target, {
      direction: direction ?? null,
      nature: nature ?? null,
      measureUnit: measureUnit ?? null,
    }),
    actual: actual === undefined ? null : parseActual(actual),
    ...row,
  }
}

/** A row of the money table below the total. */
export const fund = (label: string, amounts: Partial<Fund> = {}): Fund => ({ ...blankFund(label, 1), ...amounts })

/** The total row of the money table. */
export const totalFund = (amounts: Partial<Fund> = {}): Fund => ({ ...blankFund('年度资金总额', 0), ...amounts })

const targets: readonly Row[] = [
  { name: '举办培训班期数', description: '全年举办的业务培训班期数', target: '≥20(期)' },
  { aspect: '质量指标', name: '培训考核合格率', description: '考核合格人数占参训人数的比例', target: '≥90(%)' },
  { aspect: '时效指标', name: '年度培训完成时间', description: '最后一期培训班结束的日期', target: '2023年12月底前' },
  { aspect: '成本指标', name: '单期培训成本', description: '每期培训班的平均支出', target: '≤4.8(万元/期)' },
  {
    dimension: '效益指标',
    aspect: '社会效益指标',
    name: '持证上岗率',
    description: '取得证书的在岗人员占比',
    target: '≥85(%)',
  },
  {
    dimension: '满意度指标',
    aspect: '服务对象满意度指标',
    name: '参训人员满意度',
    description: '问卷中表示满意的参训人员占比',
    target: '≥90(%)',
  },
]
const late = '个别新任教师下半年入职，未赶上当年考证。改进措施：安排其参加下一年度首批考证。'
const results = [
  ['21(期)', '20', '20', null],
  ['95(%)', '15', '15', null],
  ['达成指标', '10', '10', null],
  ['4.6(万元/期)', '5', '5', null],
  ['83(%)', '30', '29.29', late],
  ['93(%)', '10', '10', null],
] as const

const head = (kind: FormKind): Form => ({
  ...blankForm(kind),
  year: 2023,
  department: { code: null, name: '某市教育局' },
  unit: { code: null, name: '某市教师进修学校' },
  project: {
    code: null,
    name: '教师业务培训经费',
    nature: null,
    category: null,
    start: null,
    end: null,
    purpose: '用于培训班的场地、师资和资料支出',
  },
  amountUnit: '万元',
})

const goal = '全年举办业务培训班20期以上，参训教师考核合格率达到90%，教师持证上岗率稳步提高。'
const done = '全年举办业务培训班21期，参训教师考核合格率95%，教师持证上岗率达到83%。'

const executedFunds: readonly Fund[] = [
  totalFund({
    initialBudget: '100.00',
    annualBudget: '100.00',
    executed: '95.00',
    weight: '10.00',
    rate: '95.00',
    score: '9.50',
  }),
  fund('当年财政拨款', { initialBudget: '90.00', annualBudget: '90.00', executed: '85.50', rate: '95.00' }),
  fund('上年结转资金', { initialBudget: '0.00', annualBudget: '0.00', executed: '0.00', rate: '0.00' }),
  fund('其他资金', { initialBudget: '10.00', annualBudget: '10.00', executed: '9.50', rate: '95.00' }),
]

const evaluatedIndicators = (): Indicator[] =>
  targets.map((row, i) => {
    const [actual, weight, score, deviation] = results[i] ?? [null, null, null, null]
    return indicator({ ...row, description: null, actual, weight, score, deviation })
  })

/** 项目支出绩效自评表: 100 points, every value in order. */
export const selfEvaluation = (over: Partial<Form> = {}): Form => ({
  ...head('project-self-evaluation'),
  title: '项目支出绩效自评表',
  funds: [...executedFunds],
  goals: { overall: null, annual: null, expected: goal, actual: done },
  indicators: evaluatedIndicators(),
  totals: { weight: '100', score: '98.79' },
  grade: '优',
  ...over,
})

/** 项目支出绩效目标表: no weights, no actual values. */
export const targetForm = (over: Partial<Form> = {}): Form => ({
  ...head('project-target'),
  title: '教师业务培训经费绩效目标表',
  funds: [
    { ...totalFund({ initialBudget: '100.00' }), label: '预算数' },
    fund('财政资金', { initialBudget: '90.00' }),
    fund('其他资金', { initialBudget: '10.00' }),
  ],
  goals: { overall: goal, annual: null, expected: null, actual: null },
  indicators: targets.map(indicator),
  ...over,
})

/** 部门整体支出绩效自评表: a department instead of a project. */
export const departmentForm = (over: Partial<Form> = {}): Form => ({
  ...head('department-self-evaluation'),
  title: '部门整体支出绩效自评表',
  project: null,
  funds: executedFunds.map((f) => (f.level === 0 ? { ...f, label: '合计' } : f)),
  goals: { overall: null, annual: null, expected: goal, actual: done },
  indicators: evaluatedIndicators(),
  totals: { weight: '100', score: '98.79' },
  grade: '优',
  ...over,
})

/** The form with one more indicator row (at the end) or with row `at` replaced. */
export const withIndicator = (form: Form, row: Row, at = form.indicators.length): Form => ({
  ...form,
  indicators: [...form.indicators.slice(0, at), indicator(row), ...form.indicators.slice(at + 1)],
})

/** The form with these indicators only; findings then stand at indicators[0], [1] … */
export const withIndicators = (form: Form, ...rows: Row[]): Form => ({ ...form, indicators: rows.map(indicator) })

/** The form with these rows of money only. */
export const withFunds = (form: Form, ...funds: Fund[]): Form => ({ ...form, funds })
