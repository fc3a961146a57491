// Which reader reads what: shape of the text × layout of the form.
import type { Form } from '../kernel/form/form.ts'
import { type Layout, sectionOf } from '../kernel/layout/layout.ts'
import { cellGrid } from './cell-grid.ts'
import { readDepartmentFlow } from './department/read-department.ts'
import { readFlow } from './flow/read-flow.ts'
import { readGrid } from './grid-form.ts'
import { type Shape, shapeOf } from './shape.ts'
import type { FormSegment } from './split.ts'
import { rowGrid } from './text-grid.ts'

type Reader = (segment: FormSegment, layout: Layout) => Form

const byShape: Readonly<Record<Shape, Reader>> = {
  rows: (segment, layout) => readGrid(rowGrid(segment), layout),
  cells: (segment, layout) => readGrid(cellGrid(segment, layout), layout),
  flow: (segment, layout) => (sectionOf(layout, 'tasks') ? readDepartmentFlow : readFlow)(segment, layout),
}

export const readSegment: Reader = (segment, layout) => byShape[shapeOf(segment)](segment, layout)
