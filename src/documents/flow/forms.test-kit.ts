// Invented self-evaluation forms and papers to print them on, for property tests.
import fc from 'fast-check'
import { blankForm, blankFund, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form, Indicator } from '../../kernel/form/form.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import type { Paper } from './print-flow.test-kit.ts'

const things = [
  '河道',
  '图书',
  '学生',
  '社区',
  '养老服务',
  '培训',
  '设备',
  '绿化',
  '道路照明',
  '防汛',
  '档案',
  '窗口',
  '宣传',
  '食品抽检',
  '信息系统',
  '垃圾分类',
  '文化活动',
  '场馆',
  '课题',
  '专家',
  '就业',
  '农产品',
  '医疗',
  '公共自行车',
  'GIS平台',
  '第三方机构',
]
const verbs = [
  '维修',
  '采购',
  '巡查',
  '开展',
  '完成',
  '建设',
  '验收',
  '管理',
  '更新',
  '维护',
  '运行',
  '评审',
  '保障',
  '发放',
  '监测',
]
const measures = [
  '数量',
  '次数',
  '完成率',
  '合格率',
  '及时率',
  '覆盖率',
  '人次',
  '满意度',
  '成本控制率',
  '投诉处理率',
  '达标率',
  '质量',
]
const units = ['个', '次', '%', '人次', '万份', '元/张', '个工作日', '家', '平方米', '批次', '小时', '万人次/年', '套']
const states = [
  '及时',
  '提高',
  '合规',
  '逐步完善',
  '符合合同约定的要求',
  '通过专家验收并投入使用',
  '进一步提升公共服务水平',
  '按照工作计划按时完成',
  '持续改善，群众认可',
  '有效保障',
  '满足日常运行需要',
  '制度健全、执行到位',
  '长期',
  '明显改善周边居民的出行条件和生活环境',
]
const reasons = [
  '因合同签订较晚',
  '年初目标设置偏低',
  '受疫情影响部分活动延期',
  '项目调整',
  '参与人数超出预计',
  '下一步将加强进度管理',
  '今后合理设置目标值',
  '新增了检查任务',
  '价格低于预期',
  '改进措施：细化年度计划',
]
const works = [
  '开展日常巡查和养护',
  '完成年度采购计划',
  '组织专题培训',
  '保障系统安全稳定运行',
  '提升窗口服务水平',
  '加强安全监管',
  '推进项目建设',
  '做好资料归档工作',
  '提高资金使用效益',
  '优化营商环境',
  '健全长效管理机制',
  '引导社会力量参与',
  '全年处理投诉120件',
  '覆盖16个街道',
]

const name = fc
  .tuple(
    fc.array(fc.constantFrom(...things), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...verbs),
    fc.constantFrom(...measures),
    fc.constantFrom('', '', '', '（合计）', '(小)'),
  )
  .map(([parts, verb, measure, note]) => parts.join(parts.length > 2 ? '、' : '') + verb + measure + note)

const quantity = fc
  .record({
    sign: fc.constantFrom('≥', '≤', '=', '>', '<'),
    value: fc.integer({ min: 1, max: 120000 }),
    decimals: fc.boolean(),
    unit: fc.constantFrom(...units),
    share: fc.constantFrom(50, 90, 100, 100, 100, 130),
  })
  .map(({ sign, value, decimals, unit, share }) => ({
    target: `${sign}${decimals ? value.toFixed(2) : value}(${unit})`,
    actual: `${((value * share) / 100).toFixed(2)}(${unit})`,
  }))
const quality = fc.record({
  target: fc.constantFrom(...states),
  actual: fc.constantFrom('达成指标', '达成指标', '达成指标', '部分达成指标并具有一定效果', '未达成指标且效果较差'),
})

const sentence = (parts: readonly string[], end: string) => parts.join('，') + end
const reason = fc
  .array(fc.constantFrom(...reasons), { minLength: 1, maxLength: 4 })
  .map((parts) => sentence(parts, '。'))

