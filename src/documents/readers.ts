// Which reader reads what: shape of the text × layout of the form.
import type { Form } from '../kernel/form/form.ts'
import { type Layout, sectionOf } from '../kernel/layout/layout.ts'
import { cellGrid } from './cell-grid.ts'
import { readDepartmentFlow } from './department/read-department.ts'
import { readFlow } from './flow/read-flow.ts'
import type { Grid } from './grid.ts'
import { readGrid } from './grid-form.ts'
import { isGlued, readGlued } from './run-on/read-glued.ts'
import { type Shape, shapeOf } from './shape.ts'
import type { Segment } from './source-text.ts'
import type { FormSegment } from './split.ts'
import { rowGrid } from './text-grid.ts'
import { ownFlowLayout, ownLayout } from './unseen/own-layout.ts'
import { judged, readOwn } from './unseen/read-own.ts'

type Reader = (segment: FormSegment, layout: Layout) => Form

const byShape: Readonly<Record<Shape, Reader>> = {
  rows: (segment, layout) => readTable(rowGrid(segment), layout, segment.title),
  cells: readCells,
  flow: (segment, layout) => {
    if (isGlued(segment.lines)) return readGlued(titled(segment), layout)
    const form = sectionOf(layout, 'tasks') === undefined ? null : readDepartmentFlow(segment, layout)
    return form !== null && form.indicators.length > 0 ? form : readLines(segment, layout)
  },
}

/** The title is a line of its own. */
const titled = ({ lines, title }: FormSegment): Segment =>
  title === null ? { lines: [{ line: lines[0]?.line ?? 1, text: '' }, ...lines] } : { lines }

export const readSegment: Reader = (segment, layout) => byShape[shapeOf(segment)](segment, layout)

function readTable(grid: Grid, layout: Layout, title: string | null): Form {
  const own = ownLayout(grid, layout, title)
  return own === null ? readGrid(grid, layout) : readOwn(own)
}

/** How wide a row is says the layout: a layout the form brings itself is known only when its headings are. */
function readCells(segment: FormSegment, layout: Layout): Form {
  const grid = cellGrid(segment, layout)
  const own = ownLayout(grid, layout, segment.title)
  return own === null ? readGrid(grid, layout) : readTable(cellGrid(segment, own.layout), layout, segment.title)
}

function readLines(segment: FormSegment, layout: Layout): Form {
  const own = ownFlowLayout(segment.lines, layout, segment.title)
  return own === null ? readFlow(segment, layout) : judged(readFlow(segment, own.layout), own)
}
