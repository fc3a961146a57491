// Finds where the rows of the indicator table begin: every row starts a line with its 二级指标.
import { type Column, spellings } from '../../kernel/layout/layout.ts'
import { type Atom, atomsOf, cellText } from '../flow/atoms.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'
import { displayWidth } from '../wrapped.ts'
import { headingAt } from './heading.ts'
import { beginsLine, isDirection, isNature, isNoReason, isPoints, isUnit } from './indicator-words.ts'
import { aspectWords, dimensionWords, extended, spelledAt } from './levels.ts'

export type IndicatorRow = {
  readonly dimension: readonly Atom[]
  readonly aspect: readonly Atom[]
  /** Everything behind the levels. */
  readonly pieces: readonly Atom[]
}

export type Rows = {
  readonly rows: readonly IndicatorRow[]
  /** 合计: label and numbers. */
  readonly totals: readonly Atom[]
  /** Lines that belong to no row. */
  readonly left: readonly Atom[]
}

type Words = typeof aspectWords

/** The pieces of the block without headings repeated on new pages. */
function bodyOf(lines: readonly Line[], columns: readonly Column[], titles: ReadonlySet<string>): readonly Atom[] {
  const dropped = new Set<Line>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined) continue
    const heading = line.text.trim() === '' ? undefined : headingAt(lines, i, columns, 4)
    if (heading) {
      for (const own of lines.slice(i, heading.next)) dropped.add(own)
      i = heading.next - 1
    } else if (titles.has(labelKey(line.text))) dropped.add(line)
  }
  return atomsOf(lines).filter((atom) => !dropped.has(atom.line))
}

/** A line that ends with weight and score, or with a reason of one word behind them: the next line begins a row. */
function endsRow(pieces: readonly Atom[], end: number): boolean {
  const last = pieces[end]
  if (last === undefined) return false
  const behind = isPoints(last.text) ? end : isNoReason(last.text) ? end - 1 : -1
  const [score, weight] = [pieces[behind], pieces[behind - 1]]
  return (
    score !== undefined && weight !== undefined && isPoints(score.text) && isPoints(weight.text) && !beginsLine(score)
  )
}

const isAnchor = (atom: Atom): boolean => isNature(atom.text) || isDirection(atom.text)

/** Pieces looked at to see whether a row begins: bounds the search. */
const farthest = 40

/** Widest 二级指标 nobody listed. */
const aspectWidth = 16
const separated = (atom: Atom): boolean => atom.gap === 'blank' || atom.gap === 'page'

/** A narrow piece at the beginning of a line, a name behind it. */
function maybeAspect(pieces: readonly Atom[], at: number): boolean {
  const [atom, next] = [pieces[at], pieces[at + 1]]
  if (atom === undefined || next === undefined || isAnchor(next) || isAnchor(atom) || isPoints(atom.text)) return false
  if (isNoReason(atom.text) || isUnit(atom.text)) return false
  return displayWidth(atom.text) <= aspectWidth && !/[。；，、,;]$/.test(atom.text)
}

/** True where 定量/定性 or a direction comes before any number of points: `at` is no value, unit or score. */
function anchorFollows(pieces: readonly Atom[], at: number): boolean {
  for (let i = at; i < pieces.length && i < at + farthest; i++) {
    const atom = pieces[i]
    if (atom && isAnchor(atom)) return true
    if (atom && isPoints(atom.text)) return false
  }
  return false
}

