// Prints forms the way tables come out of Word and Excel as text: tab-separated rows, or one cell a line.
import type { Form, Fund } from '../src/kernel/form/form.ts'

/** How much the printed geometry varies: empty cells before values, and behind the last one. */
export type Geometry = { readonly pad: number; readonly trail: number }

type Cells = readonly (string | null)[]

const line = (cells: Cells, { trail }: Geometry): string =>
  `${cells.map((cell) => (cell ?? '').replaceAll('\n', ' ')).join('\t')}${'\t'.repeat(trail)}`

/** The first rows of a group carry its labels; below, merged cells are empty. */
function groups(form: Form): readonly Cells[] {
  return form.indicators.map(({ dimension, aspect }, i) => {
    const above = form.indicators[i - 1]
    const sameDimension = above?.dimension === dimension
    return [sameDimension ? '' : dimension, sameDimension && above?.aspect === aspect ? '' : aspect]
  })
}

export function printSelfEvaluation(form: Form, geometry: Geometry): string {
  const pad = Array.from({ length: geometry.pad }, () => '')
  const money = (fund: Fund, i: number): Cells => [
    ...pad,
    '',
    i === 1 ? `其中：${fund.label}` : fund.label,
    fund.initialBudget,
    fund.annualBudget,
    fund.executed,
    fund.weight ?? '-',
    fund.rate,
    fund.score ?? '-',
  ]
  const group = groups(form)
  const rows: Cells[] = [
    ['项目名称', '', ...pad, form.project?.name ?? ''],
    ['主管部门', ...pad, form.department?.name ?? '', '', '实施单位', ...pad, form.unit?.name ?? ''],
    ['项目资金 (万元)', '', ...pad, '年初预算数', '全年预算数', '全年执行数', '分数', '执行率(%)', '得分'],
    ...form.funds.map(money),
    ['年度 总体 目标', '预期目标', '', ...pad, '实际完成情况'],
    ['', form.goals.expected, '', ...pad, form.goals.actual],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
    ...form.indicators.map(
      (row, i): Cells => [
        ...(group[i] ?? []),
        row.name,
        row.target.text,
        row.actual?.text ?? '',
        row.weight,
        row.score,
        row.deviation,
      ],
    ),
    ['', '', '', '', '', form.totals.weight, form.totals.score],
    ['评分等级', '', form.grade],
  ]
  const head = [form.title ?? '', '', `(${form.year}年度)`, '']
  return [...head, ...rows.map((cells) => line(cells, geometry)), ''].join('\n')
}

/** `blanks` = empty paragraphs behind the name of every row and between the paragraphs of a cell, as Word keeps them. */
export function printTarget(form: Form, blanks: number): string {
  const row = (...cells: Cells): string => cells.map((cell) => `\t${cell ?? ''}\n`).join('')
  const [total, budget, other] = form.funds.map((fund) => fund.initialBudget ?? ' ')
  const group = groups(form)
  const table = form.indicators.map((indicator, i) => {
    const name = `${indicator.name}${'\n'.repeat(blanks)}`
    const paragraphs = (text: string | null): string => (text ?? '').replaceAll('\n', '\n'.repeat(1 + blanks))
    const [description, target] = [paragraphs(indicator.description), paragraphs(indicator.target.text)]
    return row(group[i]?.[0] ?? '', indicator.aspect, name, description, target)
  })
  return [
    `[bookmark: _Toc1]1.${form.project?.name}绩效目标表\n${row(`${form.unit?.code}${form.unit?.name}`, '单位：万元')}`,
    row('项目名称', form.project?.name ?? ''),
    row('预算规模及资金用途', '预算数', total ?? '', '其中：财政    资金', budget ?? '', '其他资金', other ?? ''),
    row('', form.project?.purpose ?? ''),
    `${row('绩效目标', form.goals.overall)}\n\n `,
    row('一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值'),
    ...table,
    '\n\n ',
  ].join('\n')
}
