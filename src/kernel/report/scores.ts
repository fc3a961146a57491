// Every printed score beside the recomputed one; where they differ, how the computed one came about.
import { fieldWords } from '../layout/field-words.ts'
import { colorLabel, type Light, lightLabel } from '../review/light.ts'
import { arithmeticText, computedText, differs, verdictLabel } from '../review/words.ts'
import type { DerivationStep, Score } from '../scoring/score.ts'
import { type Block, type BlockCell, type CellLine, cell } from './block.ts'
import type { ReportedForm } from './reported-form.ts'

export function scoreBlocks({ form, check }: ReportedForm): readonly Block[] {
  const rows = check.scores.map((score) => [
    cell(score.indicator?.replace(/\s+/g, '') ?? fieldWords(form, score.path)),
    cell(score.printed ?? '—', 'right'),
    cell(computedText(score), 'right'),
    { lines: [{ text: verdictLabel[score.verdict], bold: differs(score) }], align: 'center' as const },
    { lines: explained(score) },
  ])
  const sums: readonly (readonly BlockCell[])[] = [
    sumRow('总分', check.total),
    ...(check.grade.printed === null && check.grade.computed === null ? [] : [sumRow('等级', check.grade)]),
    ...check.lights.map(lightRow),
  ]
  return [
    {
      kind: 'table',
      widths: [290, 90, 110, 110, 400],
      head: ['项目', '填报', '复算', '结果', '计算过程'],
      rows: [...rows, ...sums],
    },
  ]
}

const lightRow = ({ light, color, derivation }: Light): readonly BlockCell[] => [
  { lines: [{ text: lightLabel[light], bold: true }] },
  cell('—', 'right'),
  cell('—', 'right'),
  {
    lines: [{ text: color === null ? verdictLabel.unable : colorLabel[color], bold: color === 'red' }],
    align: 'center',
  },
  { lines: stepLines(derivation) },
]

/** The profile stands at the top of the report. */
const stepLines = (steps: readonly DerivationStep[]): readonly CellLine[] =>
  steps.filter(({ label }) => label !== '口径').map(({ label, text }) => ({ text: `${label}：${text}` }))

/** One line where printed and computed agree; the whole derivation where they do not. */
const explained = (score: Score): readonly CellLine[] =>
  differs(score) ? stepLines(score.derivation) : [{ text: arithmeticText(score) }]

type Sum = {
  readonly printed: string | null
  readonly computed: string | null
  readonly derivation: readonly DerivationStep[]
}

function sumRow(label: string, { printed, computed, derivation }: Sum): readonly BlockCell[] {
  const same = printed !== null && computed !== null && (printed === computed || Number(printed) === Number(computed))
  const verdict =
    printed === null
      ? verdictLabel.absent
      : computed === null
        ? verdictLabel.unable
        : same
          ? verdictLabel.equal
          : verdictLabel.different
  return [
    { lines: [{ text: label, bold: true }] },
    cell(printed ?? '—', 'right'),
    cell(computed ?? '—', 'right'),
    { lines: [{ text: verdict, bold: verdict === verdictLabel.different }], align: 'center' },
    { lines: stepLines(derivation) },
  ]
}
