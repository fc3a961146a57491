// Splits the indicator block at the labels of its groups: 产出指标 数量指标 … stand before their first row.
import type { Atom } from './atoms.ts'
import { type Found, type Labels, labelAt } from './labels.ts'
import {
  aspects,
  beginsWithSign,
  blockTitles,
  costAspects,
  dimensions,
  quantityOf,
  shortAspects,
} from './vocabulary.ts'

/** A printed group label with the atoms that spell it. */
export type Label = { readonly text: string; readonly atoms: readonly Atom[] }
/** The rows of one 二级指标, not cut into cells yet. */
export type Group = {
  readonly dimension: Label | null
  readonly aspect: Label | null
  readonly atoms: readonly Atom[]
}

type Level = 'dimension' | 'aspect' | 'heading'
type Seen = Label & { readonly level: Level; readonly from: number; readonly to: number }

const points = /^[(（]\d{1,3}(?:\.\d+)?分?[)）]$/
const pointsBehind = /[(（]\d{1,3}(?:\.\d+)?分?[)）]$/
const anyAspect = /^[\u4e00-\u9fff]{2,10}指标$/

/** A label with the points of its group behind it, in the same atom or the next: 产出指标（50分）. */
function withPoints(atoms: readonly Atom[], at: number, of: Labels<string>): Found<string> | undefined {
  const found = labelAt(atoms, at, of)
  const next = atoms[at + (found?.count ?? 0)]
  if (found)
    return next && points.test(next.text) ? { ...found, value: found.value + next.text, count: found.count + 1 } : found
  const atom = atoms[at]
  if (!atom || !pointsBehind.test(atom.text)) return undefined
  const plain = labelAt([{ ...atom, text: atom.text.replace(pointsBehind, '') }], 0, of)
  return plain && { ...plain, value: atom.text }
}

/** Nothing but a value can stand here, so what stands before it is a name and no label. */
const isValue = (atom: Atom | undefined): boolean =>
  atom !== undefined && (beginsWithSign(atom.text) || (/^\d/.test(atom.text) && quantityOf(atom.text) !== undefined))

type Position = {
  /** The label directly before this place. */
  readonly before: Seen | undefined
  readonly dimension: string | null
  /** A second level has been seen: the first one above it was not printed. */
  readonly within: boolean
  /** The text has no label that ends in 指标, so short ones are labels wherever a row begins. */
  readonly short: boolean
}

function aspectAt(atoms: readonly Atom[], at: number, { before, short }: Position): Found<string> | undefined {
  const full = withPoints(atoms, at, aspects)
  const afterDimension = before?.level === 'dimension'
  if (full) return full
  if (!afterDimension && !short) return undefined
  const brief = withPoints(atoms, at, shortAspects)
  if (brief) return brief
  const text = atoms[at]?.text ?? ''
  return afterDimension && anyAspect.test(text) ? { value: text, count: 1, spelling: text } : undefined
}

/** 成本指标 and 满意度指标 are names of both levels; what stands around them decides. */
function levelOf(
  atoms: readonly Atom[],
  at: number,
  found: Found<string>,
  { before, dimension, within }: Position,
): Level {
  if (before?.level === 'dimension') return 'aspect'
  if (found.spelling === '满意度指标') return 'dimension'
  const next = withPoints(atoms, at + found.count, aspects)
  const isLabel = next && !isValue(atoms[at + found.count + next.count])
  return isLabel && costAspects.has(next.spelling)
    ? 'dimension'
    : dimension === null && !within
      ? 'dimension'
      : 'aspect'
}

function labelHere(atoms: readonly Atom[], at: number, position: Position): Seen | undefined {
  const title = labelAt(atoms, at, blockTitles)
  if (title) return seenAs('heading', title.spelling, atoms, at, title.count)
  const first = withPoints(atoms, at, dimensions)
  const second = aspectAt(atoms, at, position)
  const found = second && second.count > (first?.count ?? 0) ? second : (first ?? second)
  if (!found || isValue(atoms[at + found.count])) return undefined
  const level = first && second ? levelOf(atoms, at, found, position) : found === first ? 'dimension' : 'aspect'
  return seenAs(level, found.value, atoms, at, found.count)
}

const seenAs = (level: Level, text: string, atoms: readonly Atom[], from: number, count: number): Seen => ({
  level,
  text,
  atoms: atoms.slice(from, from + count),
  from,
  to: from + count,
})

/** All labels of the block in their order. A label begins a line or follows another one. */
function labelsIn(atoms: readonly Atom[]): readonly Seen[] {
  // Where hundreds of cells stand on few lines, their breaks are accidental: a label may stand anywhere.
  const breaks = atoms.filter((atom, i) => i > 0 && atom.gap !== 'space').length
  const oneLine = breaks * 12 < atoms.length
  let short = !atoms.some((_, at) => /^(?:数量|质量|时效)指标$/.test(labelAt(atoms, at, aspects)?.spelling ?? ''))
  const seen: Seen[] = []
  let dimension: string | null = null
  let within = false
  for (let at = 0; at < atoms.length; ) {
    const last: Seen | undefined = seen.at(-1)
    const before = last && last.to === at ? last : undefined
    const begins = oneLine || at === 0 || atoms[at]?.gap !== 'space' || before !== undefined
    const label: Seen | undefined = begins ? labelHere(atoms, at, { before, dimension, within, short }) : undefined
    if (label) {
      seen.push(label)
      if (label.level === 'dimension') dimension = label.text
      within ||= label.level === 'aspect'
      // Who leaves 指标 out once does so again.
      short ||= label.level === 'aspect' && !label.text.includes('指标')
    }
    at = label?.to ?? at + 1
  }
  return seen
}

/** A label printed again on top of a new page, in the middle of its group or even of a row. */
const isRepeated = (label: Seen, page: boolean, group: Group): boolean =>
  page &&
  ((label.level === 'dimension' && label.text === group.dimension?.text) ||
    (label.level === 'aspect' && label.text === group.aspect?.text))

/** The groups of an indicator block; headings and labels repeated on a new page belong to no row. */
export function groupsOf(atoms: readonly Atom[]): readonly Group[] {
  const groups: Group[] = []
  let group: { dimension: Label | null; aspect: Label | null; atoms: Atom[] } = {
    dimension: null,
    aspect: null,
    atoms: [],
  }
  let at = 0
  const seen = labelsIn(atoms)
  for (const [i, label] of seen.entries()) {
    group.atoms.push(...atoms.slice(at, label.from))
    at = label.to
    if (label.level === 'heading') continue
    const follows = seen[i + 1]
    const runGoesOn = label.level === 'dimension' && follows?.from === label.to && follows.level === 'aspect'
    const onNewPage =
      atoms[label.from]?.gap === 'page' ||
      (seen[i - 1]?.to === label.from && atoms[seen[i - 1]?.from ?? 0]?.gap === 'page')
    const sameAspect = !runGoesOn || follows.text === group.aspect?.text
    if (isRepeated(label, onNewPage, group) && sameAspect) continue
    groups.push(group)
    group = {
      dimension: label.level === 'dimension' ? label : group.dimension,
      aspect: label.level === 'aspect' ? label : null,
      atoms: [],
    }
  }
  group.atoms.push(...atoms.slice(at))
  return [...groups, group].filter((g) => g.atoms.length > 0)
}