const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    name,
    values: fc.oneof({ weight: 3, arbitrary: quantity }, { weight: 2, arbitrary: quality }),
    weight: fc.constantFrom('2.00', '5.00', '10.00', '18.00'),
    lost: fc.constantFrom(0, 0, 0, 0, 0.4, 1.25),
    reason: fc.option(reason, { freq: 4 }),
  })
  .map(({ name, values, weight, lost, reason }) => ({
    ...blankIndicator,
    name,
    target: parseTarget(values.target),
    actual: parseActual(values.actual),
    weight,
    score: (Number(weight) - lost).toFixed(2),
    deviation: lost > 0 ? (reason ?? '未达到预期。') : reason,
  }))

const groups = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['产出指标', '成本指标'],
  ['效益指标', '经济效益指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
] as const

const indicators = fc
  .tuple(
    ...groups.map(([dimension, aspect]) =>
      fc.array(indicator, { minLength: 0, maxLength: 5 }).map((of) => of.map((one) => ({ ...one, dimension, aspect }))),
    ),
  )
  .map((of) => of.flat())
  .filter((of) => of.length > 2)

const paragraph = fc
  .array(fc.constantFrom(...works), { minLength: 1, maxLength: 8 })
  .map((parts) => sentence(parts, '。'))
const goal = fc
  .tuple(fc.boolean(), fc.array(paragraph, { minLength: 1, maxLength: 5 }))
  .map(([numbered, of]) => of.map((text, i) => (numbered && of.length > 1 ? `${i + 1}、${text}` : text)))
  .map((of) => (of[0]?.startsWith('1、') ? of.join('\n') : of.join('')))

const amount = fc.integer({ min: 1, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2))

/** A self-evaluation as people fill it in; every field that is printed is set. */
export const selfEvaluation: fc.Arbitrary<Form> = fc
  .record({ project: name, amounts: fc.tuple(amount, amount, amount), expected: goal, actual: goal, indicators })
  .map(({ project, amounts: [initialBudget, annualBudget, executed], expected, actual, indicators }) => ({
    ...blankForm('project-self-evaluation'),
    title: '财政项目支出绩效自评表',
    year: 2025,
    region: '云岭市',
    department: { code: null, name: '云岭市文化和旅游局' },
    unit: { code: null, name: '云岭市图书馆' },
    project: { code: null, name: project, nature: null, category: null, start: null, end: null, purpose: null },
    amountUnit: '万元',
    funds: [
      {
        ...blankFund('年度资金总额'),
        initialBudget,
        annualBudget,
        executed,
        weight: '10.00',
        rate: '95.10',
        score: '9.51',
      },
      { ...blankFund('当年财政拨款', 1), initialBudget, annualBudget, executed, rate: '95.10' },
      { ...blankFund('上年结转资金', 1), initialBudget: '0.00', annualBudget: '0.00', executed: '0.00', rate: '0.00' },
      { ...blankFund('其他资金', 1), initialBudget: '0.00', annualBudget: '0.00', executed: '0.00', rate: '0.00' },
    ],
    goals: { overall: null, annual: null, expected, actual },
    indicators,
    totals: { weight: '100', score: '96.51' },
    grade: '优',
  }))

const squares = (min: number, max: number) => fc.integer({ min, max }).map((n) => n * 2)

export const paper: fc.Arbitrary<Paper> = fc.record({
  label: squares(4, 9),
  name: squares(13, 22),
  target: squares(6, 10),
  actual: squares(5, 9),
  reason: squares(10, 18),
  expected: squares(24, 36),
  reached: squares(24, 36),
  blanks: fc.constantFrom(true, true, true, false),
  page: fc.integer({ min: 8, max: 40 }),
  headings: fc.boolean(),
  weightTitle: fc.constantFrom('分值', '分数'),
  reasonTitle: fc.constantFrom('偏差原因分析', '偏差原因分析及改进措施'),
  totalTitle: fc.constantFrom('', '总分', '总得分'),
})