/** Words the document repeats where rows begin: its own 二级指标. */
function learnedAspects(pieces: readonly Atom[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (let i = 1; i < pieces.length; i++) {
    const atom = pieces[i]
    if (atom === undefined || !beginsLine(atom) || !(separated(atom) || endsRow(pieces, i - 1))) continue
    if (!maybeAspect(pieces, i) || dimensionWords.words.has(labelKey(atom.text)) || !anchorFollows(pieces, i)) continue
    seen.set(labelKey(atom.text), (seen.get(labelKey(atom.text)) ?? 0) + 1)
  }
  return new Set([...seen].flatMap(([word, count]) => (count > 1 ? [word] : [])))
}

/** True where a row begins that prints no known level: its 定量/定性 or direction comes before the next level. */
function rowFollows(pieces: readonly Atom[], at: number, aspects: Words): boolean {
  for (let i = at; i < pieces.length && i < at + farthest; i++) {
    const atom = pieces[i]
    if (atom === undefined || (i > at && beginsLevel(pieces, i, aspects))) return false
    if (isAnchor(atom)) return true
    if (endsRow(pieces, i)) return false
  }
  return false
}

const beginsLevel = (pieces: readonly Atom[], at: number, aspects: Words): boolean =>
  beginsLine(pieces[at]) && (spelledAt(pieces, at, aspects) > 0 || spelledAt(pieces, at, dimensionWords) > 0)

type Levels = { readonly dimension: number; readonly aspect: number }

/** How far the open row is: its end is printed, or its score is and a reason may follow, or neither. */
type Progress = 'ended' | 'scored' | 'open'

/** The levels printed from `at` on, as counts of pieces; undefined where no row or block begins. */
function levelsAt(
  pieces: readonly Atom[],
  at: number,
  aspects: Words,
  progress: Progress,
  block: string,
): Levels | undefined {
  const dimension = spelledAt(pieces, at, dimensionWords)
  const aspect = spelledAt(pieces, at, aspects)
  const behindDimension = dimension > 0 ? spelledAt(pieces, at + dimension, aspects) : 0
  const behindAspect = pieces[at + aspect]
  const plainAspect = aspect > 0 && behindAspect !== undefined && !isAnchor(behindAspect)
  // 满意度指标 names both levels: on a line of its own it opens the block first.
  const opensBlock =
    startsLine(behindAspect) && cellText(pieces.slice(at, at + dimension)) === '满意度指标' && block !== '满意度指标'
  if (dimension > 0 && (behindDimension > 0 || !plainAspect || opensBlock)) {
    const own = pieces[at + dimension + behindDimension]
    return { dimension, aspect: behindDimension > 0 && own && !isAnchor(own) ? behindDimension : 0 }
  }
  if (plainAspect) return { dimension: 0, aspect }
  if (progress === 'open' || !rowFollows(pieces, at, aspects)) return undefined
  const unknown = maybeAspect(pieces, at)
  // Behind a score a reason may go on; only a word apart that looks like a level ends it.
  const apart = pieces[at]
  if (progress === 'scored' && !(unknown && apart && separated(apart))) return undefined
  if (!unknown && isPoints(pieces[at - 1]?.text ?? '') && levelBeforeAnchor(pieces, at + 1)) return undefined
  return { dimension: 0, aspect: unknown ? 1 : 0 }
}

/** True where a word that looks like a level stands apart before the next 定量/定性: what comes before it is a reason. */
function levelBeforeAnchor(pieces: readonly Atom[], from: number): boolean {
  for (let i = from; i < pieces.length && i < from + farthest; i++) {
    const atom = pieces[i]
    if (atom === undefined || isAnchor(atom)) return false
    if (separated(atom) && maybeAspect(pieces, i)) return true
  }
  return false
}

const totalsWords = /^(?:合计|总计|总分|总得分)[:：]?$/

/** 合计 with one or two numbers and nothing else: how many pieces. */
function totalsAt(pieces: readonly Atom[], at: number): number {
  if (!totalsWords.test(pieces[at]?.text ?? '')) return 0
  let end = at + 1
  while (end < pieces.length && end <= at + 2 && isPoints(pieces[end]?.text ?? '')) end++
  const behind = pieces[end]
  return end > at + 1 && !(behind && isAnchor(behind)) ? end - at : 0
}

type Open = { dimension: readonly Atom[]; aspect: readonly Atom[]; pieces: Atom[] }

export function indicatorRows(lines: readonly Line[], columns: readonly Column[], label: string | null): Rows {
  const titles = new Set([...(label === null ? [] : [label]), ...columns.flatMap(spellings)].map(labelKey))
  const pieces = bodyOf(lines, columns, titles)
  const aspects = extended(aspectWords, learnedAspects(pieces))
  const rows: Open[] = []
  const left: Atom[] = []
  let totals: readonly Atom[] = []
  let dimension: readonly Atom[] = []
  let progress: Progress = 'ended'
  for (let i = 0; i < pieces.length; ) {
    const atom = pieces[i]
    if (atom === undefined) break
    const total = beginsLine(atom) ? totalsAt(pieces, i) : 0
    const levels =
      beginsLine(atom) && total === 0 ? levelsAt(pieces, i, aspects, progress, cellText(dimension)) : undefined
    if (total > 0) {
      totals = pieces.slice(i, i + total)
      i += total
    } else if (levels) {
      if (levels.dimension > 0) dimension = pieces.slice(i, i + levels.dimension)
      const from = i + levels.dimension
      i = from + levels.aspect
      const blockOnly = levels.aspect === 0 && levels.dimension > 0 && startsLine(pieces[i])
      if (blockOnly) {
        // No reason goes on behind the heading of a block; a row without its score may.
        if (progress === 'scored') progress = 'ended'
        continue
      }
      begin(rows, { dimension, aspect: aspectOf(pieces.slice(from, i), rows), pieces: [] }, levels)
      // A row without levels of its own begins with its name: the scan never stands still.
      if (levels.aspect === 0) rows.at(-1)?.pieces.push(...pieces.slice(i, ++i))
      progress = 'open'
    } else {
      const open = rows.at(-1)
      const behindReason: boolean = progress === 'ended' && beginsLine(atom) && isNoReason(pieces[i - 1]?.text ?? '')
      if (open !== undefined && totals.length === 0 && !behindReason) open.pieces.push(atom)
      else left.push(atom)
      if (!behindReason) progress = progressAt(pieces, i, open, progress)
      i++
    }
  }
  return { rows: rows.filter((row) => row.pieces.length > 0), totals, left }
}

function progressAt(pieces: readonly Atom[], at: number, row: Open | undefined, progress: Progress): Progress {
  if (endsRow(pieces, at)) return row?.pieces.some(isAnchor) ? 'ended' : 'open'
  return progress === 'open' ? 'open' : 'scored'
}

/** A 二级指标 printed once for several rows stands before the first of them. */
const aspectOf = (printed: readonly Atom[], rows: readonly Open[]): readonly Atom[] =>
  printed.length > 0 ? printed : (rows.at(-1)?.aspect ?? [])

const startsLine = (atom: Atom | undefined): boolean => atom === undefined || beginsLine(atom)

/** Opens a row; a row cut by the page break before anything but its name was printed goes on. */
function begin(rows: Open[], row: Open, levels: Levels): void {
  const open = rows.at(-1)
  const same = open && levels.aspect > 0 && cellText(open.aspect) === cellText(row.aspect)
  const broken = open && open.pieces.length > 0 && !open.pieces.some((piece) => isAnchor(piece) || isPoints(piece.text))
  if (same && broken) return
  rows.push(row)
}
