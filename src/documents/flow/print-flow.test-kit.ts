// Prints forms for tests the way a PDF's text comes out: wrapped cells one behind the other, short cells side by side.
import type { Form, Indicator } from '../../kernel/form/form.ts'
import type { Segment } from '../source-text.ts'
import { displayWidth } from '../wrapped.ts'

/** Widths of the columns in half squares, and how the text is spaced. */
export type Paper = {
  readonly label: number
  readonly name: number
  readonly target: number
  readonly actual: number
  readonly reason: number
  readonly expected: number
  readonly reached: number
  /** Blank lines stand between rows and before the last line of a wrapped cell. */
  readonly blanks: boolean
  /** Rows on a page; a page ends with its number and begins with the open 一级指标. */
  readonly page: number
  /** A page begins with the headings of the table again. */
  readonly headings: boolean
  /** The last columns as this form calls them. */
  readonly weightTitle: string
  readonly reasonTitle: string
  /** 总分 before the sums; the Shanghai form prints none. */
  readonly totalTitle: string
}

const widthOf = (text: string): number => displayWidth(text) + (text.match(/[≥≤]/g)?.length ?? 0)

/** Pieces that a line break never tears: numbers, Latin words, a mark with the character before it. */
const unbreakable = /[A-Za-z0-9.,]+[，。、；：！？)）》”%]*|[（(《“/]*[^A-Za-z0-9.,][，。、；：！？)）》”%]*/gu

/** The lines of a cell of that width. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const [piece] of paragraph.matchAll(unbreakable)) {
      if (line !== '' && widthOf(line + piece) > width) {
        lines.push(line)
        line = ''
      }
      line += piece
    }
    lines.push(line)
  }
  return lines
}

/** A wrapped cell as lines of text; a blank line parts its last, short line. */
const cell = (lines: readonly string[], { blanks }: Paper): readonly string[] =>
  blanks && lines.length > 1 ? [...lines.slice(0, -1), '', lines.at(-1) ?? ''] : lines

/** Cells of one line share it with their neighbours, wrapped ones stand alone. */
function row(cells: readonly (readonly string[])[], paper: Paper): readonly string[] {
  const lines: string[] = []
  let open = false
  for (const of of cells.filter((lines) => lines.some((line) => line !== ''))) {
    if (of.length === 1 && open) lines.push(`${lines.pop() ?? ''} ${of[0] ?? ''}`)
    else lines.push(...cell(of, paper))
    open = of.length === 1
  }
  return lines
}

const indicatorRow = (indicator: Indicator, paper: Paper): readonly string[] => {
  const points = [indicator.weight, indicator.score].filter((value) => value !== null).map((value) => [value])
  const reason = indicator.deviation === null ? [] : wrap(indicator.deviation, paper.reason)
  const cells = [
    wrap(indicator.name ?? '', paper.name),
    wrap(indicator.target.text ?? '', paper.target),
    ...(indicator.actual ? [wrap(indicator.actual.text ?? '', paper.actual)] : []),
    ...points,
  ]
  // The reason is set in smaller type, so it never shares the line of the scores.
  return [...row(cells, paper), ...cell(reason, paper)]
}

const headings = ({ weightTitle, reasonTitle }: Paper): string =>
  `一级指标 二级指标 三级指标 年度指标值 实际完成值 ${weightTitle} 得分 ${reasonTitle}`

function indicatorLines(form: Form, paper: Paper): readonly string[] {
  const lines: string[] = []
  const space = paper.blanks ? [''] : []
  form.indicators.forEach((indicator, i) => {
    const before = form.indicators[i - 1]
    const newPage = i > 0 && i % paper.page === 0
    if (newPage) lines.push('', '', `- ${i / paper.page} -`, '', ...(paper.headings ? [headings(paper), ''] : []))
    const dimension = newPage || before?.dimension !== indicator.dimension
    const aspect = dimension || before?.aspect !== indicator.aspect
    if (dimension && (!newPage || before?.dimension === indicator.dimension || aspect))
      lines.push(indicator.dimension ?? '', ...space)
    if (aspect && (before?.dimension !== indicator.dimension || before?.aspect !== indicator.aspect))
      lines.push(...cell(wrap(indicator.aspect ?? '', paper.label), paper), ...space)
    lines.push(...indicatorRow(indicator, paper), ...space)
  })
  return lines
}

/** The form as text of a PDF, laid out like the official 财政项目支出绩效自评表. */
export function printSelfEvaluation(form: Form, paper: Paper): Segment {
  const value = (text: string | null): string => text ?? '-'
  const text = [
    form.title ?? '',
    `（${form.year}年度）`,
    '',
    `项目名称 ${form.project?.name}`,
    '',
    `主管部门 ${form.department?.name} 实施单位 ${form.unit?.name}`,
    '',
    '项目资金',
    `（${form.amountUnit}）`,
    '',
    `年初预算数 全年预算数 全年执行数 ${paper.weightTitle} 执行率 得分`,
    '',
    ...form.funds.flatMap((fund, i) => [
      [
        i === 1 ? `其中：${fund.label}` : fund.label,
        fund.initialBudget,
        fund.annualBudget,
        fund.executed,
        fund.weight,
        fund.rate,
        fund.score,
      ]
        .map((field) => value(field))
        .join(' '),
      '',
    ]),
    ...['年度', '总体', '目标', '', '预期目标 实际完成情况', ''],
    ...cell(wrap(form.goals.expected ?? '', paper.expected), paper),
    '',
    ...cell(wrap(form.goals.actual ?? '', paper.reached), paper),
    '',
    headings(paper),
    '',
    ...indicatorLines(form, paper),
    `${paper.totalTitle} ${form.totals.weight} ${form.totals.score}`.trim(),
    '',
    `评分等级 ${form.grade}`,
    '',
  ]
  return { lines: text.map((line, i) => ({ line: i + 1, text: line })) }
}
