// Goal texts printed one behind the other: the first column whole, then the second, with no mark between them.
import type { Form } from '../../kernel/form/form.ts'
import { type Field, type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { joinWrapped } from '../wrapped.ts'
import { type Atom, type Gap, sourceOf } from './atoms.ts'
import { doubt, type Notes } from './field.ts'
import { labelAt, labels } from './labels.ts'
import { type Measured, measure, roomLeft } from './wrap.ts'

type Goals = Form['goals']
type TextLine = Measured & {
  readonly text: string
  readonly gap: Gap
  readonly atoms: readonly Atom[]
  readonly indented: boolean
  /** The number the line begins with; 0 where it begins with none. */
  readonly number: number
}

const enumerator =
  /^(?:(?:目标)?(\d{1,2})[、.．:：)）]|[（(]([一二三四五六七八九十]{1,2}|\d{1,2})[)）]|([一二三四五六七八九十]{1,2})(?:[、是]))/
const numerals = '一二三四五六七八九十'
const sentenceEnd = /[。！!]$|[.](?<!\d\.)$/
const paragraphEnd = /[。；;：:！!]$/

/** The number a line begins with: 3 of 3、 and of （三）; 0 where it begins with none. */
function numberOf(line: string): number {
  const [, digits, bracketed, plain] = enumerator.exec(line) ?? []
  const word = digits ?? bracketed ?? plain
  if (word === undefined) return 0
  return /^\d/.test(word) ? Number(word) : numerals.indexOf(word.charAt(word.length - 1)) + (word.length > 1 ? 11 : 1)
}

/** A text without line breaks has nothing but its blanks to part the goals. */
const isFlat = (atoms: readonly Atom[]): boolean => atoms.every((atom, i) => i === 0 || atom.gap === 'space')

function linesIn(atoms: readonly Atom[]): readonly TextLine[] {
  const lines = isFlat(atoms) ? atoms.map((atom) => [atom]) : [...Map.groupBy(atoms, (atom) => atom.line).values()]
  return lines.flatMap((of) => {
    const [first, last] = [of[0], of.at(-1)]
    if (!first || !last) return []
    const begins = first.line.text.slice(0, first.start).trim() === ''
    const whole = first.line.text.slice(begins ? 0 : first.start, last.end)
    const text = whole.trim()
    return [
      {
        ...measure(whole),
        text,
        gap: first.gap,
        atoms: of,
        indented: /^[\s\u3000]{2}/.test(whole),
        number: numberOf(text),
      },
    ]
  })
}

/** Width of the column some lines were printed in. */
const widthOf = (lines: readonly TextLine[]): number => lines.reduce((width, line) => Math.max(width, line.width), 0)

/** How much room was left where the text went on in the next line. */
const room = (lines: readonly TextLine[], i: number, width: number): number => {
  const [line, next] = [lines[i], lines[i + 1]]
  return line && next ? roomLeft(line, next, width) : -1
}

const startsParagraph = (line: TextLine | undefined): boolean =>
  line !== undefined && (line.indented || line.number > 0)

/** What speaks against lines from…to being one goal text. */
function columnCost(lines: readonly TextLine[], from: number, to: number): number {
  const width = widthOf(lines.slice(from, to))
  let cost = 0
  for (let i = from; i < to; i++) {
    if (i + 1 === to) break
    const left = room(lines, i, width)
    if (left < 1) continue
    const ended = paragraphEnd.test(lines[i]?.text ?? '')
    cost += startsParagraph(lines[i + 1]) ? (ended ? 0.1 : 0.3) : ended ? 0.8 : 2 + Math.min(left * 0.1, 2)
  }
  return cost
}

/** What speaks against a new column beginning at line `at`. */
function boundaryCost(lines: readonly TextLine[], at: number, blankLines: boolean): number {
  const [before, next] = [lines[at - 1], lines[at]]
  if (!before || !next) return 0
  let cost = blankLines && next.gap === 'line' ? 2 : 0
  if (!sentenceEnd.test(before.text)) cost += /[：:]$/.test(before.text) ? 3 : paragraphEnd.test(before.text) ? 1 : 1.5
  if (/^[，。、；：！？,;:）)》」』”]/.test(next.text)) cost += 5
  const numbers = new Set(lines.slice(Math.max(0, at - enumerationReach), at).map((line) => line.number))
  const begun = next.number
  if (begun > 1 && numbers.has(begun - 1)) cost += 2
  if (begun === 1) cost -= numbers.has(1) ? 2 : 1
  const opening = lines[0]?.text.slice(0, 4) ?? ''
  if (opening.length >= 4 && next.text.startsWith(opening)) cost -= 2
  return cost
}

