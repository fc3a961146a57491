import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { Form as FormSchema } from '../../kernel/form/form.ts'
import { at } from '../../kernel/form/path.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { shanghaiSelfEvaluation } from '../../kernel/layout/shanghai-self-evaluation.layout.ts'
import { shanghaiTargetDeclaration } from '../../kernel/layout/shanghai-target-declaration.layout.ts'
import { linesOf } from '../lines.ts'
import type { Segment } from '../source-text.ts'
import { paper, selfEvaluation } from './forms.test-kit.ts'
import { printSelfEvaluation } from './print-flow.test-kit.ts'
import { readFlow } from './read-flow.ts'

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8')
const national = fixture('national-self-evaluation')
const declaration = fixture('declaration-of-several-years')
const demo = (file: string): string => readFileSync(new URL(`../../../demo/${file}`, import.meta.url), 'utf8')
const golden = (file: string): { forms: Form[] } =>
  JSON.parse(readFileSync(new URL(`../../../test/golden/${file}`, import.meta.url), 'utf8'))

/** The forms of a document: each begins with the line that is its title. */
function segments(text: string, layout: Layout): readonly Segment[] {
  const lines = linesOf(text)
  const starts = lines.flatMap((line, i) => (line.text.trim() === layout.title ? [i] : []))
  return starts.map((start, i) => ({ lines: lines.slice(start, starts[i + 1]) }))
}
const forms = (file: string, layout: Layout): readonly Form[] =>
  segments(demo(file), layout).map((one) => readFlow(one, layout))
const read = (text: string, layout: Layout): Form => readFlow({ lines: linesOf(text) }, layout)

const squeeze = (text: string): string => text.replace(/\s/g, '')
/** The truth with white space out of the way, and of the form only what the truth speaks about. */
function judged(truth: unknown, found: unknown): unknown {
  if (typeof truth === 'string') return typeof found === 'string' ? squeeze(found) : found
  if (Array.isArray(truth)) return Array.isArray(found) ? found.map((one, i) => judged(truth[i], one)) : found
  if (truth === null || typeof truth !== 'object') return found
  return Object.fromEntries(
    Object.entries(truth).map(([key, value]) => [key, judged(value, (found as Record<string, unknown> | null)?.[key])]),
  )
}
const plain = (truth: unknown): unknown => judged(truth, truth)

describe('what is printed below the table', () => {
  const [first] = forms('002.txt', shanghaiSelfEvaluation)
  const whole =
    segments(demo('002.txt'), shanghaiSelfEvaluation)[0]
      ?.lines.map(({ text }) => text)
      .join('\n') ?? ''
  const below = (text: string): Form => read(`${whole.trimEnd()}\n${text}`, shanghaiSelfEvaluation)

  it('is kept by its label: texts over several lines, names and telephone numbers beside each other', () => {
    const form = below(
      '\n自评结论\n\n项目按计划完成，资金使用规范，绩效目标\n总体实现。\n\n存在问题 无\n填报人：张三 联系电话：021-12345678\n填报日期： 2024年3月15日\n',
    )
    expect(form.remarks).toEqual({
      自评结论: '项目按计划完成，资金使用规范，绩效目标总体实现。',
      存在问题: '无',
      填报人: '张三',
      联系电话: '021-12345678',
      填报日期: '2024年3月15日',
    })
    expect(form.sources?.['remarks.填报人']?.text).toBe('张三')
  })

  it('printed twice under one label is read once, and the second text is a doubt at its line', () => {
    const { remarks, doubts = [] } = below('存在问题：进度偏慢。\n填报人：张三\n存在问题：资金结余较多。\n填报人：张三')
    expect(remarks).toEqual({ 存在问题: '进度偏慢。', 填报人: '张三' })
    const lines = whole.trimEnd().split('\n').length
    expect(doubts.filter(({ path }) => path?.startsWith('remarks.'))).toEqual([
      { path: 'remarks.存在问题', message: '“存在问题”印了两处，只读入了前一处。', line: lines + 3 },
    ])
  })

  it('changes nothing of the table above it', () => {
    const { remarks, sources, doubts, ...form } = below('填报人：张三\n联系电话：021-12345678')
    const { sources: _, doubts: __, ...without } = first as Form
    expect(form).toEqual(without)
  })

  it('ends where the report around the form goes on', () => {
    const form = below('改进措施：加强进度管理。\n三、其他说明\n本部门无其他情况。\n填报人：李四')
    expect(form.remarks).toEqual({ 改进措施: '加强进度管理。', 填报人: '李四' })
  })

  it('is not taken from reasons within the table', () => {
    const reason = '改进措施：明年提前启动'
    const at = whole.split('\n').findIndex((line) => /^二级指标|一级指标/.test(line.trim()))
    const lines = whole.split('\n')
    expect(at).toBeGreaterThan(0)
    const form = read([...lines.slice(0, at + 4), reason, ...lines.slice(at + 4)].join('\n'), shanghaiSelfEvaluation)
    expect(form.remarks).toBeUndefined()
  })
})

