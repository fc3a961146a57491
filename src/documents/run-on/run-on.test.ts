// One form as different programs print its text: between bars, on one line, without blanks, out of order.
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { readText } from '../read-document.ts'

const rows = [
  ['项目支出绩效自评表'],
  ['(2023年度)'],
  ['项目名称', '校园安保服务'],
  ['主管部门', '青河县教育局', '实施单位', '青河县第一小学'],
  ['项目资金(万元)', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '30.00', '28.50', '28.50', '10', '100%', '10'],
  ['其中:当年财政拨款', '30.00', '28.50', '28.50', '—', '—', '—'],
  ['上年结转资金', '', '', '', '—', '', '—'],
  ['其他资金', '', '', '', '—', '', '—'],
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['聘用保安6名，保障校园安全。', '聘用保安6名，全年无事故。'],
  [
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  ['产出指标', '数量指标', '聘用保安人数', '6人', '6人', '10', '10', ''],
  ['巡查次数', '≥365次', '370次', '10', '10', ''],
  ['质量指标', '持证上岗率', '100%', '100%', '15', '15', ''],
  ['时效指标', '工资发放及时率', '100%', '95%', '15', '14', '财政拨款较晚，今后提前申请'],
  ['效益指标', '社会效益指标', '校园安全事故', '0起', '0起', '30', '30', ''],
  ['满意度指标', '服务对象满意度指标', '家长满意度', '≥95%', '97%', '5', '5', ''],
  ['学生满意度', '≥95%', '98%', '5', '5', ''],
  ['总分', '100', '99', ''],
]
const cells = rows.flat()
const filled = cells.filter((cell) => cell !== '')

const prints: readonly (readonly [string, string])[] = [
  ['one cell a line, a bar behind each', cells.map((cell) => `${cell} |`).join('\n')],
  ['one row a line, bars between', rows.map((row) => `${row.join(' | ')} |${'|'.repeat(9 - row.length)}`).join('\n')],
  ['bars between, line ends for empty cells', `${cells.map((cell) => cell || '\n').join(' | ')} |`],
  ['tabs between, line ends for empty cells', `${cells.map((cell) => cell || '\n').join('\t')}\t`],
  ['one line, blanks between', `附件： ${filled.join(' ')}`],
  ['a few lines that break anywhere', filled.map((cell, i) => cell + (i % 31 === 30 ? '\n' : ' ')).join('')],
  ['nothing between', `现予公示。${filled.join('')}`],
]

const read = (text: string): readonly Form[] => readText(text, 'x.txt').forms

describe.each(prints)('%s', (_, text) => {
  it('is the same form', () => {
    const [form, ...more] = read(`${text}\n`)
    expect(more).toEqual([])
    expect(form).toMatchObject({
      layout: 'national-self-evaluation',
      year: 2023,
      amountUnit: '万元',
      project: { name: '校园安保服务' },
      department: { name: '青河县教育局' },
      unit: { name: '青河县第一小学' },
      goals: { expected: '聘用保安6名，保障校园安全。', actual: '聘用保安6名，全年无事故。' },
      totals: { weight: '100', score: '99' },
    })
    const [total, part] = form?.funds ?? []
    expect(total).toMatchObject({
      initialBudget: '30.00',
      annualBudget: '28.50',
      weight: '10',
      rate: '100',
      score: '10',
    })
    expect(part).toMatchObject({ initialBudget: '30.00', executed: '28.50', weight: null, rate: null })
    const found = form?.indicators.map((row) =>
      [row.dimension, row.aspect, row.name, row.target.text, row.actual?.text, row.weight, row.score].join(' '),
    )
    expect(found).toEqual([
      '产出指标 数量指标 聘用保安人数 6人 6人 10 10',
      '产出指标 数量指标 巡查次数 ≥365次 370次 10 10',
      '产出指标 质量指标 持证上岗率 100% 100% 15 15',
      '产出指标 时效指标 工资发放及时率 100% 95% 15 14',
      '效益指标 社会效益指标 校园安全事故 0起 0起 30 30',
      '满意度指标 服务对象满意度指标 家长满意度 ≥95% 97% 5 5',
      '满意度指标 服务对象满意度指标 学生满意度 ≥95% 98% 5 5',
    ])
    expect(form?.indicators[3]?.deviation).toBe('财政拨款较晚，今后提前申请')
  })
})

const closing = [
  ['自评结论', '项目按计划实施，年度目标实现。'],
  ['存在问题', '财政拨款较晚。'],
  ['填报人：', '王五', '联系电话：', '0000-12345678'],
]
const below = closing.flat()
const ends: readonly string[] = [
  below.map((cell) => `${cell} |`).join('\n'),
  closing.map((row) => `${row.join(' | ')} |${'|'.repeat(9 - row.length)}`).join('\n'),
  `${below.join(' | ')} |`,
  `${below.join('\t')}\t`,
  below.join(' '),
  below.join(' '),
  below.join(''),
]

describe.each(prints.map(([name, text], i) => [name, text, ends[i] ?? ''] as const))('%s', (_, text, end) => {
  it('keeps what is concluded and signed below the table', () => {
    const gap = /[|\t]$/.test(text) ? '\n' : text.includes(' ') ? ' ' : ''
    const [form, ...more] = read(`${text}${gap}${end}\n`)
    expect(more).toEqual([])
    expect(form?.remarks).toEqual({
      自评结论: '项目按计划实施，年度目标实现。',
      存在问题: '财政拨款较晚。',
      填报人: '王五',
      联系电话: '0000-12345678',
    })
    expect(form?.totals).toEqual({ weight: '100', score: '99' })
    expect(form?.indicators).toHaveLength(7)
  })
})

it('two forms on one line are two forms', () => {
  const one = filled.join(' ')
  const forms = read(`某县决算公开 ${one} ${one.replace('校园安保服务', '食堂运行')} 第五部分 附件`)
  expect(forms.map((form) => [form.project?.name, form.indicators.length])).toEqual([
    ['校园安保服务', 7],
    ['食堂运行', 7],
  ])
})

it('glued amounts that add up in several ways are left out and said to be', () => {
  const text = filled.join('').replace('30.0028.5028.5010100%10', '1111')
  const [form] = read(text)
  expect(form?.funds[0]).toMatchObject({ annualBudget: null, executed: null })
  expect(form?.doubts?.map(({ message }) => message).join()).toContain('1111')
})

it('prose that names the parts of a form is none', () => {
  const prose = '项目名称以批复为准，一级指标、二级指标、三级指标由主管部门确定，绩效自评表应当公开。'.repeat(30)
  expect(() => read(prose)).toThrow('未找到绩效表')
})

it('a table of amounts between bars is no form', () => {
  const table = Array.from({ length: 40 }, (_, i) => `一般公共服务支出 | ${i} | ${i * 3}.00 | 合计 |`).join('\n')
  expect(() => read(`收入支出决算总表 | 单位:万元 |\n${table}`)).toThrow('未找到绩效表')
})

describe('rows printed without anything between their cells', () => {
  const text = [
    '县级专项绩效目标表',
    '项目支出绩效自评表',
    '(2023年度)',
    '项目名称村道养护经费项目负责人及电话赵某某0731-5550000',
    '主管部门青河县交通局实施单位青河县公路所',
    '项目资金',
    '(万元)',
    '年初预算数全年预算数全年执行数分值执行率得分',
    '年度资金总额:36363610100%10',
    '年度总体目标预期目标实际完成情况',
    '养护村道120公里。已养护村道126公里。',
    '绩效指标一级指标二级指标三级指标年度指标值实际完成值分值得分偏差原因分析及改进措施',
    '产出指标(60分)数量指标养护村道里程≥120公里126公里3030',
    '质量指标验收合格率100%100%3030',
    '满意度指标(30分)服务对象满意度指标群众满意度≥90%95%3030',
    '总分100100',
  ].join('\n')
  const [form] = readText(text, '表.txt').forms

  it('are read where the form tells where they end', () => {
    expect(form?.project?.name).toBe('村道养护经费')
    expect(form?.department?.name).toBe('青河县交通局')
    expect(
      form?.indicators.map(({ name, target, actual, weight, score }) => [
        name,
        target.text,
        actual?.text,
        weight,
        score,
      ]),
    ).toEqual([
      ['养护村道里程', '≥120公里', '126公里', '30', '30'],
      ['验收合格率', '100%', '100%', '30', '30'],
      ['群众满意度', '≥90%', '95%', '30', '30'],
    ])
  })
  it('lists what stands beside a label without a field', () =>
    expect(form?.notRead).toContainEqual(
      expect.objectContaining({ label: '项目负责人及电话', text: '赵某某0731-5550000', line: 4 }),
    ))
  it('leaves the table out, and says so, where a heading is not known', () => {
    const [unknown] = readText(text.replace('实际完成值分值', '实际完成值甲乙丙丁分值'), '表.txt').forms
    expect(unknown?.indicators).toEqual([])
    expect(unknown?.doubts?.map(({ message }) => message).join()).toContain('指标表的栏目名称连在一起')
  })
})
