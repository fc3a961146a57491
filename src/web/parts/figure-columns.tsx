// The figures of a form in a row: money, how much of it was spent, points and grade.
import { wan } from '../show.ts'
import type { ProjectWords } from '../words/projects.ts'
import type { Column } from './list-table.tsx'

type Figures = {
  /** 元. */
  readonly budget: string | null
  /** Percent of the budget. */
  readonly rate: string | null
  readonly score: string | null
  readonly grade: string | null
}

export const figureColumns = <Row extends Figures>(words: ProjectWords) =>
  ({
    budget: { key: 'budget', title: words.budget, show: ({ budget }) => wan(budget), isNumber: true },
    rate: { key: 'rate', title: words.rate, show: ({ rate }) => rate && `${rate}%`, isNumber: true },
    score: { key: 'score', title: words.score, show: ({ score }) => score, isNumber: true },
    grade: { key: 'grade', title: words.grade, show: ({ grade }) => grade },
  }) satisfies Readonly<Record<string, Column<Row>>>
