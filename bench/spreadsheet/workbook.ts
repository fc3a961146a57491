// A self-evaluation as a spreadsheet keeps it: numbers in cells, rates, scores, total and grade as formulas.
import type { Form } from '../../src/kernel/form/form.ts'
import type { Profile } from '../../src/kernel/profile/profile.ts'
import { scoreForm } from '../../src/kernel/scoring/engine.ts'
import type { Score } from '../../src/kernel/scoring/score.ts'

export type SheetCell = { readonly v: string | number } | { readonly f: string }
/** `expected`: what our engine computed for the cells with formulas. */
export type FormSheet = {
  readonly cells: Readonly<Record<string, SheetCell>>
  readonly expected: Readonly<Record<string, string>>
}

const number = (text: string | null | undefined): number => Number(text ?? 0)

/** B = 预算数 or 指标值, C = 执行数 or 完成值, D = 分值, E = 执行率, F = 得分, G = 等级. */
export function sheetOf(form: Form, profile: Profile): FormSheet {
  const cells: Record<string, SheetCell> = {}
  const expected: Record<string, string> = {}
  const { scores, total, grade } = scoreForm(form, profile)
  const found = new Map(scores.map((score) => [score.path, score]))
  const rounded = (mode: 'half-up' | 'truncate', f: string) =>
    mode === 'truncate' ? `FLOOR((${f})*100,1)/100` : `ROUND(${f},2)`
  const formula = (ref: string, f: string, computed: string): void => {
    cells[ref] = { f }
    expected[ref] = computed
  }
  let row = 0
  for (const [i, fund] of form.funds.entries()) {
    row++
    cells[`B${row}`] = { v: number(fund.annualBudget) }
    cells[`C${row}`] = { v: number(fund.executed) }
    const [rate, score] = [found.get(`funds[${i}].rate`)?.computed, found.get(`funds[${i}].score`)?.computed]
    if (rate != null) formula(`E${row}`, rounded(profile.rounding.rate.mode, `C${row}/B${row}*100`), rate)
    if (score == null) continue
    cells[`D${row}`] = { v: number(fund.weight ?? profile.execution.weight) }
    formula(`F${row}`, rounded(profile.rounding.executionScore.mode, `D${row}*MIN(C${row}/B${row},1)`), score)
  }
  for (const [i, indicator] of form.indicators.entries()) {
    row++
    cells[`B${row}`] = { v: number(indicator.target.value) }
    cells[`C${row}`] = { v: number(indicator.actual?.value) }
    cells[`D${row}`] = { v: number(indicator.weight) }
    const score = found.get(`indicators[${i}].score`)
    const f = formulaOf(score, row)
    if (f === null || score?.computed == null) cells[`F${row}`] = { v: number(indicator.score) }
    else formula(`F${row}`, f, score.computed)
  }
  if (total.computed !== null) formula(`F${row + 1}`, `ROUND(SUM(F1:F${row}),2)`, total.computed)
  if (grade.computed !== null) {
    const bounds = profile.grades.map(({ grade: name, atLeast }) => `IF(F${row + 1}>=${atLeast},"${name}",`)
    formula(`G${row + 1}`, `${bounds.join('')}""${')'.repeat(bounds.length)}`, grade.computed)
  }
  return { cells, expected }
}

/** Scores a number decides; the rest was typed in by a person. */
function formulaOf(score: Score | undefined, row: number): string | null {
  const [target, actual, weight] = [`B${row}`, `C${row}`, `D${row}`]
  if (score?.method === 'completion' || score?.method === 'equal' || score?.method === 'bare-number')
    return `IF(${actual}>=${target},${weight},ROUND(${weight}*MAX(${actual},0)/${target},2))`
  if (score?.method !== 'reverse-linear') return null
  return `IF(${actual}<=${target},${weight},IF(${actual}>=2*${target},0,ROUND(${weight}*(1-(${actual}-${target})/${target}),2)))`
}