const selfEvaluations = forms('002.txt', shanghaiSelfEvaluation)
const declarations = forms('000.txt', shanghaiTargetDeclaration)

describe('the published forms are read as they stand', () => {
  const cases = [
    ['000.json', declarations],
    ['002.json', selfEvaluations],
    ['002-forms-7-9.json', selfEvaluations],
  ] as const
  for (const [file, found] of cases)
    for (const truth of golden(file).forms)
      it(`${file}: ${truth.project?.name}`, () => {
        const form = found.find((one) => one.project?.name === truth.project?.name)
        expect(judged(truth, form)).toEqual(plain(truth))
      })
  it('with nothing left over or missing', () => {
    expect(declarations.map((form) => form.indicators.length)).toEqual([11, 8, 16, 17])
    expect(selfEvaluations.map((form) => form.indicators.length)).toEqual([12, 11, 5, 11, 7, 10, 23, 12, 48])
    expect([...declarations, ...selfEvaluations].flatMap((form) => form.doubts ?? [])).toEqual([])
  })
  it('with weights of 90 beside the 10 of the execution rate', () => {
    for (const form of selfEvaluations)
      expect(form.indicators.reduce((sum, one) => sum + Math.round(Number(one.weight) * 100), 0)).toBe(9000)
  })
  it('as forms of the schema', () => {
    for (const form of [...declarations, ...selfEvaluations]) expect(() => FormSchema.parse(form)).not.toThrow()
  })
})

describe('every field carries its place', () => {
  const [, publicity] = selfEvaluations
  it('with lines, and the text as it is printed there', () => {
    expect(publicity?.sources?.['indicators[1].target']).toEqual({ line: 162, lineEnd: 164, text: '≥30.00(万\n\n份)' })
    expect(publicity?.sources?.['indicators[1].actual']).toEqual({ line: 165, lineEnd: 165, text: '30.00(万份)' })
    expect(publicity?.sources?.['funds[0].rate']).toEqual({ line: 129, lineEnd: 129, text: '75.20' })
    expect(publicity?.sources?.['totals.score']).toEqual({ line: 213, lineEnd: 213, text: '97.52' })
  })
  it('so that the place gives the field back', () => {
    for (const form of [...declarations, ...selfEvaluations])
      for (const [path, source] of Object.entries(form.sources ?? {})) {
        const field = at(form, path)
        const text = field !== null && typeof field === 'object' && 'text' in field ? field.text : field
        if (path === 'year' || path === 'title') expect(source.text).toContain(String(text))
        else if (path === 'amountUnit') expect(source.text).toContain(text)
        else expect(squeeze(source.text).replaceAll(',', '')).toBe(squeeze(String(text)).replaceAll(',', ''))
      }
  })
})

