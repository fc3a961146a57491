// A form's printout as blocks: a page of its own with title, period and table.
import { entryName } from '../entry-name.ts'
import { tableWidth, textHeight } from '../measure.ts'
import { HEAD, type PrintCell, type Printout } from '../printout.ts'
import { printable, textWidth } from './characters.ts'
import type { Block } from './flow.ts'
import { heightsBetween, measured, sum, type Table, type TableCell } from './table.ts'

export function* formBlocks(print: Printout): Generator<Block> {
  yield { kind: 'page', orientation: print.orientation }
  yield { kind: 'place', name: entryName(print) }
  yield { kind: 'text', text: print.title, size: titleSize(print), weight: 'bold', align: 'center', heading: 1 }
  if (print.period !== null) yield { kind: 'text', text: print.period, size: 12, align: 'center' }
  yield { kind: 'space', height: 4 }
  yield { kind: 'table', ...onOnePage(tableOf(print), print) }
}

/** 小二, a little smaller where a long title then stands on one line. */
function titleSize({ title, orientation }: Printout): number {
  const [usual, smallest] = [18, 14]
  const fitting = (usual * tableWidth(orientation)) / textWidth(printable(title), usual, 'bold')
  return fitting >= usual || fitting < smallest ? usual : Math.floor(fitting * 10) / 10
}

const HEADS = { caption: null, value: null, label: 'Row', heading: 'Column' } as const

/** Labels over so many rows keep them on one page; longer ones go over pages with their rows. */
const BLOCK = 8

/** Tables of a few rows are moved as they are: their headings need no repeating. */
const FEW = 3

function tableOf(print: Printout): Table {
  const total = tableWidth(print.orientation)
  const last = print.tables.length - 1
  const repeats = print.tables
    // What follows the last table, sum and grade, stays with it.
    .map((table, i) => ({ ...table, end: i === last ? print.rows.length : table.end }))
    .filter(({ heading, end }) => end - heading > FEW)
  const repeated = ({ row, rowSpan }: PrintCell): boolean =>
    rowSpan > 1 && repeats.some(({ heading, headings, end }) => row >= heading + headings && row < end)
  const inTable = ({ row }: PrintCell): boolean => repeats.some(({ heading, end }) => row >= heading && row < end)
  const cell = (printed: PrintCell): TableCell => ({
    ...printed,
    text: printable(printed.set),
    bare: printed.role === 'caption',
    head: HEADS[printed.role],
    repeated: repeated(printed),
    kept: printed.role === 'label' && printed.rowSpan > 1 && printed.rowSpan <= BLOCK && !inTable(printed),
  })
  return {
    widths: print.widths.map((width) => (width * total) / 1000),
    size: print.fontSize,
    leastRow: print.leastRow,
    least: print.least,
    rows: print.rows.map((row) => row.map(cell)),
    repeats,
  }
}

/** Share of the page estimates are never wrong by. */
const SURE = 0.8

/** Where estimates promised one page and a few points are missing, rows stand a little closer. */
function onOnePage(table: Table, { heights, orientation }: Printout): Table {
  const room = textHeight(orientation) - HEAD
  if (sum(heights) > room || sum(heights) < room * SURE) return table
  const excess = sum(heightsBetween(measured(table, null), 0, table.rows.length)) - room
  const closer = table.leastRow - excess / table.rows.length
  return excess > 0 && closer > table.size * 1.5 ? { ...table, leastRow: closer } : table
}
