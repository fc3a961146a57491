import { describe, expect, it } from 'vitest'
import { layouts } from '../kernel/layout/index.ts'
import { linesOf } from './lines.ts'
import { shapeOf } from './shape.ts'
import { splitForms } from './split.ts'

const split = (text: string) => splitForms(linesOf(text), layouts)
const summary = (text: string) =>
  split(text).map(({ layout, title, begins, lines }) => [layout.id, title, begins, lines[0]?.line])

const evaluation = [
  '项目名称\t\t窗口服务经费\t\t\t\t\t',
  '主管部门\t\t云岭市财政局\t\t实施单位\t云岭市服务中心\t\t',
  '项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分数\t执行率(%)\t得分',
  '\t年度资金总额\t10.00\t10.00\t10.00\t10.00\t100.00\t10.00',
  '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析',
  '产出指标\t数量指标\t服务人次\t≥100次\t120次\t90\t90\t',
  '评分等级\t\t优\t\t\t\t\t',
].join('\n')

describe('a form begins with its title', () => {
  it.each([
    ['alone on its line', '财政项目支出绩效自评表\n(2023年度)', '财政项目支出绩效自评表'],
    ['wrapped over two lines', '财政项目支出\n绩效自评表\n(2023年度)', '财政项目支出绩效自评表'],
    ['with the year in its line', '2023年度财政项目支出绩效自评表', '2023年度财政项目支出绩效自评表'],
    ['with the year behind it', '财政项目支出绩效自评表（2023年度）', '财政项目支出绩效自评表'],
    ['without a year', '财政项目支出绩效自评表', '财政项目支出绩效自评表'],
    ['numbered as an annex', '附件2：财政项目支出绩效自评表', '财政项目支出绩效自评表'],
    ['with cells behind it', '财政项目支出绩效自评表\t\t\t\t', '财政项目支出绩效自评表'],
    ['spaced out', '财 政 项 目 支 出 绩 效 自 评 表', '财 政 项 目 支 出 绩 效 自 评 表'],
    ['in another of its spellings', '财政项目支出绩效自评价', '财政项目支出绩效自评价'],
  ])('%s', (_, title, printed) => {
    expect(summary(`${title}\n${evaluation}`)).toEqual([['shanghai-self-evaluation', printed, true, 1]])
  })

  it('numbered and bookmarked, with the name of the project', () => {
    const form =
      '\t355101云岭市财政局\n\t单位：万元\n\n\t项目名称\n\t窗口服务2024\n\n\t预算规模及资金用途\n\t预算数\n\t45.00\n'
    expect(summary(` [bookmark: _Toc1]1.窗口服务2024绩效目标表\n${form}`)).toEqual([
      ['tianjin-target', '窗口服务2024绩效目标表', true, 1],
    ])
  })

  it('of a target form keeps it one, whatever its project is called', () => {
    const form = '\t单位：万元\n\n\t项目名称\n\t部门整体绩效评价\n\n\t预算规模及资金用途\n\t预算数\n\t45.00\n'
    expect(summary(`1.部门整体绩效评价绩效目标表\n${form}`)[0]?.[0]).toBe('tianjin-target')
    expect(summary(`2.窗口服务改造项目绩效目标表\n${form}`)[0]?.[0]).toBe('tianjin-target')
  })

  it('that no layout knows: the labels decide', () => {
    expect(summary(`2023年度专项资金绩效自评情况表\n${evaluation}`)).toEqual([
      ['shanghai-self-evaluation', '2023年度专项资金绩效自评情况表', true, 1],
    ])
  })
})

describe('what is no form is left out', () => {
  const title = '财政项目支出绩效自评表'

  it('a collection title and a report before the first form', () => {
    const before =
      '云岭市服务中心2023年度项目绩效自评汇总表\n\n一、绩效目标完成情况\n我中心按要求填报了财政项目支出绩效自评表。\n\n'
    expect(summary(`${before}${title}\n${evaluation}`)).toEqual([['shanghai-self-evaluation', title, true, 6]])
  })

  it('a table of contents', () => {
    const contents = '目录\n1.窗口服务绩效目标表……1\n2.信息化运维绩效目标表……3\n'
    expect(split(contents)).toEqual([])
    expect(summary(`${contents}${title}\n${evaluation}`)).toEqual([['shanghai-self-evaluation', title, true, 4]])
  })

  it('the next chapter of the report around it', () => {
    const [form] = split(`${title}\n\n\n\n\n\n\n${evaluation}\n\n第四部分 名词解释\n\n一、绩效目标：预期达到的效果。`)
    expect(form?.lines.at(-2)?.text).toBe('评分等级\t\t优\t\t\t\t\t')
  })

  it('a list of annexes behind the last form', () => {
    expect(split(`${title}\n${evaluation}\n\n附件：1.财政项目支出绩效自评表\n`)).toHaveLength(1)
  })

  it('prose that speaks of forms and indicators', () => {
    expect(split('各单位应填写项目名称、主管部门和绩效指标。\n质量指标不少于三项。\n绩效自评表另行下发。')).toEqual([])
  })
})

