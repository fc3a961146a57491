// Forms inside long documents: other tables before and behind, tables that go on after a page break, no table at all.
import { describe, expect, it } from 'vitest'
import type { Form } from '../kernel/form/form.ts'
import { docxOf, type KitBlock, type KitTable } from './docx/docx.test-kit.ts'
import { readDocument } from './read-document.ts'

/** Cells one beside the other; a null continues the cell to its left. */
const table = (...rows: readonly (readonly (string | null)[])[]): KitTable => ({
  columns: Math.max(...rows.map((row) => row.length)),
  rows: rows.map((row, r) =>
    row.flatMap((text, col) => {
      if (text === null) return []
      const next = row.findIndex((other, i) => i > col && other !== null)
      return [{ row: r, col, rowSpan: 1, colSpan: (next < 0 ? row.length : next) - col, text }]
    }),
  ),
})

const head = [
  ['项目名称', null, '窗口服务经费', null, null, null, null, null],
  ['主管部门', null, '云岭市行政服务局', null, '实施单位', null, '云岭市服务中心', null],
  ['项目资金\n（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分数', '执行率(%)', '得分'],
  ['', '年度资金总额', '10.00', '10.00', '9.00', '10.00', '90.00', '9.00'],
  ['年度总体目标', '预期目标', null, null, '实际完成情况', null, null, null],
  ['', '做好窗口服务。', null, null, '已做好窗口服务。', null, null, null],
] as const
const headings = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析']
const rows = [
  ['产出指标', '数量指标', '办件数量', '≥100.00(件)', '120.00(件)', '50.00', '50.00', ''],
  ['', '质量指标', '办结率', '=100.00(%)', '100.00(%)', '20.00', '20.00', ''],
  ['效益指标', '社会效益指标', '群众满意', '满意', '达成指标', '20.00', '18.00', ''],
]
const foot = [
  ['', '', '', '', '', '100', '97.00', ''],
  ['评分等级', null, '优', null, null, null, null, null],
] as const
const title = ['财政项目支出绩效自评表', '（2023年度）']
const whole = [...title, table(...head, headings, ...rows, ...foot)]

const read = async (...blocks: readonly KitBlock[]): Promise<readonly Form[]> =>
  (await readDocument(docxOf(blocks), '报告.docx')).forms
const summary = (form: Form | undefined) => ({
  project: form?.project?.name,
  names: form?.indicators.map((row) => row.name),
  totals: form?.totals,
  grade: form?.grade,
  doubts: form?.doubts,
})
const complete = {
  project: '窗口服务经费',
  names: ['办件数量', '办结率', '群众满意'],
  totals: { weight: '100', score: '97.00' },
  grade: '优',
  doubts: undefined,
}

const prose = Array.from({ length: 200 }, (_, i) => `${i}. 本部门2023年度决算情况说明，预算绩效管理工作按要求开展。`)
const budget = table(
  ['功能分类', '科目编码', '年初预算数', '决算数'],
  ['一般公共服务支出', '201', '10.00', '9.00'],
  ['合计', '', '10.00', '9.00'],
)

describe('a form in a long report', () => {
  it('is read as if it stood alone, with tables of the report before and behind it', async () => {
    const forms = await read(...prose, budget, ...whole, ...prose, budget, budget)
    expect(forms.map(summary)).toEqual([complete])
  })

  it('ends where the next table is another, even where it has no sum at its end', async () => {
    const [form] = await read(...title, table(...head, headings, ...rows), '三、名词解释', budget)
    expect(summary(form)).toMatchObject({ names: complete.names, totals: { weight: null, score: null } })
  })

  it('is not found in a report without one', async () => {
    await expect(read(...prose, budget, '附件：财政项目支出绩效自评表（另附）')).rejects.toThrow(/未找到绩效表/)
  })
})

describe('a form of several tables', () => {
  it.each<[string, KitBlock[]]>([
    [
      'broken at a page, headings repeated',
      [...title, table(...head, headings, ...rows.slice(0, 2)), '— 2 —', table(headings, ...rows.slice(2), ...foot)],
    ],
    [
      'broken at a page, without headings',
      [...title, table(...head, headings, ...rows.slice(0, 2)), '', table(...rows.slice(2), ...foot)],
    ],
    [
      'broken at a page within a group',
      [...title, table(...head, headings, ...rows.slice(0, 1)), '', table(...rows.slice(1), ...foot)],
    ],
    ['with the sum in a table of its own', [...title, table(...head, headings, ...rows), '', table(...foot)]],
    ['one for each of its parts', [...title, table(...head), '', table(headings, ...rows, ...foot)]],
    [
      'with its title in the table',
      [table([title.join('\n'), null, null, null, null, null, null, null], ...head, headings, ...rows, ...foot)],
    ],
    ['with its title in a frame', [table([title.join('\n')]), table(...head, headings, ...rows, ...foot)]],
  ])('%s', async (_, blocks) => {
    const forms = await read('附件2', ...blocks, '填报人：张三　　联系电话：000', budget)
    expect(forms.map(summary)).toEqual([complete])
    expect(forms[0]?.year).toBe(2023)
  })

  it('two forms that follow each other without any text between stay two', async () => {
    const forms = await read(...whole, ...whole)
    expect(forms.map(summary)).toEqual([complete, complete])
  })
})

it('a form typed as lines with tabs, without a table', async () => {
  const lines = [...head, headings, ...rows, ...foot].map((row) =>
    row.map((cell) => (cell ?? '').replace('\n', '')).join('\t'),
  )
  expect((await read(...title, ...lines)).map(summary)).toEqual([complete])
})

it('a form cut off in the middle says what is missing, at its last row', async () => {
  const [form] = await read(...title, table(...head, headings, ...rows.slice(0, 1)))
  expect(form?.doubts).toEqual([
    { path: 'totals', message: expect.stringMatching(/总分/), line: 10 },
    { path: 'grade', message: expect.stringMatching(/评分等级/), line: 10 },
  ])
})
