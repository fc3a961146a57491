// Which reader reads what: shape of the text × layout of the form.
import type { Form } from '../kernel/form/form.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import { cellGrid } from './cell-grid.ts'
import { readGrid } from './grid-form.ts'
import { type Shape, shapeOf } from './shape.ts'
import type { Segment } from './source-text.ts'
import { rowGrid } from './text-grid.ts'

type Reader = (segment: Segment, layout: Layout) => Form

const byShape: Readonly<Record<Shape, Reader>> = {
  rows: (segment, layout) => readGrid(rowGrid(segment), layout),
  cells: (segment, layout) => readGrid(cellGrid(segment, layout), layout),
  flow: (segment, layout) => readGrid(rowGrid(segment), layout),
}

export const readSegment: Reader = (segment, layout) => byShape[shapeOf(segment)](segment, layout)
