// Every printed score beside the recomputed one; where they differ, how the computed one came about.
import type { Form } from '../form/form.ts'
import { fieldWords } from '../layout/field-words.ts'
import { gradeTold, lightTold, scoreTold, stepText, type Told, totalTold } from '../review/explain.ts'
import { colorLabel, type Light, lightLabel } from '../review/light.ts'
import { arithmeticText, computedText, differs, verdictLabel } from '../review/words.ts'
import type { FormScores, Score } from '../scoring/score.ts'
import { type Block, type BlockCell, type CellLine, cell } from './block.ts'
import type { ReportedForm } from './reported-form.ts'

export function scoreBlocks({ form, check }: ReportedForm): readonly Block[] {
  const rows = check.scores.map((score) => [
    cell(score.indicator?.replace(/\s+/g, '') ?? fieldWords(form, score.path)),
    cell(score.printed ?? '—', 'right'),
    cell(computedText(score), 'right'),
    { lines: [{ text: verdictLabel[score.verdict], bold: differs(score) }], align: 'center' as const },
    { lines: explained(form, score) },
  ])
  const sums: readonly (readonly BlockCell[])[] = [
    sumRow('总分', check.total, totalTold(check.total)),
    ...(check.grade.printed === null && check.grade.computed === null
      ? []
      : [sumRow('等级', check.grade, gradeTold(check.grade))]),
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

const lightRow = (whole: Light): readonly BlockCell[] => [
  { lines: [{ text: lightLabel[whole.light], bold: true }] },
  cell('—', 'right'),
  cell('—', 'right'),
  {
    lines: [
      { text: whole.color === null ? verdictLabel.unable : colorLabel[whole.color], bold: whole.color === 'red' },
    ],
    align: 'center',
  },
  { lines: stepLines(lightTold(whole)) },
]

const stepLines = ({ steps }: Told): readonly CellLine[] => steps.map((step) => ({ text: stepText(step) }))

/** One line where printed and computed agree; the whole derivation where they do not. */
const explained = (form: Form, score: Score): readonly CellLine[] =>
  differs(score) ? stepLines(scoreTold(form, score)) : [{ text: arithmeticText(score) }]

function sumRow(label: string, { printed, computed }: FormScores['total'], told: Told): readonly BlockCell[] {
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
    { lines: stepLines(told) },
  ]
}
