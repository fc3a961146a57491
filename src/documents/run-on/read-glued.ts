// Reads a form whose cells stand one behind the other without any blank: 项目名称道路维修项目主管部门….
import type { Form, NotRead } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { closingFields, type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell, Row } from '../grid.ts'
import { readGrid } from '../grid-form.ts'
import { besideLabels, keysOf, SIGNED } from '../labels.ts'
import type { Line, Segment } from '../source-text.ts'
import { gluedFunds } from './glued-funds.ts'
import { gluedIndicators } from './glued-indicators.ts'
import { type Found, findSpelling, type Glued, gluedText, spellingRun } from './glued-text.ts'

type Labelled = { readonly label: string; readonly aliases?: readonly string[] }
type Spellings<T> = readonly (readonly [string, T])[]

const empty: Cell = { text: '', source: { text: '' } }

const spelled = <T extends Labelled>(things: readonly T[]): Spellings<T> =>
  things.flatMap((thing) => keysOf(thing).map((key) => [key, thing] as const))

/** True where a form prints hardly any blank: headings run into each other. */
export const isGlued = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => HEADINGS.test(text)) &&
  lines.every(({ text }) => text.length < 200 || (text.match(/\s+/g)?.length ?? 0) * 20 < text.length)

const HEADINGS = /(?:一级指标二级指标|二级指标三级指标)[\u4e00-\u9fff]{2}/

/** The form in the lines; what cannot be told apart is left out and named in `doubts`. */
export function readGlued({ lines }: Segment, layout: Layout): Form {
  const [title, ...rest] = lines
  const glued = gluedText(rest)
  const edges = edgesOf(glued.text, layout)
  const doubts: string[] = []
  const notRead: NotRead[] = []
  const rows: Row[] = [
    ...(title === undefined ? [] : [[{ text: title.text, source: { line: title.line, text: title.text } }]]),
    ...headRows(glued, edges.funds, layout, notRead),
    ...fundRows(glued, edges, layout, doubts),
    ...goalRows(glued, edges, layout),
    ...indicatorRows(glued, edges, doubts),
    ...closingRows(glued, edges, layout),
  ]
  const read = readGrid({ rows }, layout)
  const form: Form = notRead.length > 0 ? { ...read, notRead: [...(read.notRead ?? []), ...notRead] } : read
  const unread = doubts.map((message) => ({ path: null, message }))
  return unread.length > 0 ? { ...form, doubts: [...(form.doubts ?? []), ...unread] } : form
}

type Edges = {
  readonly funds: number
  readonly goals: number
  readonly headings: readonly Found<{ readonly at: string }>[]
  readonly indicators: number
  readonly end: number
}

/** Where the parts begin: the money table, the goals, the indicator headings, the rows below them, the sum. */
function edgesOf(text: string, layout: Layout): Edges {
  const funds = sectionOf(layout, 'funds')
  const goals = sectionOf(layout, 'goals')
  const columns = spelled(sectionOf(layout, 'indicators')?.columns ?? [])
  const first = findSpelling(
    text,
    spelled((sectionOf(layout, 'indicators')?.columns ?? []).slice(0, 1)),
    0,
    text.length,
  )
  const run = first === null ? [] : spellingRun(text, [...columns, ...otherColumns()], first.from)
  // Behind a heading that nobody knows no cell can be told from the next.
  const apart =
    new Set(run.map(({ value }) => value.at)).size === run.length && run.every(({ value }) => TOLD.has(value.at))
  const headings = apart && GROUP.test(text.slice(run.at(-1)?.to ?? 0)) ? run : []
  const headingsAt = first?.from ?? text.length
  const fundLabels = spelled([...(funds?.columns ?? []), ...(funds?.rows ?? [])])
  const block = funds === undefined ? [] : spelled([{ label: funds.label.replace(/\s*[（(]\{unit\}[）)]/, '') }])
  const fundsAt = findSpelling(text, [...block, ...fundLabels], 0, headingsAt)?.from ?? headingsAt
  const goalLabels = goals === undefined ? [] : spelled([{ label: goals.label }, ...goals.fields])
  const goalsAt = findSpelling(text, goalLabels, fundsAt, headingsAt)?.from ?? headingsAt
  const below = headings.at(-1)?.to ?? headingsAt
  const totals = sectionOf(layout, 'totals')
  const sum = totals === undefined ? -1 : lastOf(text, keysOf(totals), below)
  return {
    funds: Math.min(fundsAt, goalsAt),
    goals: goalsAt,
    headings,
    indicators: below,
    end: sum < 0 ? text.length : sum,
  }
}

/** Columns whose cells are told apart by what stands in them. */
const TOLD: ReadonlySet<string> = new Set([
  ...['dimension', 'aspect', 'name', 'target', 'actual', 'weight', 'score', 'deviation'],
])

/** What stands first below the headings. */
const GROUP = /^(?:产出|效益|效果|成本|满意度|数量|质量|时效|投入|过程|决策|管理)/

let known: Spellings<{ readonly at: string }> | null = null

