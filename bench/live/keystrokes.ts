// What typing into a form costs: every keystroke makes a new form that shares the unchanged rows, checked as a whole.
import type { Form, Indicator } from '../../src/kernel/form/form.ts'
import { checkForm } from '../../src/kernel/review/check.ts'
import { parseActual, parseTarget } from '../../src/kernel/value/value.ts'

type Cell = (row: Indicator, text: string) => Indicator

/** The cells people type into, and what they type, letter by letter. */
const cells: readonly (readonly [Cell, string])[] = [
  [(row, text) => ({ ...row, target: parseTarget(text) }), '≥1250(家次)'],
  [(row, text) => ({ ...row, actual: parseActual(text) }), '1312(家次)'],
  [(row, text) => ({ ...row, score: text }), '4.86'],
  [(row, text) => ({ ...row, name: text }), '药品生产企业监督检查家次'],
  [(row, text) => ({ ...row, deviation: text }), '下半年新增专项检查，已调整下年度目标。'],
]

const withRow = (form: Form, index: number, change: (row: Indicator) => Indicator): Form => ({
  ...form,
  indicators: form.indicators.map((row, i) => (i === index ? change(row) : row)),
})

export type Typed = {
  /** Milliseconds of the first check of a form never seen. */
  readonly first: number
  readonly keystrokes: readonly number[]
  readonly findings: number
}

/** Types through the form until there are `count` keystrokes; `clock` answers milliseconds. */
export function typed(form: Form, count: number, clock: () => number): Typed {
  let [now, findings] = [form, 0]
  const started = clock()
  checkForm(now)
  const first = clock() - started
  const keystrokes: number[] = []
  for (let cell = 0; keystrokes.length < count; cell++) {
    const [put, text] = cells[cell % cells.length] ?? cells[0] ?? [(row: Indicator) => row, '']
    const index = (cell * 37) % now.indicators.length
    for (let length = 1; length <= text.length && keystrokes.length < count; length++) {
      const before = clock()
      now = withRow(now, index, (row) => put(row, text.slice(0, length)))
      findings = checkForm(now).findings.length
      keystrokes.push(clock() - before)
    }
  }
  return { first, keystrokes, findings }
}