describe('the national form of 财预〔2020〕10号', () => {
  const form = read(national, shanghaiSelfEvaluation)
  it('has 分值 and 改进措施 in its headings, points behind its groups and reasons on the line of the score', () => {
    expect(
      form.indicators.map((one) => [
        one.dimension,
        one.aspect,
        one.name,
        one.target.text,
        one.actual?.text,
        one.weight,
        one.score,
        one.deviation,
      ]),
    ).toEqual([
      [
        '产出指标(50分)',
        '数量指标',
        '新增图书册数',
        '≥20000册',
        '23,000册',
        '10',
        '10',
        '年初目标偏低，今后合理设置目标值',
      ],
      ['产出指标(50分)', '数量指标', '举办读者活动场次', '≥100场', '126场', '10', '10', '无'],
      ['产出指标(50分)', '质量指标', '新增图书验收合格率', '100%', '100%', '10', '10', '无'],
      [
        '产出指标(50分)',
        '时效指标',
        '资金支付及时性',
        '2022年12月31日前完成支付',
        '2022年12月20日完成',
        '20',
        '20',
        '无',
      ],
      [
        '效益指标(30分)',
        '社会效益指标',
        '促进全民阅读氛围形成',
        '效果明显',
        '效果较为明显',
        '15',
        '13',
        '宣传力度不够，下一步加强宣传',
      ],
      ['效益指标(30分)', '可持续影响指标', '公共文化服务能力', '持续提升', '持续提升', '15', '15', '无'],
      ['满意度指标(10分)', '服务对象满意度指标', '读者满意度', '≥90%', '95.6%', '10', '10', '无'],
    ])
  })
  it('groups its amounts by thousands and leaves cells empty', () => {
    expect(
      form.funds.map((fund) => [fund.label, fund.initialBudget, fund.executed, fund.weight, fund.rate, fund.score]),
    ).toEqual([
      ['年度资金总额', '1200.50', '1150.25', '10', '97.48', '9.75'],
      ['当年财政拨款', '1200.50', '1150.25', null, '97.48', null],
      ['上年结转资金', '0', '0', null, null, null],
      ['其他资金', null, null, null, null, null],
    ])
  })
  it('has no grade, which is no doubt', () => {
    expect(form.totals).toEqual({ weight: '100', score: '97.75' })
    expect(form.grade).toBeNull()
    expect(form.doubts).toEqual([])
  })
})

describe('a declaration with a goal and money for the whole life of the project', () => {
  const form = read(declaration, shanghaiTargetDeclaration)
  it('has both goals and both columns of money', () => {
    expect(form.goals.overall).toBe(
      '三年内完成全市公共自行车站点更新改造，更新车辆2万辆，建成智能调度平台，使市民出行“最后一公里”问题得到有效缓解。',
    )
    expect(form.goals.annual).toBe('2025年完成120个站点、7000辆车的更新，智能调度平台上线试运行。')
    expect(form.funds.map((fund) => [fund.scope, fund.label, fund.initialBudget])).toEqual([
      ['project', '项目资金总额', '3600000.00'],
      ['project', '财政资金', '3600000.00'],
      ['project', '其他资金', '0.00'],
      ['annual', '年度资金申请总额', '1200000.00'],
      ['annual', '当年财政拨款', '1200000.00'],
      ['annual', '上年结转资金', '0.00'],
      ['annual', '其他资金', '0.00'],
    ])
  })
  it('has a cost level of its own, wrapped names and targets, and a page break', () => {
    expect(form.indicators.map((one) => [one.dimension, one.aspect, one.name, one.target.text])).toEqual([
      ['成本指标', '经济成本指标', '单车更新成本', '≤1500.00(元/辆)'],
      ['产出指标', '数量指标', '更新站点数量', '≥120.00(个)'],
      ['产出指标', '质量指标', '智能调度平台功能完整性', '通过第三方机构测评并满足合同约定的全部功能要求'],
      ['产出指标', '时效指标', '更新改造工作完成及时性', '2025年11月30日前'],
      [
        '效益指标',
        '生态效益指标',
        '绿色出行方式减少的碳排放量（与上年度同期相比的公共自行车骑行替代量折算）',
        '≥500.00(吨)',
      ],
      ['满意度指标', '服务对象满意度指标', '骑行市民满意度', '≥85.00(%)'],
    ])
    expect(form.doubts).toEqual([])
  })
})