/** The headings of all other forms. */
function otherColumns(): Spellings<{ readonly at: string }> {
  known ??= layouts.flatMap((layout) => spelled(sectionOf(layout, 'indicators')?.columns ?? []))
  return known
}

const lastOf = (text: string, keys: readonly string[], from: number): number =>
  keys.reduce((best, key) => {
    const found = [...text.slice(from).matchAll(new RegExp(`${key}[:：]?(?=100)`, 'g'))].at(-1)
    return found === undefined ? best : Math.max(best, from + found.index)
  }, -1)

/** Labels in the order of the text, each with what stands up to the next one. What the form has no field for is `unread`. */
function headRows(glued: Glued, end: number, layout: Layout, unread: NotRead[]): readonly Row[] {
  const pairs = layout.sections.flatMap((section) => (section.kind === 'pairs' ? section.rows.flat() : []))
  const own = spelled<Labelled>([...pairs.map(withoutLonger), ...besideLabels(layout)])
  const keys = new Set(own.map(([key]) => key))
  const labels: Spellings<Labelled> = [...own, ...OTHERS.filter(([key]) => !keys.has(key))]
  const found: Found<Labelled>[] = []
  for (let at = 0; at < end; ) {
    const left = labels.filter(([, of]) => !found.some(({ value }) => value === of))
    const next = findSpelling(glued.text, left, at, end)
    if (next === null) break
    found.push(next)
    at = next.to
  }
  const above: Row[] = [[glued.cell(0, found[0]?.from ?? end)]]
  const rows = found.map(({ from, to }, i): Row => [glued.cell(from, to), glued.cell(to, found[i + 1]?.from ?? end)])
  found.forEach(({ value }, i) => {
    const [label, text] = rows[i] ?? []
    if (
      OTHERS.some(([, other]) => other === value) &&
      text !== undefined &&
      text.text !== '' &&
      unread.length < MOST_UNREAD
    )
      unread.push({ ...text.source, text: text.text.slice(0, 200), label: label?.text ?? null, why: NO_FIELD })
  })
  return above.concat(rows)
}

const MOST_UNREAD = 60
const NO_FIELD = '表样中没有这一项，未读入'

/** Labels of the head that many forms print: what stands behind them is no part of the value before. */
const OTHERS: Spellings<Labelled> = [
  ...['项目属性', '项目类别', '项目类型', '项目性质', '项目负责人及电话', '项目负责人', '负责人及电话', '联系电话'],
  ...[
    '联系人',
    '项目起止时间',
    '项目期',
    '主管部门编码',
    '项目编码',
    '填报单位',
    '填报日期',
    '项目概况',
    '项目立项情况',
  ],
].map((label) => [label, { label }] as const)

/** …维护项目 before 主管部门 is no 项目主管部门: of two spellings that differ by this word the form's own counts. */
const withoutLonger = (of: Labelled): Labelled => ({
  label: of.label,
  aliases: (of.aliases ?? []).filter((alias) => alias !== `项目${of.label}`),
})

function fundRows(glued: Glued, edges: Edges, layout: Layout, doubts: string[]): readonly Row[] {
  const section = sectionOf(layout, 'funds')
  if (section === undefined || edges.funds >= edges.goals) return []
  const { text } = glued
  const first = findSpelling(text, spelled(section.columns), edges.funds, edges.goals)
  const columns = first === null ? [] : spellingRun(text, spelled(section.columns), first.from)
  const found: Found<(typeof section.rows)[number]>[] = []
  for (let at = columns.at(-1)?.to ?? edges.funds; at < edges.goals; ) {
    const next = findSpelling(text, spelled(section.rows), at, edges.goals)
    if (next === null) break
    found.push(next)
    at = next.to
  }
  const spans = found.map(({ value, from, to }, i) => {
    const end = found[i + 1]?.from ?? edges.goals
    const digits = /^[\d.%,—/-]*/.exec(text.slice(to, end))?.[0] ?? ''
    return {
      from,
      to,
      printed: digits.length,
      digits: digits.replaceAll(',', '').replace(/[—/-]+$/, ''),
      level: value.level,
    }
  })
  const numbers = gluedFunds(
    spans,
    columns.map(({ value }) => value.at),
  )
  const rows = spans.map(({ from, to, printed, digits }, i): Row => {
    const own = numbers[i]
    if (own === null) doubts.push(`“${text.slice(from, to)}”一行的数字连在一起，无法确定如何分开，未读入：${digits}`)
    const { source } = glued.cell(to, to + printed)
    return [glued.cell(from, to), ...columns.map((_, k) => ({ text: own?.[k] ?? '', source }))]
  })
  return [
    [glued.cell(edges.funds, first?.from ?? edges.goals)],
    [empty, ...columns.map(({ from, to }) => glued.cell(from, to))],
    ...rows,
  ]
}

/** Words a report on what was done begins with. */
const REPORT = /^(?:已|完成|全年|截至|实际|本年|年内|目前|\d{4}年度?(?:共|已|完成|实际))/

