// Below the sum and the grade: conclusions and signatures, each behind its label at the beginning of a line.
import type { Remarks } from '../../kernel/form/form.ts'
import { closingFields, type Layout, sectionOf, spellings } from '../../kernel/layout/layout.ts'
import { memoOf } from '../../kernel/memo.ts'
import { SIGNED } from '../labels.ts'
import { isNothing } from '../text.ts'
import { type Atom, cellText } from './atoms.ts'
import { cite, doubt, type Notes } from './field.ts'
import { type Labels, labelAt, labels } from './labels.ts'
import { labelsOf } from './regions.ts'
import { isNumber } from './vocabulary.ts'

/** `from`: the atom the closing rows begin with, behind the table. */
type Closing = { readonly from: number; readonly remarks: Remarks }

/** A label with the place its text begins at; `rest`: what stands behind its colon in the same atom. */
type Mark = { readonly name: string; readonly at: number; readonly begin: number; readonly rest: Atom | null }

/** The layout's own labels mean the remark they fill; those any form may print stand for themselves. */
const closingLabels = memoOf((layout: Layout) => {
  const own = closingFields(layout).flatMap((field) =>
    spellings(field).map((spelling) => [spelling, field.at.replace(/^remarks\./, '')] as const),
  )
  return { own: labels(own, true), all: labels([...own, ...[...SIGNED].map((label) => [label, label] as const)], true) }
})

export function readClosing(notes: Notes, atoms: readonly Atom[], layout: Layout): Closing {
  const { own, all } = closingLabels(layout)
  const end = tableEnd(atoms, layout)
  // Without a sum or grade above them only rows the form is known to have are told from indicators.
  const marks = marksIn(atoms, end ?? 0, end === null ? own : all)
  const [first] = marks
  if (first === undefined) return { from: atoms.length, remarks: {} }
  const remarks: Record<string, string> = {}
  for (const [i, mark] of marks.entries()) {
    const value = textBehind(atoms, mark, marks[i + 1]?.at)
    const text = cellText(value)
    if (text.length > LONGEST)
      doubt(notes, `remarks.${mark.name}`, `“${mark.name}”的文字不知到哪里为止，没有读入。`, value[0])
    if (text.length > LONGEST || isNothing(text)) continue
    const known = remarks[mark.name]
    if (known !== undefined && known !== text)
      doubt(notes, `remarks.${mark.name}`, `“${mark.name}”印了两处，只读入了前一处。`, value[0])
    if (known !== undefined) continue
    cite(notes, `remarks.${mark.name}`, value)
    remarks[mark.name] = text
  }
  return { from: first.at, remarks }
}

/** A conclusion has at most some hundred characters; more is the report around the form. */
const LONGEST = 1200

const GRADE = /^(?:优|良|中|差|优秀|良好|合格|不合格|一般|较差)$/

/** The atom behind the sum and the grade, whichever is last; null where neither is printed. */
function tableEnd(atoms: readonly Atom[], layout: Layout): number | null {
  const [totals, grade] = [sectionOf(layout, 'totals'), sectionOf(layout, 'grade')]
  const ends = [
    totals ? endBehind(atoms, labelsOf([totals]), isNumber) : null,
    grade ? endBehind(atoms, labelsOf([grade]), (text) => GRADE.test(text)) : null,
  ].filter((end) => end !== null)
  return ends.length === 0 ? null : Math.max(...ends)
}

/** Behind the first of the labels that has such values, and behind those values. */
function endBehind(atoms: readonly Atom[], of: Labels<unknown>, isValue: (text: string) => boolean): number | null {
  for (const at of atoms.keys()) {
    const begin = at + (labelAt(atoms, at, of)?.count ?? 0)
    let end = begin
    while (begin > at && isValue(atoms[end]?.text ?? '')) end++
    if (end > begin) return end
  }
  return null
}

function marksIn(atoms: readonly Atom[], from: number, of: Labels<string>): readonly Mark[] {
  const marks: Mark[] = []
  for (let at = from; at < atoms.length; ) {
    const last = marks.at(-1)
    const mayBegin = atoms[at]?.gap !== 'space' || (at === from && from > 0) || hasEnded(atoms[at - 1], last)
    const mark = markAt(atoms, at, of, mayBegin)
    if (mark !== null) marks.push(mark)
    at = mark === null ? at + 1 : mark.begin
  }
  return marks
}

const WITH_COLON = /^([^：:]{2,20}[：:])(.*)$/

/** On one line a label stands behind a text that has ended, or behind a name. */
const hasEnded = (before: Atom | undefined, last: Mark | undefined): boolean =>
  last !== undefined && (/[。；;]$/.test(before?.text ?? '') || SHORT.test(last.name))

/** A label of its own, or one with a colon: 填报人：张三　联系电话：…. */
function markAt(atoms: readonly Atom[], at: number, of: Labels<string>, mayBegin: boolean): Mark | null {
  const atom = atoms[at]
  if (atom === undefined || !mayBegin) return null
  const [, label = '', rest = ''] = WITH_COLON.exec(atom.text) ?? []
  const name = label === '' ? undefined : labelAt([{ ...atom, text: label }], 0, of)?.value
  const start = atom.start + label.length
  if (name !== undefined) return { name, at, begin: at + 1, rest: rest === '' ? null : { ...atom, text: rest, start } }
  const found = labelAt(atoms, at, of)
  return found === undefined ? null : { name: found.value, at, begin: at + found.count, rest: null }
}

/** Who signed and when is one word; anything longer goes on up to the next label or to what begins the report around it. */
const SHORT = /(?:人|人员|电话|日期|时间|领导|签字)$/
const HEADING = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分|附[件表]|注[:：])/

function textBehind(atoms: readonly Atom[], { name, begin, rest }: Mark, next = atoms.length): readonly Atom[] {
  const value: Atom[] = rest === null ? [] : [rest]
  for (const atom of atoms.slice(begin, next)) {
    const newLine = atom.gap !== 'space'
    const isShort = SHORT.test(name)
    if ((newLine || isShort) && HEADING.test(atom.text)) break
    if (newLine && value.length > 0 && (isShort || atom.gap === 'page')) break
    value.push(atom)
  }
  return value
}