describe('a form that is cut off', () => {
  const [whole] = segments(demo('002.txt'), shanghaiSelfEvaluation)
  const cutBefore = (line: number): Form =>
    readFlow({ lines: (whole?.lines ?? []).filter((one) => one.line < line) }, shanghaiSelfEvaluation)
  const messages = (form: Form): readonly string[] => (form.doubts ?? []).map((one) => one.message)

  it('in the middle of a row gives the cells that are there and names the missing ones', () => {
    const form = cutBefore(76)
    expect(form.indicators).toHaveLength(6)
    expect(form.indicators[4]?.deviation).toBeNull()
    expect(form.indicators[5]).toMatchObject({ name: '法律顾问、专家的影响力', weight: null, score: null })
    expect(form.indicators[5]?.target.text).toBe('法律研究、教学和实践工作中有较高影响')
    expect((form.doubts ?? []).map((one) => one.path)).toEqual([
      'totals.score',
      'grade',
      null,
      'indicators[5].actual',
      'indicators[5].weight',
      'indicators[5].score',
    ])
  })
  it('in the middle of a group label gives no row for it', () => {
    const form = cutBefore(94)
    expect(form.indicators).toHaveLength(9)
    expect(messages(form)).toContain('“社会效益指”不知属于哪一格，没有读入。')
  })
  it('among the goals does not tear the first one in two', () => {
    const form = cutBefore(35)
    expect(form.goals.expected).toMatch(/^着力构建.*可行性。$/s)
    expect(form.goals.actual).toBeNull()
  })
  it('at any line is a form of the schema that invents nothing', () => {
    const printed = squeeze(demo('002.txt'))
    for (let line = 3; line < 113; line++) {
      const form = cutBefore(line)
      expect(() => FormSchema.parse(form)).not.toThrow()
      expect(messages(form).length).toBeGreaterThan(0)
      for (const { name, target } of form.indicators)
        expect(printed).toContain(squeeze(`${name ?? ''}${target.text ?? ''}`))
    }
  })
})

describe('text that is no form', () => {
  it('is given back as doubts, however long it is', () => {
    const heading = '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析\n'
    const form = read(heading + '某某工作完成情况良好\n'.repeat(50_000), shanghaiSelfEvaluation)
    expect(form.doubts?.map((one) => one.message)).toContain('表格过长，后面的部分没有读。')
  })
  it('may be empty', () => expect(read('', shanghaiSelfEvaluation).indicators).toEqual([]))
})

describe('text without line breaks', () => {
  it('is cut at its blanks', () => {
    const form = read(national.replace(/\n/g, ' '), shanghaiSelfEvaluation)
    expect(form.indicators).toHaveLength(7)
    expect(form.project?.name).toBe('公共图书馆免费开放补助资金')
  })
})

describe('whatever the columns are wide and however the text is spaced', () => {
  const sameFields = (form: Form, read: Form): void => {
    const { sources: _, doubts, layout: __, ...fields } = read
    expect(doubts).toEqual([])
    expect(fields).toEqual(form)
  }
  // Some printed rows have two equal readings, so the forms tried are always the same ones.
  it('a printed form is read back', () => {
    fc.assert(
      fc.property(selfEvaluation, paper, (form, of) =>
        sameFields(form, readFlow(printSelfEvaluation(form, of), shanghaiSelfEvaluation)),
      ),
      { numRuns: 40, seed: 8 },
    )
  })
})