/** Where the report on what was done begins: like the goal before it, or with a word of its own; the end where none does. */
function reportBegin(text: string): number {
  let best = { at: text.length, points: 1 }
  for (const { index } of text.matchAll(/[,，。；;]/g)) {
    const rest = text.slice(index + 1)
    const points =
      (rest !== '' && rest.slice(0, 3) === text.slice(0, 3) ? 3 : 0) +
      (REPORT.test(rest) ? 2 : 0) +
      (text[index] === '。' && rest !== '' ? 1 : 0)
    if (points > best.points) best = { at: index + 1, points }
  }
  return best.at
}

function goalRows(glued: Glued, edges: Edges, layout: Layout): readonly Row[] {
  const section = sectionOf(layout, 'goals')
  if (section === undefined) return []
  const labels = spelled([...section.fields, { label: section.label }])
  const first = findSpelling(glued.text, labels, edges.goals, edges.headings[0]?.from ?? glued.text.length)
  if (first === null) return []
  const run = spellingRun(glued.text, labels, first.from)
  const heads = run.filter(({ value }) => value.label !== section.label)
  const begin = run.at(-1)?.to ?? first.to
  const block = sectionOf(layout, 'indicators')?.label ?? '绩效指标'
  const headings = edges.headings[0]?.from ?? glued.text.length
  const body = glued.text.slice(begin, headings)
  const end = begin + (body.endsWith(block) ? body.length - block.length : body.length)
  const text = glued.text.slice(begin, end)
  const cut = begin + reportBegin(text)
  const texts =
    heads.length < 2
      ? [[begin, end]]
      : [
          [begin, cut],
          [cut, end],
        ]
  return [
    heads.map(({ from, to }) => glued.cell(from, to)),
    texts.map(([from = 0, to = 0]) => glued.cell(from, withoutComma(glued.text, from, to))),
  ]
}

/** Some programs print a comma where a cell ends. */
const withoutComma = (text: string, from: number, to: number): number =>
  to > from && /[,，]/.test(text[to - 1] ?? '') ? to - 1 : to

function indicatorRows(glued: Glued, edges: Edges, doubts: string[]): readonly Row[] {
  const columns = edges.headings.map(({ value }) => value.at)
  if (columns.length < 4) {
    if (glued.text.length > edges.indicators) doubts.push('指标表的栏目名称连在一起，无法分开，指标未读入')
    return []
  }
  const end = edges.indicators + glued.text.slice(edges.indicators, edges.end).replace(/[…·.]+$/, '').length
  const { rows, unread } = gluedIndicators(glued.text, edges.indicators, end, columns)
  for (const { from, to } of unread) doubts.push(`“${glued.text.slice(from, to).slice(0, 40)}”无法分成各格，未读入`)
  const span = (of: { from: number; to: number } | null | undefined): Cell =>
    of === null || of === undefined ? empty : glued.cell(of.from, of.to)
  return [
    edges.headings.map(({ from, to }) => glued.cell(from, to)),
    ...rows.map((row) =>
      columns.map((at) =>
        at === 'dimension' || at === 'aspect' ? span(row[at]) : span(row.cells.find(({ column }) => column === at)),
      ),
    ),
    ...totalRow(glued, edges),
  ]
}

/** 总分10098: the sum of the weights is 100, the score stands behind it. */
function totalRow(glued: Glued, { end }: Edges): readonly Row[] {
  const [label, score] =
    /^([^\d]{2,4}[:：]?)100(\d{1,3}(?:\.\d{1,2})?)?/.exec(glued.text.slice(end, end + 20))?.slice(1) ?? []
  if (label === undefined) return []
  const at = end + label.length
  const weight = glued.cell(at, at + 3)
  return [[glued.cell(end, at), weight, ...(score === undefined ? [] : [glued.cell(at + 3, at + 3 + score.length)])]]
}

/** Conclusions and signatures behind the sum: a label counts once, with a colon or where a text before it has ended. */
function closingRows(glued: Glued, { end }: Edges, layout: Layout): readonly Row[] {
  const { text } = glued
  const labels = spelled<Labelled>([...closingFields(layout), ...[...SIGNED].map((label) => ({ label }))])
  const found: Found<Labelled>[] = []
  const sum = /^[^\d]{2,4}[:：]?[\d.]*/.exec(text.slice(end, end + 20))?.[0].length ?? 0
  for (let at = end + sum; at < text.length; ) {
    const next = findSpelling(text, labels, at, text.length)
    if (next === null) break
    const isLabel = text[next.to - 1] === ':' || found.at(-1)?.to === next.from || ENDED.test(text.slice(0, next.from))
    if (isLabel && !found.some(({ value }) => value.label === next.value.label)) found.push(next)
    at = next.to
  }
  return found.map(({ from, to }, i) => [
    glued.cell(from, to),
    glued.cell(to, withoutComma(text, to, found[i + 1]?.from ?? text.length)),
  ])
}

/** A text that has ended, or the sum. */
const ENDED = /[。；;，,！)\d]$/
