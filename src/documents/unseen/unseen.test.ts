// Forms of layouts nobody described to the readers: read by their labels and headings, as sure as those are, never guessed.
import { describe, expect, it } from 'vitest'
import { compareForms } from '../../../test/compare-forms.ts'
import { Form } from '../../kernel/form/form.ts'
import { readDocument, readText } from '../read-document.ts'
import { type PaperFormat, papers } from './paper.test-kit.ts'
import { printed, templateNames } from './templates.test-kit.ts'

const read = async (name: string, format: PaperFormat, seed: number) => {
  const { paper, truth } = printed(name, seed)
  const { forms } = await readDocument(await papers[format](paper), `${name}.${format}`)
  const { share, wrong } = compareForms({ forms: [truth] }, forms)
  // A field nobody read is honest; a field that holds something else is not.
  return {
    forms,
    share,
    wrong: wrong.filter(({ found }) => found !== null && found !== undefined && found !== 'blank'),
    all: wrong,
  }
}

describe.each(templateNames)('%s', (name) => {
  it.each(['html', 'docx', 'xlsx', 'tabs.txt'] as const)('is read from %s without a wrong field', async (format) => {
    const { share, wrong, all, forms } = await read(name, format, 7)
    expect(wrong).toEqual([])
    expect(share, JSON.stringify(all.slice(0, 10))).toBeGreaterThanOrEqual(0.97)
    for (const form of forms) expect(() => Form.parse(form)).not.toThrow()
  })

  it.each([
    ['cells.txt', 0.93],
    ['cellbars.txt', 0.95],
    ['padded.txt', 0.95],
    ['paragraphs.txt', 0.8],
    // Text that forgets merged cells does not say which cell of a short row is missing.
    ['bars.txt', 0.8],
  ] as const)('is read from %s in most of its fields', async (format, least) => {
    const { share, all } = await read(name, format, 8)
    expect(share, JSON.stringify(all.slice(0, 10))).toBeGreaterThanOrEqual(least)
  })
})

/** A list of projects without a label before any of them is no form in text. */
const inLines = templateNames.filter((name) => name !== 'yunnan-target')
it.each(inLines)('%s is read from text without cells in most of its fields', async (name) => {
  const { share, all } = await read(name, 'flow.txt', 8)
  expect(share, JSON.stringify(all.slice(0, 10))).toBeGreaterThanOrEqual(0.75)
})

const table = (...rows: readonly string[]): string => `${rows.map((row) => row.replaceAll(' | ', '\t')).join('\n')}\n`
const firstOf = (...rows: readonly string[]) => {
  const [form] = readText(table('项目绩效自评情况表', ...rows), '表.txt').forms
  if (form === undefined) throw new Error('no form was read')
  return form
}
const head = ['项目名称 | 河道养护', '主管部门 | 青河县水利局 | 实施单位 | 青河县河道所']

describe('a column the reader is not sure of', () => {
  const heading = '一级指标 | 二级指标 | 三级指标 | 计划目标值 | 自评完成值 | 指标分值 | 单位自评分'
  const rows = (weight: string, score: string): readonly string[] =>
    ['数量', '质量', '时效'].map((of) => `产出指标 | ${of}指标 | ${of}达标率 | ≥90% | 95% | ${weight} | ${score}`)

  it('is read where what stands below is what the heading says', () => {
    const form = firstOf(...head, heading, ...rows('30', '28'))
    expect(form.indicators[0]).toMatchObject({
      weight: '30',
      score: '28',
      target: { text: '≥90%' },
      actual: { text: '95%' },
    })
    expect(form.notRead).toBeUndefined()
    expect(form.sources?.['indicators[0].weight']?.certainty).toBeGreaterThan(0.9)
  })

  it('is left out and listed where every score is above its weight', () => {
    const form = firstOf(...head, heading, ...rows('3', '28'))
    expect(form.indicators[0]).toMatchObject({ weight: null, score: null, name: '数量达标率' })
    expect(form.notRead).toContainEqual(expect.objectContaining({ label: '指标分值', text: '3', line: 5 }))
    expect(form.sources?.['indicators[0].weight']).toBeUndefined()
  })
})

it('keeps what a form prints beyond the contract as remarks of its row', () => {
  const form = firstOf(
    ...head,
    '一级指标 | 二级指标 | 指标名称 | 预期目标值 | 实际达成值 | 权重分值 | 自评得分 | 评分细则 | 数据来源',
    '产出指标 | 数量指标 | 清淤长度 | ≥3公里 | 4公里 | 90 | 90 | 每少1公里扣30分 | 验收单',
  )
  expect(form.indicators[0]?.remarks).toEqual({ 评分细则: '每少1公里扣30分', 数据来源: '验收单' })
})

it('says of no field of a known layout how sure it is', () => {
  const form = firstOf(
    ...head,
    '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
    '产出指标 | 数量指标 | 清淤长度 | ≥3公里 | 4公里 | 90 | 90 | ',
  )
  expect(Object.values(form.sources ?? {}).filter(({ certainty }) => certainty !== undefined)).toEqual([])
})

describe('a report of many pages', () => {
  const chapter = (title: string, sentences: number): readonly string[] => [
    title,
    ...Array.from({ length: sentences }, () => '项目支出绩效自评情况：本部门全面开展绩效自评，自评得分较高。'),
  ]
  const accounts = {
    columns: 3,
    rows: ['项目名称', ...Array.from({ length: 14 }, () => '行政运行')].map((text, row) =>
      [text, '合计', '100.00'].map((cell, col) => ({ row, col, rowSpan: 1, colSpan: 1, text: cell })),
    ),
  }
  const before = [...chapter('2023年度部门决算', 200), ...chapter('第二部分 部门决算表', 1), accounts]

  it.each(['henan-self-evaluation', 'chongqing-self-evaluation'])('gives the form within it: %s', async (name) => {
    const { paper, truth } = printed(name, 5)
    const blocks = [...before, '第四部分 附件', ...paper.blocks, ...chapter('第五部分 名词解释', 60), accounts]
    const { forms } = await readDocument(await papers.docx({ blocks }), '决算.docx')
    expect(compareForms({ forms: [truth] }, forms).wrong).toEqual([])
  })

  it('is no form where it holds none', async () => {
    const bytes = await papers.docx({ blocks: before })
    await expect(readDocument(bytes, '决算.docx')).rejects.toThrow('未找到绩效表')
  })
})
