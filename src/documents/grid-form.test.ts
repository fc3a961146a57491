import { describe, expect, it } from 'vitest'
import { layouts } from '../kernel/layout/index.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import type { Grid } from './grid.ts'
import { readGrid } from './grid-form.ts'

const layout = (id: string): Layout => {
  const found = layouts.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no layout ${id}`)
  return found
}
const evaluation = layout('shanghai-self-evaluation')
const declaration = layout('shanghai-target-declaration')
const department = layout('guangdong-department-self-evaluation')

/** `|` stands for the border between two cells; rows are lines 1, 2, 3 … */
const grid = (...rows: readonly string[]): Grid => ({
  rows: rows.map((row, i) => row.split('|').map((text) => ({ text, source: { line: i + 1, text } }))),
})
const title = '财政项目支出绩效自评表'
const headings = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析'
const indicatorsOf = (...rows: readonly string[]) => readGrid(grid(title, headings, ...rows), evaluation).indicators

describe('the name of a project', () => {
  const target = layout('tianjin-target')
  const rows = [
    '3.窗口服务绩效目标表',
    '一级指标|二级指标|三级指标|绩效指标描述|指标值',
    '产出指标|数量指标|窗口数|个数|5个',
  ]

  it('is read from the title where the table does not print it', () => {
    const { project, sources } = readGrid(grid(...rows), target)
    expect(project?.name).toBe('窗口服务')
    expect(sources?.['project.name']).toEqual({ line: 1, text: '3.窗口服务绩效目标表' })
  })

  it('is what the table prints where it does', () =>
    expect(readGrid(grid(rows[0] ?? '', '项目名称|窗口服务费', ...rows.slice(1)), target).project?.name).toBe(
      '窗口服务费',
    ))
})

describe('what is printed below the table', () => {
  it('is read where it is printed first; a second text is said to be there', () => {
    const row = '产出指标|数量指标|培训次数|≥3次|4次|10|10|'
    const { remarks, doubts } = readGrid(
      grid(title, headings, row, '自评结论|目标实现。', '自评结论|目标实现。', '自评结论|另见附件。'),
      evaluation,
    )
    expect(remarks?.自评结论).toBe('目标实现。')
    expect(doubts).toEqual([{ path: 'remarks.自评结论', message: '“自评结论”印了两处，只读入了前一处。', line: 6 }])
  })
})

describe('indicator rows', () => {
  it('carry the groups down to the rows below', () => {
    const rows = indicatorsOf(
      '产出指标|数量指标|培训次数|≥3次|4次|10|10|',
      '||培训人数|≥90人|95人|10|10|',
      '|质量指标|考核合格率|100%|100%|10|10|',
    )
    expect(rows.map((row) => [row.dimension, row.aspect, row.name])).toEqual([
      ['产出指标', '数量指标', '培训次数'],
      ['产出指标', '数量指标', '培训人数'],
      ['产出指标', '质量指标', '考核合格率'],
    ])
  })

  it('may begin in the first column, with the name slid to the left', () => {
    const [, row] = indicatorsOf(
      '产出指标|时效指标|受理期限|≤5(工作日)|5(工作日)|7|7|',
      '差评处理时限||≤3(工作日)|0(工作日)|7|7|||',
    )
    expect(row).toMatchObject({ aspect: '时效指标', name: '差评处理时限', weight: '7', score: '7', deviation: null })
    expect(row?.target.text).toBe('≤3(工作日)')
    expect(row?.actual?.text).toBe('0(工作日)')
  })

  it('are one line each in their groups and names, however narrow their columns', () => {
    const [row] = indicatorsOf('产出\n指标|数量\n指标|培训\n次数 A\nB|≥3次|4次|10|10|')
    expect(row).toMatchObject({ dimension: '产出指标', aspect: '数量指标', name: '培训次数 A B' })
  })

  it('may leave the merged cells out altogether', () => {
    const [, row] = indicatorsOf('产出指标|数量指标|培训次数|≥3次|4次|10|10|无', '培训人数|≥90人|85人|10|9|两人请假')
    expect(row).toMatchObject({ aspect: '数量指标', name: '培训人数', score: '9', deviation: '两人请假' })
  })

  it('may stand one column to the right of their headings', () => {
    const [row] = indicatorsOf('|产出指标|数量指标|培训次数|≥3次|4次|10|10|')
    expect(row).toMatchObject({ dimension: '产出指标', name: '培训次数', weight: '10' })
  })

  it('keep a dash in the deviation column for what it is: nothing', () => {
    expect(indicatorsOf('产出指标|数量指标|培训次数|≥3次|4次|10|10|—')[0]?.deviation).toBeNull()
  })

  it('leave out a weight that is no number, and say so', () => {
    const form = readGrid(grid(title, headings, '产出指标|数量指标|培训次数|≥3次|4次|十分|10|'), evaluation)
    expect(form.indicators[0]?.weight).toBeNull()
    expect(form.doubts).toEqual([{ path: 'indicators[0].weight', message: '“十分”不是数字，未读入', line: 3 }])
  })

  it('are read on below headings repeated after a page break', () => {
    const rows = indicatorsOf('产出指标|数量指标|培训次数|≥3次|4次|10|10|', headings, '||培训人数|≥90人|95人|10|10|')
    expect(rows.map((row) => row.name)).toEqual(['培训次数', '培训人数'])
    expect(rows[1]?.aspect).toBe('数量指标')
  })

  it('know the line of every cell', () => {
    const { sources } = readGrid(grid(title, headings, '产出指标|数量指标|培训次数|≥3次|4次|10|10|'), evaluation)
    expect(sources?.['indicators[0].target']).toEqual({ line: 3, text: '≥3次' })
    expect(sources?.['indicators[0].dimension']).toEqual({ line: 3, text: '产出指标' })
  })
})

describe('the rows below the indicators', () => {
  const row = '产出指标|数量指标|培训次数|≥3次|4次|10|10|'
  it.each([
    ['unlabelled', ['|||||100|96|', '评分等级||优']],
    ['both labelled as grade', ['评分等级|||||100|96|', '评分等级|||||优']],
    ['labelled as total', ['总得分|||||100|96', '评分等级|优']],
    [
      'with merged cells repeated',
      ['评分等级|评分等级|评分等级|评分等级|评分等级|100|96|96', '评分等级|评分等级|优|优|优|优|优|优'],
    ],
    ['total and grade in one', ['总分|100|96|优']],
  ])('%s give total and grade', (_, rows) => {
    const form = readGrid(grid(title, headings, row, ...rows), evaluation)
    expect(form).toMatchObject({ totals: { weight: '100', score: '96' }, grade: '优' })
    expect(form.indicators).toHaveLength(1)
  })

  it('end the table: what follows is no indicator', () => {
    const form = readGrid(
      grid(title, headings, row, '|||||100|96|', '评分等级|优', '备注|以上情况属实', '填表人|某某|日期|2024年'),
      evaluation,
    )
    expect(form.indicators).toHaveLength(1)
  })
})

describe('the money table', () => {
  const heading = '项目资金（万元）||年初预算数|全年预算数|全年执行数|分数|执行率(%)|得分'
  const fundOf = (row: string) => readGrid(grid(title, heading, row), evaluation).funds[0]
  const whole = {
    initialBudget: '10.00',
    annualBudget: '9.00',
    executed: '8.10',
    weight: '10',
    rate: '90.00',
    score: '9.00',
  }

  it.each([
    ['under its headings', '||年度资金总额|10.00|9.00|8.10|10|90.00|9.00'],
    ['one column to the left', '|年度资金总额|10.00|9.00|8.10|10|90.00|9.00'],
    ['behind a label of two columns', '|年度资金总额||10.00|9.00|8.10|10|90.00|9.00'],
    ['with percent signs and separators', '|年度资金总额：|10.00|9.00|8.10|10|90.00%|9.00分'],
  ])('is read %s', (_, row) => {
    expect(fundOf(row)).toMatchObject({ label: '年度资金总额', level: 0, ...whole })
  })

  it('takes dashes and blanks for nothing', () => {
    expect(fundOf('|其中：当年财政拨款|10.00||8.10|-|90.00|—')).toMatchObject({
      label: '当年财政拨款',
      level: 1,
      initialBudget: '10.00',
      annualBudget: null,
      executed: '8.10',
      weight: null,
      score: null,
    })
  })

  it('takes its unit of money from where it is printed', () => {
    expect(readGrid(grid(title, heading), evaluation).amountUnit).toBe('万元')
    expect(readGrid(grid(title, '项目资金（元）|年初预算数|全年预算数|全年执行数'), evaluation).amountUnit).toBe('元')
    expect(readGrid(grid(title, '项目资金|年初预算数|全年预算数|全年执行数'), evaluation).amountUnit).toBeNull()
  })

  it('tells the two 其他资金 of a declaration apart by their side', () => {
    const { funds } = readGrid(
      grid(
        '财政项目支出绩效目标申报表',
        '项目名称|窗口服务',
        '项目资金（元）|项目资金总额|8.00|年度资金申请总额|6.00',
        '|其中：财政资金|5.00|其中：当年财政拨款|4.00',
        '|||上年结转资金|1.00',
        '|其他资金|3.00|其他资金|1.50',
      ),
      declaration,
    )
    expect(funds.map((fund) => [fund.scope, fund.label, fund.initialBudget])).toEqual([
      ['project', '项目资金总额', '8.00'],
      ['project', '财政资金', '5.00'],
      ['project', '其他资金', '3.00'],
      ['annual', '年度资金申请总额', '6.00'],
      ['annual', '当年财政拨款', '4.00'],
      ['annual', '上年结转资金', '1.00'],
      ['annual', '其他资金', '1.50'],
    ])
  })
})

describe('the goals', () => {
  it('belong to the heading in their order where every heading has its text', () => {
    const form = readGrid(grid(title, '年度总体目标|预期目标||||实际完成情况', '|办好窗口。|办好了窗口。'), evaluation)
    expect(form.goals).toMatchObject({ expected: '办好窗口。', actual: '办好了窗口。' })
  })

  it('belong to the nearest heading where one text is missing', () => {
    const form = readGrid(grid(title, '年度总体目标|预期目标||||实际完成情况', '|||||办好了窗口。'), evaluation)
    expect(form.goals).toMatchObject({ expected: null, actual: '办好了窗口。' })
  })
})

describe('the head', () => {
  it('leaves a field empty whose next cell is another label', () => {
    const form = readGrid(
      grid(
        '财政项目支出绩效目标申报表',
        '项目名称|窗口服务|项目性质|  |项目类别|特定目标类',
        '主管部门||实施单位|云岭市服务中心',
      ),
      declaration,
    )
    expect(form.project).toMatchObject({ name: '窗口服务', nature: null, category: '特定目标类' })
    expect(form.department?.name ?? null).toBeNull()
    expect(form.unit?.name).toBe('云岭市服务中心')
    expect(form.region).toBe('云岭市')
  })

  it('reads a merged cell once, however often its text is repeated', () => {
    const form = readGrid(
      grid(
        title,
        '项目名称|项目名称|窗口服务|窗口服务|窗口服务',
        '主管部门|主管部门|云岭市财政局|实施单位|云岭市财政局|云岭市财政局',
        '年度总体目标|预期目标|预期目标|实际完成情况|实际完成情况',
        '年度总体目标|办好窗口。|办好窗口。|办好了。|办好了。',
      ),
      evaluation,
    )
    expect(form.project?.name).toBe('窗口服务')
    expect([form.department?.name, form.unit?.name]).toEqual(['云岭市财政局', '云岭市财政局'])
    expect(form.goals).toMatchObject({ expected: '办好窗口。', actual: '办好了。' })
  })

  it('keeps code and name of a department apart', () => {
    const form = readGrid(grid('部门整体支出绩效自评表', '部门名称及编码|云岭市统计局 141001'), department)
    expect(form.department).toEqual({ code: '141001', name: '云岭市统计局' })
  })

  it('takes the year from the line below the title, never from a project name', () => {
    expect(readGrid(grid(title, '(2023年度)', '项目名称|2021年度结转项目'), evaluation).year).toBe(2023)
    expect(readGrid(grid(title, '项目名称|2021年度结转项目'), evaluation).year).toBeNull()
    expect(readGrid(grid('2022年度项目支出绩效自评表', '项目名称|窗口服务'), evaluation).year).toBe(2022)
  })
})

it('the tasks of a department stand under their headings', () => {
  const form = readGrid(
    grid(
      '部门整体支出绩效自评表',
      '部门名称及编码|云岭市统计局',
      '年度主要任务|任务名称|主要内容|完成情况',
      '做好普查|人口普查|入户登记|已登记',
      '年度总体目标|预期目标|数据准确',
    ),
    department,
  )
  expect(form.tasks).toEqual([{ plan: '做好普查', name: '人口普查', content: '入户登记', completion: '已登记' }])
  expect(form.goals.expected).toBe('数据准确')
})
