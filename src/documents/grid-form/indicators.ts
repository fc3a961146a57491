// The indicator table: rows under their headings, groups carried down, sum and grade below.
import { blankIndicator } from '../../kernel/form/blank.ts'
import type { Indicator } from '../../kernel/form/form.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import type { Cell, Row } from '../grid.ts'
import { type Headings, matchHeadings, ownHeadings, withTornOff } from '../headings.ts'
import { isAnyLabel, isBeside, isBesideElsewhere, isLabel } from '../labels.ts'
import { isNothing, labelKey } from '../text.ts'
import { joinWrapped } from '../wrapped.ts'
import { type Aligned, alignRow } from './align.ts'
import { readClosing } from './closing.ts'
import { addDoubt, type Draft, takeNumber, takeRemark, takeText } from './draft.ts'
import { isFooter, readFooter } from './footer.ts'

/** `goal`: what stands beside the headings, where every goal has a block of its own. */
type Groups = { dimension: Cell | null; aspect: Cell | null; goal: Cell | null }

/** Reads the rows from the heading row on; without one, all rows as the layout orders its columns. */
export function readIndicators(rows: readonly Row[], draft: Draft): void {
  let headings = ownHeadings(draft.layout)
  const groups: Groups = { dimension: null, aspect: null, goal: null }
  let below: number | null = null
  for (const [at, row] of rows.entries()) {
    const printed = matchHeadings(row, draft.layout, 'indicators')
    if (printed !== null) {
      headings = withTornOff(printed, ownHeadings(draft.layout))
      if (sectionOf(draft.layout, 'indicators')?.blocks === true) openBlock(row, printed, groups)
      continue
    }
    const filled = row.filter((cell) => labelKey(cell.text) !== '')
    if (filled.every((cell) => isHeadingRest(cell, draft))) continue
    const aligned = alignRow(row, headings)
    if (isBesideTable(filled[0], draft) || isRemark(row, draft)) below ??= at
    else if (isFooter(row, aligned, draft)) {
      readFooter(row, aligned, draft)
      below ??= at
    } else if (below !== null) continue
    else if (filled.length > 1) readRow(aligned, groups, headings, draft, row)
  }
  if (below !== null) readClosing(rows.slice(below), draft)
}

/** The heading of the block stands left of the headings; a page that repeats them leaves it out. */
function openBlock(row: Row, printed: Headings, groups: Groups): void {
  const beside = row.slice(0, printed[0]?.index ?? 0).find((cell) => labelKey(cell.text) !== '')
  if (beside === undefined) return
  groups.goal = beside
  groups.dimension = null
  groups.aspect = null
}

/** 说明, 评价结论: what the form prints below its indicators. */
const isBesideTable = (cell: Cell | undefined, draft: Draft): boolean =>
  cell !== undefined && isBeside(labelKey(cell.text), draft.layout) && !isGradeLabel(cell, draft)

/** 自评结论 names a grade in some forms, a text in others. */
function isGradeLabel(cell: Cell, { layout }: Draft): boolean {
  const grade = sectionOf(layout, 'grade')
  return grade !== undefined && isLabel(labelKey(cell.text), grade)
}

/** A remark of another layout's form: its label stands in the first column, where no indicator begins. */
const isRemark = (row: Row, { layout }: Draft): boolean => isBesideElsewhere(labelKey(row[0]?.text ?? ''), layout)

/** The end of a heading row whose beginning is missing. */
const isHeadingRest = (cell: Cell, draft: Draft): boolean =>
  (sectionOf(draft.layout, 'indicators')?.columns ?? []).some((column) => isLabel(labelKey(cell.text), column))

function readRow(aligned: Aligned, groups: Groups, headings: Headings, draft: Draft, row: Row): void {
  carry(aligned, groups)
  const has = (at: string): boolean => aligned.has(at)
  if (!has('name') && !has('target')) {
    const lost = row.find((cell) => !isAnyLabel(labelKey(cell.text), draft.layout) && !isNothing(cell.text))
    if (lost && (has('description') || has('actual') || has('weight') || hasRemark(aligned)))
      addDoubt(draft, null, `“${lost.text.trim().slice(0, 20)}”一行无法归入指标表，未读入`, lost)
    return
  }
  const path = `indicators[${draft.form.indicators.length}]`
  const indicator = indicatorOf(aligned, groups, headings, draft, path)
  if (groups.goal !== null) indicator.goal = oneLine(takeText(draft, `${path}.goal`, [groups.goal])) ?? ''
  for (const { column } of headings) takeRemark(draft, indicator, path, column.at, aligned.get(column.at))
  draft.form.indicators.push(indicator)
  if (!has('name'))
    addDoubt(
      draft,
      `${path}.name`,
      '这一行没有指标名称',
      row.find((cell) => cell.text.trim() !== ''),
    )
}

const hasRemark = (aligned: Aligned): boolean => [...aligned.keys()].some((at) => at.startsWith('remarks.'))

/** A group label stands in the first row of its group only. */
function carry(aligned: Aligned, groups: Groups): void {
  const dimension = aligned.get('dimension')
  const aspect = aligned.get('aspect')
  if (dimension) {
    groups.dimension = dimension
    groups.aspect = null
  }
  if (aspect) groups.aspect = aspect
}

function indicatorOf(aligned: Aligned, groups: Groups, headings: Headings, draft: Draft, path: string): Indicator {
  const cells = (at: string): Cell[] => [aligned.get(at) ?? null].filter((cell) => cell !== null)
  const text = (at: string): string | null => takeText(draft, `${path}.${at}`, cells(at))
  const remark = (at: string): string | null => (cells(at).every((cell) => isNothing(cell.text)) ? null : text(at))
  const number = (at: string): string | null => takeNumber(draft, `${path}.${at}`, aligned.get(at))
  const group = (at: 'dimension' | 'aspect'): string | null =>
    takeText(draft, `${path}.${at}`, groups[at] === null ? [] : [groups[at]])
  const columns = { direction: remark('direction'), nature: remark('nature'), measureUnit: remark('measureUnit') }
  const hasActual = headings.some(({ column }) => column.at === 'actual')
  return {
    ...blankIndicator,
    ...columns,
    dimension: oneLine(group('dimension')),
    aspect: oneLine(group('aspect')),
    name: oneLine(text('name')),
    description: text('description'),
    target: parseTarget(text('target'), columns),
    actual: hasActual ? parseActual(text('actual')) : null,
    weight: number('weight'),
    score: number('score'),
    deviation: remark('deviation'),
  }
}

/** Groups and names are one line each: breaks within them come from narrow columns. */
const oneLine = (text: string | null): string | null => (text === null ? null : joinWrapped(text.split('\n')))

/** Place of the first heading row; -1 where none is printed. */
export const headingRow = (rows: readonly Row[], draft: Draft): number =>
  rows.findIndex((row) => matchHeadings(row, draft.layout, 'indicators') !== null && namesRows(row, draft))

/** A goal or money table may share headings with the indicators; only the latter name their rows. */
function namesRows(row: Row, draft: Draft): boolean {
  const columns = sectionOf(draft.layout, 'indicators')?.columns ?? []
  const name = columns.find((column) => column.at === 'name')
  return name !== undefined && row.some((cell) => isLabel(labelKey(cell.text), name))
}
