// The last rows of a form: the sum of the weights with the total score, and the grade.
import type { Form } from '../../kernel/form/form.ts'
import { type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import { numberText } from '../text.ts'
import type { Atom } from './atoms.ts'
import { cite, doubt, type Notes, readText } from './field.ts'
import { type Labels, labelAt } from './labels.ts'
import { labelsOf } from './regions.ts'
import { isNumber } from './vocabulary.ts'

type Ending = Pick<Form, 'totals' | 'grade'>
type Found = { readonly from: number; readonly values: readonly Atom[] }

/** So many atoms from the end are searched for the last rows. */
const reach = 400

/** The last line that begins with one of the labels, with the rest of that line. */
function lastLabelled(atoms: readonly Atom[], of: Labels<unknown>, to: number): Found | undefined {
  for (let at = to - 1; at >= Math.max(0, to - reach); at--) {
    const found = labelAt(atoms, at, of)
    if (!found) continue
    const begin = at + found.count
    let end = begin
    while (end < to && (end === begin || atoms[end]?.gap === 'space')) end++
    return { from: at, values: atoms.slice(begin, end) }
  }
  return undefined
}

/** Totals without a label: two numbers alone on the last line, the first the sum of all weights. */
function bareTotals(atoms: readonly Atom[], to: number, graded: boolean): Found | undefined {
  const [weight, score] = [atoms[to - 2], atoms[to - 1]]
  if (!weight || !score || !isNumber(weight.text) || !isNumber(score.text)) return undefined
  if (weight.gap === 'space' || score.gap !== 'space') return undefined
  const whole = Number(weight.text)
  return whole === 100 || (graded && whole > 50) ? { from: to - 2, values: [weight, score] } : undefined
}

/** Reads the ending; `to` = where the indicator rows end, `open` = no end was found. */
export function readEnding(
  notes: Notes,
  atoms: readonly Atom[],
  layout: Layout,
): Ending & { readonly to: number; readonly open: boolean } {
  const [totals, grade] = [sectionOf(layout, 'totals'), sectionOf(layout, 'grade')]
  const graded = grade && lastLabelled(atoms, labelsOf([grade]), atoms.length)
  const edge = graded?.from ?? atoms.length
  const labelled = totals && lastLabelled(atoms, labelsOf([totals]), edge)
  const bare = totals && bareTotals(atoms, edge, graded !== undefined)
  const summed = bare ?? (labelled?.values.some((atom) => isNumber(atom.text)) ? labelled : undefined)
  const numbers = (summed?.values ?? []).filter((atom) => isNumber(atom.text)).slice(0, 2)
  const [weight, score] = numbers.length === 2 ? numbers : [undefined, numbers[0]]
  if (weight) cite(notes, 'totals.weight', [weight])
  if (score) cite(notes, 'totals.score', [score])
  if (totals && !score) doubt(notes, 'totals.score', '没有读到总分。')
  const words = [...(graded?.values ?? []), ...(summed?.values ?? [])].filter((atom) => !isNumber(atom.text))
  const read = readText(notes, 'grade', words.slice(0, 1))
  // The national form ends with 总分 and has no grade; where the sums stand without a label, a grade follows.
  if (grade && read === null && (graded || bare || !score)) doubt(notes, 'grade', '没有读到评分等级。')
  return {
    totals: { weight: weight ? numberText(weight.text) : null, score: score ? numberText(score.text) : null },
    grade: read,
    to: Math.min(summed?.from ?? edge, edge),
    open: !graded && !summed,
  }
}