/** So many lines back the number before is looked for. */
const enumerationReach = 60
const mostCandidates = 120
/** Goal cells that are empty exist, but a text is split rather than left whole, unless it is cut off. */
const emptyColumn = { whole: 3.5, open: 0.5 }

/** Where the second text begins: the cheapest place; 0 or all lines where one text is missing. */
function splitAt(lines: readonly TextLine[], open: boolean): number {
  const blankLines = lines.some((line) => line.gap !== 'line')
  const inner = Array.from({ length: Math.max(0, lines.length - 1) }, (_, i) => ({
    at: i + 1,
    cost: boundaryCost(lines, i + 1, blankLines),
  }))
  const likely = inner.toSorted((a, b) => a.cost - b.cost).slice(0, mostCandidates)
  const flat = isFlat(lines.flatMap((line) => line.atoms))
  const columns = (at: number): number => (flat ? 0 : columnCost(lines, 0, at) + columnCost(lines, at, lines.length))
  let best = {
    at: lines.length,
    cost: (open ? emptyColumn.open : emptyColumn.whole) + columnCost(lines, 0, lines.length),
  }
  for (const { at, cost } of likely) {
    const whole = cost + columns(at)
    if (whole < best.cost) best = { at, cost: whole }
  }
  return best.at
}

/** A short line that ends with a colon is a heading. */
const isHeading = (lines: readonly TextLine[], i: number, width: number): boolean =>
  /[：:]$/.test(lines[i]?.text ?? '') && room(lines, i, width) >= 0

/** The text with its real paragraphs: lines that begin one, headings, and what follows a line that ends early. */
function paragraphs(lines: readonly TextLine[]): string {
  const width = widthOf(lines)
  const found: string[][] = []
  for (const [i, line] of lines.entries()) {
    const closed = i > 0 && paragraphEnd.test(lines[i - 1]?.text ?? '')
    const begins = closed && (room(lines, i - 1, width) >= 0 || isHeading(lines, i, width))
    if (i === 0 || begins || startsParagraph(line)) found.push([line.text])
    else found.at(-1)?.push(line.text)
  }
  return found.map(joinWrapped).join('\n')
}

function withoutBlockLabel(atoms: readonly Atom[], label: string): readonly Atom[] {
  const of = labels([[label, true] as const])
  const at = atoms.findIndex((atom, i) => atom.gap !== 'space' && labelAt(atoms, i, of))
  const found = at < 0 ? undefined : labelAt(atoms, at, of)
  return found ? [...atoms.slice(0, at), ...atoms.slice(at + found.count)] : atoms
}

/** `empty` = fields that other parts of the form show to be empty; `open` = the text ends among the goals. */
export function readGoals(
  notes: Notes,
  atoms: readonly Atom[],
  layout: Layout,
  empty: ReadonlySet<string>,
  open: boolean,
): Goals {
  const goals: Goals = { overall: null, annual: null, expected: null, actual: null }
  const section = sectionOf(layout, 'goals')
  if (!section) return goals
  const lines = linesIn(withoutBlockLabel(atoms, section.label))
  const set = (field: Field, of: readonly TextLine[]): void => {
    const source = sourceOf(of.flatMap((line) => line.atoms))
    if (source) notes.sources[field.at] = source
    // Goal fields of a layout are named after the keys of goals.
    if (source) (goals as Record<string, string | null>)[field.at.replace('goals.', '')] = paragraphs(of)
  }
  const fields = section.fields.filter((field) => !empty.has(field.at))
  const [first, second] = fields
  if (lines.length === 0) for (const field of fields) doubt(notes, field.at, `没有读到“${field.label}”。`)
  else if (first && !second) set(first, lines)
  else if (first && second) {
    const at = splitAt(lines, open)
    set(first, lines.slice(0, at))
    set(second, lines.slice(at))
    if (at === lines.length)
      doubt(notes, second.at, `“${first.label}”与“${second.label}”之间没有分界，全部读作前者。`, lines[0]?.atoms[0])
  }
  return goals
}