describe('several forms', () => {
  it('are cut at every title, also where the title is printed again on the next page', () => {
    const one = `财政项目支出绩效自评表\n${evaluation}`
    const paged = one.replace('一级指标', '财政项目支出绩效自评表\n一级指标')
    expect(summary(`${one}\n${paged}\n\n${one}`).map((form) => form[3])).toEqual([1, 9, 19])
  })

  const headless = (project: string) =>
    `${project}绩效目标表\n一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\n产出指标\t数量指标\t设备数\t台数\t≥27台\n满意度指标\t服务对象满意度指标\t投诉率\t比例\t≤1%\n`

  it('are cut at titles above headings where the tables have no head', () => {
    const tables = ['窗口服务', '信息化运维', '信息化运维'].map(headless).join('')
    expect(summary(tables).map(([layout, , , line]) => [layout, line])).toEqual([
      ['tianjin-target', 1],
      ['tianjin-target', 5],
      ['tianjin-target', 9],
    ])
  })

  it('do not begin at a title that stands above headings within the same table', () => {
    const paged = headless('窗口服务').replace('满意度', '窗口服务绩效目标表\n一级指标\t二级指标\t三级指标\n满意度')
    expect(split(paged + '\t\t投诉数\t件数\t0件\n'.repeat(8))).toHaveLength(1)
  })

  it('are told apart without titles', () => {
    expect(split(`${evaluation}\n${evaluation}`).map((form) => form.lines[0]?.line)).toEqual([1, 8])
  })
})

describe('a text cut within a form', () => {
  it('that begins below the title is a form whose beginning is missing', () => {
    const rest = evaluation.split('\n').slice(3).join('\n')
    expect(summary(rest)).toEqual([['shanghai-self-evaluation', null, false, 1]])
  })

  it('that ends with the next title has that form too', () => {
    const text = `财政项目支出绩效自评表\n${evaluation}\n\n财政项目支出绩效自评表\n(2023年度)\n`
    expect(summary(text).map((form) => form[3])).toEqual([1, 10])
  })
})

describe('the shape of a text', () => {
  const shape = (text: string) => shapeOf({ lines: linesOf(text) })
  it('rows of cells between tabs', () => expect(shape(`财政项目支出绩效自评表\n\n${evaluation}`)).toBe('rows'))
  it('rows also where a long report follows', () =>
    expect(shape(`${evaluation}\n${'本年度各项工作已经完成。\n'.repeat(200)}`)).toBe('rows'))
  it('one cell a line', () => expect(shape('绩效目标表\n\t项目名称\n\t窗口服务\n\n\t预算数\n\t45.00\n')).toBe('cells'))
  it('running text', () => expect(shape('绩效自评表\n项目名称 窗口服务\n一级指标 二级指标 三级指标\n')).toBe('flow'))
})

describe('titles', () => {
  const lines = (text: string) => text.split('\n').map((line, i) => ({ line: i + 1, text: line }))
  const form = (title: string, ...ending: readonly string[]) =>
    lines(
      [
        title,
        '项目名称\t河道养护',
        '主管部门\t水利局\t实施单位\t河道所',
        '一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
        '产出指标\t数量指标\t养护长度\t≥3公里\t3公里\t90\t90',
        ...ending,
      ].join('\n'),
    )

  it('may hold a semicolon of the project they name', () => {
    const title = '河道养护；绿化绩效目标表'
    const own = lines(`${title}\n项目名称\t河道养护；绿化\n一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值`)
    expect(splitForms(own, layouts).map((segment) => segment.title)).toEqual([title])
  })

  it('of a form without a grade give it no layout that needs one, whatever else its labels are', () => {
    const own = form('项目支出绩效自评表', '总得分\t\t\t\t\t100\t99')
    for (const known of [layouts, layouts.toReversed()])
      expect(splitForms(own, known)[0]?.layout.id).toBe('national-self-evaluation')
  })
})
