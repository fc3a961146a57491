// Head and goals of a form nobody described: which cells are labels, and of what.
import type { FormKind } from '../../kernel/form/form.ts'
import type { Field, Layout, Section } from '../../kernel/layout/layout.ts'
import type { Row } from '../grid.ts'
import { isLabel } from '../labels.ts'
import { labelKey } from '../text.ts'
import { remarkKey } from './columns.ts'
import { comingGoals, headLabels, isOtherLabel, type Meaning, meaningIn, pastGoals } from './words.ts'

type Goals = Extract<Section, { kind: 'goals' }>
export type OwnFront = {
  readonly pairs: readonly Field[]
  readonly goals: Goals | null
  readonly others: readonly string[]
  /** How sure each field is, by its path. */
  readonly certainty: ReadonlyMap<string, number>
}

type Candidate = {
  readonly label: string
  readonly at: string
  readonly certainty: number
  readonly row: number
  readonly index: number
}

/** `rows` are those above the indicators, without the rows of the money table. */
export function ownFront(rows: readonly Row[], kind: FormKind, nearest: Layout): OwnFront {
  const heads = candidates(rows, (key) => ofLayout(key, nearest, 'pairs') ?? meaningIn(headLabels, key))
  const words = /self-evaluation$/.test(kind) ? pastGoals : comingGoals
  const goals = candidates(rows, (key) => meaningIn(words, key))
  const pairs = surest(heads)
  const section = goalsOf(goals, rows)
  const labels = new Set([...pairs, ...(section?.fields ?? [])].map(({ label }) => label))
  const unused = [...heads, ...goals].map(({ label }) => label).filter((label) => !labels.has(label))
  const others = othersIn(rows, labels)
  const beside = others.filter((label) => !SECTION.test(labelKey(label)))
  return {
    pairs: [
      ...pairs.map(({ label, at }): Field => ({ label, at, format: 'text', ...codeOf(label, at) })),
      ...beside.map((label): Field => ({ label, at: `remarks.${remarkKey(label)}`, format: 'text' })),
    ],
    goals: section,
    others: [...others, ...unused],
    certainty: new Map([...goals, ...pairs].map(({ at, certainty }) => [at, certainty])),
  }
}

/** What stands beside a whole part of the form. */
const SECTION = /资金|预算|执行情况|绩效指标|目标|^[一二三四五六七八九十]{1,2}、/

function ofLayout(key: string, layout: Layout, kind: 'pairs'): Meaning | null {
  const fields = layout.sections.flatMap((section) => (section.kind === kind ? section.rows.flat() : []))
  const field = fields.find((candidate) => isLabel(key, candidate))
  return field === undefined ? null : { at: field.at, certainty: 1 }
}

/** 主管部门及代码: the code stands in the same cell. */
const codeOf = (label: string, at: string): { readonly with?: string } =>
  /代码|编码/.test(label) && at.endsWith('.name') ? { with: at.replace('.name', '.code') } : {}

function candidates(rows: readonly Row[], meaningOf: (key: string) => Meaning | null): readonly Candidate[] {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, index) => {
      const text = cell.text.split(/[：:](?=\s*\S)/)[0] ?? ''
      const key = labelKey(text)
      const meaning = key === '' ? null : meaningOf(key)
      return meaning === null ? [] : [{ label: text, at: meaning.at, certainty: meaning.certainty, row: r, index }]
    }),
  )
}

/** Of several labels of one field the surest, and of those the first. */
function surest(found: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const one of found) {
    const before = best.get(one.at)
    if (before === undefined || one.certainty > before.certainty) best.set(one.at, one)
  }
  return found.filter((one) => best.get(one.at) === one)
}

/** Two goals side by side with their texts below them, or each label with its text to its right. */
function goalsOf(found: readonly Candidate[], rows: readonly Row[]): Goals | null {
  const byRow = Map.groupBy(found, ({ row }) => row)
  for (const [row, own] of byRow) {
    const across = headingsAcross(own)
    if (across.length < 2 || !isLabelsOnly(rows[row] ?? [], own)) continue
    const side = own.find((one) => !across.includes(one))
    return {
      kind: 'goals',
      label: side?.label ?? across[0]?.label ?? '',
      arrangement: 'across',
      fields: across.map(fieldOf),
    }
  }
  const withText = found.filter((one) => hasTextBeside(rows[one.row] ?? [], one))
  const stacked = surest(withText.length > 0 ? withText : found).filter(({ at }) => at !== 'other')
  const [first] = stacked
  if (first === undefined) return null
  const side = found.find((one) => !stacked.includes(one) && one.row <= first.row)
  return { kind: 'goals', label: side?.label ?? first.label, arrangement: 'stacked', fields: stacked.map(fieldOf) }
}

/** The labels from the last one of what was meant to the one of what was done. */
function headingsAcross(own: readonly Candidate[]): readonly Candidate[] {
  const ends = own.findLastIndex(({ at }) => at === 'goals.actual' || at === 'goals.annual')
  const other = own[ends]?.at === 'goals.actual' ? 'goals.expected' : 'goals.overall'
  const from = own.findLastIndex(({ at }, i) => i < ends && at === other)
  return ends < 0 || from < 0 ? [] : own.slice(from, ends + 1)
}

const isLabelsOnly = (row: Row, own: readonly Candidate[]): boolean =>
  row.every(
    (cell, index) => labelKey(cell.text) === '' || own.some((one) => one.index === index) || cell.text.length <= 12,
  )

const hasTextBeside = (row: Row, { index }: Candidate): boolean =>
  row.slice(index + 1).some((cell) => labelKey(cell.text) !== '') || /[：:]\s*\S/.test(row[index]?.text ?? '')

const fieldOf = ({ label, at }: Candidate): Field => ({
  label,
  at: at === 'other' ? `remarks.${remarkKey(label)}` : at,
  format: 'long-text',
})

/** 四、绩效指标完成情况, alone on its row. */
const isPart = (row: Row, text: string): boolean =>
  /^\s*[一二三四五六七八九十]{1,2}、.{2,24}$/.test(text) &&
  row.every((cell) => cell.text === text || labelKey(cell.text) === '')

const othersIn = (rows: readonly Row[], known: ReadonlySet<string>): readonly string[] =>
  rows.flatMap((row) =>
    row.length < 2
      ? []
      : row.flatMap(({ text }) =>
          !known.has(text) && (isOtherLabel(labelKey(text)) || isPart(row, text)) ? [text] : [],
        ),
  )
