// Below the indicators: the sum of weights, the total score and the grade.
import { Decimal, decimal, sum } from '../../kernel/decimal.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import { type Cell, type Row, unrepeated } from '../grid.ts'
import { isAnyLabel, isLabel } from '../labels.ts'
import { isNothing, labelKey, numberText } from '../text.ts'
import type { Aligned } from './align.ts'
import { type Draft, takeNumber, takeText } from './draft.ts'

const GRADE = /^(优|良|中|差|优秀|良好|合格|不合格|一般|较差)$/

/** A row that names the sum or the grade, or holds numbers and nothing that could be an indicator. */
export function isFooter(row: Row, aligned: Aligned, draft: Draft): boolean {
  if (sectionOf(draft.layout, 'totals') === undefined && sectionOf(draft.layout, 'grade') === undefined) return false
  const filled = unrepeated(row).filter((cell) => labelKey(cell.text) !== '')
  if (isFooterLabel(labelKey(filled[0]?.text ?? ''), draft) && filled.length <= 5) return true
  if (aligned.has('name') && aligned.has('target')) return false
  if (filled.some((cell) => isFooterLabel(labelKey(cell.text), draft))) return true
  return filled.every((cell) => numberText(cell.text) !== null || isNothing(cell.text)) && numbersIn(row).length > 0
}

function isFooterLabel(key: string, draft: Draft): boolean {
  const totals = sectionOf(draft.layout, 'totals')
  const grade = sectionOf(draft.layout, 'grade')
  return (totals !== undefined && isLabel(key, totals)) || (grade !== undefined && isLabel(key, grade))
}

const numbersIn = (row: Row): readonly Cell[] =>
  row.filter((cell) => numberText(cell.text.replace(/分\s*$/, '')) !== null)

export function readFooter(row: Row, aligned: Aligned, draft: Draft): void {
  const numbers = numbersIn(row)
  const { totals } = draft.form
  if (numbers.length > 0 && totals.weight === null && totals.score === null) {
    const [weight, score] = sums(numbers, aligned, draft)
    draft.form.totals = {
      weight: takeNumber(draft, 'totals.weight', weight),
      score: takeNumber(draft, 'totals.score', score),
    }
  }
  readGrade(row, draft)
}

/** Two numbers are weight and score in this order; a single one is the score, unless it is what the weights add up to. */
function sums(
  numbers: readonly Cell[],
  aligned: Aligned,
  { form }: Draft,
): readonly [Cell | undefined, Cell | undefined] {
  const [first, second] = numbers
  if (second !== undefined) return [first, second]
  if (first === undefined || aligned.get('weight') !== first) return [undefined, first]
  const weights = [...form.indicators, ...form.funds].flatMap(({ weight }) => decimal(weight) ?? [])
  const indicators = form.indicators.flatMap(({ weight }) => decimal(weight) ?? [])
  const whole = decimal(numberText(first.text.replace(/分\s*$/, '')))
  const closes = [sum(weights), sum(indicators), new Decimal(100)].some((total) => whole?.eq(total) === true)
  return closes ? [first, undefined] : [undefined, first]
}

/** The word in a row that names the grade, or a grade printed in the row of the sum. */
function readGrade(row: Row, draft: Draft): void {
  const grade = sectionOf(draft.layout, 'grade')
  if (grade === undefined || draft.form.grade !== null) return
  const words = row.filter((cell) => {
    const key = labelKey(cell.text)
    return key !== '' && !isAnyLabel(key, draft.layout) && numberText(cell.text) === null && !isNothing(cell.text)
  })
  const named = row.some((cell) => isLabel(labelKey(cell.text), grade))
  const word = words.find((cell) => GRADE.test(labelKey(cell.text))) ?? (named ? words[0] : undefined)
  if (word) draft.form.grade = takeText(draft, 'grade', [word])
}
