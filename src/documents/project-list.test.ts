// A list of projects with targets, as provinces publish it, is read as one form a project.
import { describe, expect, it } from 'vitest'
import { docxOf, type KitTable } from './docx/docx.test-kit.ts'
import { readDocument } from './read-document.ts'

const HEADINGS = [
  '单位名称、项目名称',
  '项目年度绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标性质',
  '指标值',
  '度量单位',
  '指标属性',
  '指标内容',
]
const projects = [
  [
    '校园安保',
    '保障校园安全。',
    [
      ['产出指标', '数量指标', '聘用保安人数', '>=', '6', '人', '定量指标', '聘用保安的人数'],
      ['', '质量指标', '持证上岗率', '=', '100', '%', '定量指标', '持证保安占比'],
      ['满意度指标', '服务对象满意度指标', '家长满意度', '>=', '90', '%', '定量指标', '问卷调查'],
    ],
  ],
  [
    '食堂补助',
    '改善学生营养。',
    [
      ['产出指标', '数量指标', '补助学生人数', '>=', '320', '人', '定量指标', '享受补助的学生'],
      ['效益指标', '社会效益指标', '学生营养状况', '=', '改善', '', '定性指标', '体检结果'],
    ],
  ],
] as const
const row = (...cells: readonly string[]): readonly string[] => [
  ...cells,
  ...Array.from({ length: HEADINGS.length - cells.length }, () => ''),
]
const listed = [
  HEADINGS,
  row('青河县第一小学'),
  ...projects.flatMap(([name, goal, indicators]) =>
    indicators.map((cells, i) => [i === 0 ? name : '', i === 0 ? goal : '', ...cells]),
  ),
]

const table = (rows: readonly (readonly string[])[]): KitTable => ({
  columns: HEADINGS.length,
  rows: rows.map((cells, r) => cells.map((text, col) => ({ row: r, col, rowSpan: 1, colSpan: 1, text }))),
})
const read = async (...blocks: Parameters<typeof docxOf>[0]) =>
  (await readDocument(docxOf(blocks, 'word'), '表.docx')).forms
const short = (forms: Awaited<ReturnType<typeof read>>) =>
  forms.map(({ project, unit, goals, year, indicators }) => [
    project?.name,
    unit?.name,
    goals.annual,
    year,
    indicators.map((one) =>
      [one.dimension, one.aspect, one.name, one.direction, one.target.text, one.measureUnit].join(' '),
    ),
  ])
const expected = [
  [
    '校园安保',
    '青河县第一小学',
    '保障校园安全。',
    2024,
    [
      '产出指标 数量指标 聘用保安人数 >= 6 人',
      '产出指标 质量指标 持证上岗率 = 100 %',
      '满意度指标 服务对象满意度指标 家长满意度 >= 90 %',
    ],
  ],
  [
    '食堂补助',
    '青河县第一小学',
    '改善学生营养。',
    2024,
    ['产出指标 数量指标 补助学生人数 >= 320 人', '效益指标 社会效益指标 学生营养状况 = 改善 '],
  ],
]

describe('a list of projects', () => {
  it('is one form a project, each with the unit above it', async () => {
    expect(short(await read('项目支出绩效目标表（本次下达）', '2024年度', table(listed)))).toEqual(expected)
  })

  it('goes on over pages that repeat its headings', async () => {
    const [head = [], ...rest] = listed
    expect(
      short(
        await read(
          '项目支出绩效目标表（本次下达）',
          '2024年度',
          table([head, ...rest.slice(0, 3), head, ...rest.slice(3)]),
        ),
      ),
    ).toEqual(expected)
  })

  it('ends where the report goes on', async () => {
    const forms = await read(
      '项目支出绩效目标表',
      '2024年度',
      table(listed),
      '第四部分 名词解释',
      '一、财政拨款收入：指本级财政拨付的资金。',
    )
    expect(short(forms)).toEqual(expected)
  })

  it('keeps the place of every field, and the line of what is missing', async () => {
    const [, second] = await read('项目支出绩效目标表', '2024年度', table(listed))
    expect(second?.sources?.['project.name']).toMatchObject({ text: '食堂补助' })
    expect(second?.sources?.['indicators[1].name']?.text).toBe('学生营养状况')
    expect((second?.doubts ?? []).every(({ line = 0 }) => line <= 2 + listed.length)).toBe(true)
  })

  it('names units in a column of their own where the list has one', async () => {
    const own = [
      ['单位名称', '项目名称', '年度绩效目标', ...HEADINGS.slice(2)],
      ...listed.slice(2).map((cells) => [cells[0] === '' ? '' : '青河县第二小学', ...cells]),
    ]
    const forms = await read('项目支出绩效目标表', '2024年度', { ...table(own), columns: 11 })
    expect(forms.map(({ project, unit }) => [project?.name, unit?.name])).toEqual([
      ['校园安保', '青河县第二小学'],
      ['食堂补助', '青河县第二小学'],
    ])
  })

  it('keeps projects of one name apart where their units differ, in a column or in rows above them', async () => {
    const one = ['保障运转。', '产出指标', '数量指标', '保障学校数', '=', '1', '所', '定量指标', '学校数'] as const
    const column = [
      ['单位名称', '项目名称', '年度绩效目标', ...HEADINGS.slice(2)],
      ['青河县第一小学', '公用经费', ...one],
      ['青河县第二小学', '公用经费', ...one],
    ]
    const above = [HEADINGS, row('青河县第一小学'), ['公用经费', ...one], row('青河县第二小学'), ['公用经费', ...one]]
    for (const list of [{ ...table(column), columns: 11 }, table(above)]) {
      const forms = await read('项目支出绩效目标表', '2024年度', list)
      expect(forms.map(({ project, unit, indicators }) => [project?.name, unit?.name, indicators.length])).toEqual([
        ['公用经费', '青河县第一小学', 1],
        ['公用经费', '青河县第二小学', 1],
      ])
    }
  })

  it('is one project where its name is printed again on every row', async () => {
    const again = listed.map((cells, i) =>
      i > 1 && cells[0] === '' ? [listed[2]?.[0] ?? '', ...cells.slice(1)] : cells,
    )
    const forms = await read('项目支出绩效目标表', '2024年度', table(again.slice(0, 5)))
    expect(forms.map(({ project, indicators }) => [project?.name, indicators.length])).toEqual([['校园安保', 3]])
  })
})
