// How the cells of an indicator column are read where no layout says it.
import type { FieldFormat } from '../kernel/layout/layout.ts'

const formats: Readonly<Record<string, FieldFormat>> = {
  target: 'target',
  actual: 'actual',
  weight: 'points',
  score: 'points',
  deviation: 'long-text',
  description: 'long-text',
}

/** `at`: the field of the column. */
export const columnFormat = (at: string): FieldFormat => formats[at] ?? 'text'
