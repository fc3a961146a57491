// Cuts a department form into its blocks by the labels and headings of its layout.
import { type Column, type Field, type Layout, type Section, sectionOf, spellings } from '../../kernel/layout/layout.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'
import { type Heading, headingAt } from './heading.ts'

/** A block with the headings printed over it; `columns` falls back to the layout's where the headings are unreadable. */
export type TableBlock = {
  readonly lines: readonly Line[]
  readonly columns: readonly Column[]
  readonly heading: string
}

export type Blocks = {
  readonly header: readonly Line[]
  /** undefined = the block is not in the text. */
  readonly tasks: TableBlock | undefined
  /** The texts of the goal fields, by field path. */
  readonly goals: ReadonlyMap<string, readonly Line[]>
  readonly funds: TableBlock | undefined
  readonly indicators: TableBlock | undefined
}

/** The printed 目标值 may have 实际完成值 beside it; the layout of the published forms has no such column. */
const actualColumn: Column = {
  label: '实际完成值',
  aliases: [
    '完成值',
    '实际值',
    '全年实际完成值',
    '全年实际值',
    '实际完成情况',
    '完成情况',
    '指标完成值',
    '实际完成指标值',
  ],
  at: 'actual',
  format: 'actual',
  width: 10,
}

type IndicatorTable = Extract<Section, { kind: 'indicators' }>
const withActual = (section: IndicatorTable): IndicatorTable =>
  section.columns.some((column) => column.at === actualColumn.at)
    ? section
    : { ...section, columns: [...section.columns, actualColumn] }

type Mark = { readonly at: number; readonly next: number }
type TableMark = Mark & { readonly columns: readonly Column[]; readonly heading: string }

const plain = (text: string): string => labelKey(text).replace(/\([^()]*\)?/g, '')
const blank = (line: Line): boolean => line.text.trim() === ''

/** Line on which a label stands alone (`alone`), or in front of its text. */
function labelLine(
  lines: readonly Line[],
  from: number,
  field: Field,
): (Mark & { readonly inline: string }) | undefined {
  const keys = spellings(field)
  const alone = lines.findIndex((line, i) => i >= from && keys.includes(labelKey(line.text)))
  if (alone >= 0) return { at: alone, next: alone + 1, inline: '' }
  for (let i = from; i < lines.length; i++) {
    const text = lines[i]?.text.trim() ?? ''
    const key = keys.find((k) => text.startsWith(k) && /^[\s:：]/.test(text.slice(k.length)))
    if (key !== undefined) return { at: i, next: i, inline: key }
  }
  return undefined
}

/** The label in front of its text is blanked out, so that places in the line stay true. */
function withoutLabel(lines: readonly Line[], label: string): readonly Line[] {
  const [first, ...rest] = lines
  if (first === undefined || label === '') return lines
  const end = first.text.indexOf(label) + label.length
  return [{ ...first, text: ' '.repeat(end) + first.text.slice(end).replace(/^(\s*)[:：]/, '$1 ') }, ...rest]
}

function tableMark(
  lines: readonly Line[],
  from: number,
  section: { readonly columns: readonly Column[]; readonly label: string | null },
  least: number,
): TableMark | undefined {
  const label = section.label === null ? null : plain(section.label.replace('{unit}', ''))
  let labelled: number | undefined
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || blank(line)) continue
    const heading = headingAt(lines, i, section.columns, least)
    if (heading) return { at: labelled ?? i, ...asTable(heading) }
    if (label !== null && plain(line.text) === label) labelled ??= i
  }
  return labelled === undefined
    ? undefined
    : {
        at: labelled,
        next: labelled + 1,
        columns: unreadColumns(lines, labelled, section.columns),
        heading: labelKey(lines[labelled]?.text ?? ''),
      }
}

/** Lines under a title in which unreadable headings stand. */
const headingLines = 24

/** Headings printed across each other cannot be put in order: the official order, with 实际完成值 only where it is printed. */
function unreadColumns(lines: readonly Line[], title: number, columns: readonly Column[]): readonly Column[] {
  const printed = labelKey(
    lines
      .slice(title, title + headingLines)
      .map((line) => line.text)
      .join(''),
  )
  return columns.filter(
    (column) => column !== actualColumn || spellings(column).some((label) => printed.includes(label)),
  )
}

const asTable = (heading: Heading<Column>): Omit<TableMark, 'at'> => ({
  next: heading.next,
  columns: heading.columns,
  heading: heading.text,
})

/** The department form's blocks. Each ends where the next one that is there begins. */
export function blocksOf(lines: readonly Line[], layout: Layout): Blocks {
  const tasks = sectionOf(layout, 'tasks')
  const funds = sectionOf(layout, 'funds')
  const indicators = sectionOf(layout, 'indicators')
  const tasksMark = tasks && tableMark(lines, 0, tasks, 2)
  const goalMarks = goalLines(lines, tasksMark?.next ?? 0, sectionOf(layout, 'goals'))
  const afterGoals = goalMarks.at(-1)?.next ?? tasksMark?.next ?? 0
  const fundsMark = funds && tableMark(lines, afterGoals, funds, 3)
  const indicatorsMark = indicators && tableMark(lines, fundsMark?.next ?? afterGoals, withActual(indicators), 4)
  const goalsTitle = titleLine(lines, tasksMark?.next ?? 0, sectionOf(layout, 'goals')?.label)
  const starts = [tasksMark, goalsTitle, ...goalMarks, fundsMark, indicatorsMark].flatMap((mark) =>
    mark ? [mark.at] : [],
  )
  const until = (at: number): number => Math.min(...starts.filter((start) => start > at), lines.length)
  const table = (mark: TableMark | undefined, above = ''): TableBlock | undefined =>
    mark && {
      lines: lines.slice(mark.next, until(mark.at)),
      columns: mark.columns,
      heading: above + mark.heading,
    }
  const fundsLabel = fundsMark === undefined ? '' : labelKey(lines[fundsMark.at]?.text ?? '')
  return {
    header: lines.slice(0, until(-1)),
    tasks: table(tasksMark),
    goals: new Map(
      goalMarks.map(({ at, next, path, inline }) => [path, withoutLabel(lines.slice(next, until(at)), inline)]),
    ),
    funds: table(fundsMark, fundsLabel),
    indicators: table(indicatorsMark),
  }
}

/** The title of a block on a line of its own. */
function titleLine(lines: readonly Line[], from: number, label: string | undefined): Mark | undefined {
  const at = lines.findIndex((line, i) => i >= from && labelKey(line.text) === label)
  return at < 0 ? undefined : { at, next: at + 1 }
}

type GoalMark = Mark & { readonly path: string; readonly inline: string }

function goalLines(
  lines: readonly Line[],
  from: number,
  section: Extract<Section, { kind: 'goals' }> | undefined,
): readonly GoalMark[] {
  const marks: GoalMark[] = []
  for (const field of section?.fields ?? []) {
    const mark = labelLine(lines, marks.at(-1)?.next ?? from, field)
    if (mark) marks.push({ ...mark, path: field.at })
  }
  return marks
}
