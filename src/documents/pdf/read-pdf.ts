// PDF → grid: page by page, tables over pages put together, what is missing named in the notes.
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js'
import type { Row } from '../grid.ts'
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import type { Block, LineBlock, TableBlock } from './block.ts'
import { blocksOf } from './blocks.ts'
import { withoutFurniture } from './furniture.ts'
import { type Steps, stepsFor } from './interpret.ts'
import { openPdf, pdfLibrary } from './library.ts'
import { type Page, readPage } from './page.ts'
import { newTally, notesOf, pagesText } from './quality.ts'
import { type Piece, stitched } from './stitch.ts'
import { rowsOf, sourceBox } from './whole-table.ts'

/** Pages after which the library lets go of the fonts it has collected. */
const CLEAN_EVERY = 50

/**
 * The whole document as rows, with page and box of every cell. Throws `InputProblem` for a PDF that is locked, broken,
 * or holds pictures of pages only; pages that cannot be read are left out and named in the notes.
 */
export async function readPdfGrid(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const document = await openPdf(bytes, name)
  try {
    const steps = stepsFor(await pdfLibrary())
    const tally = newTally(bytes)
    const pages: (readonly Block[])[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await pageOrNull(document, number, steps)
      tally.add(number, page)
      const blocks: readonly Block[] = page === null ? [] : blocksOf(page, openPart(pages.at(-1)))
      pages.push(blocks)
      if (number % CLEAN_EVERY === 0) await document.cleanup()
    }
    return { ...gridOf(pages), notes: [...notesOf(tally, name), ...undrawn(pages)] }
  } finally {
    await document.loadingTask.destroy()
  }
}

const isUndrawn = (block: Block): boolean => block.kind === 'table' && block.undrawn !== null

/** The part of a form without lines that may go on on the next page. */
function openPart(page: readonly Block[] | undefined): TableBlock | null {
  const last = page?.findLast((block) => block.kind === 'table')
  return last !== undefined && last.undrawn !== null ? last : null
}

function undrawn(pages: readonly (readonly Block[])[]): readonly string[] {
  const numbers = pages.flatMap((page, i) => (page.some(isUndrawn) ? [i + 1] : []))
  return numbers.length === 0 ? [] : [`${pagesText(numbers)}的表没有框线，按文字的位置分列读入，请核对`]
}

/** A broken page must not take the others with it. */
async function pageOrNull(document: PDFDocumentProxy, number: number, steps: Steps): Promise<Page | null> {
  try {
    return await readPage(document, number, steps)
  } catch (error) {
    if (error instanceof InputProblem) throw error
    return null
  }
}

function gridOf(pages: readonly (readonly Block[])[]): Pick<GridDocument, 'grid'> {
  const rows: Row[] = []
  const tables: (number | null)[] = []
  let table = 0
  let before: Piece | null = null
  for (const piece of stitched(withoutFurniture(pages))) {
    const own = piece.kind === 'line' ? [lineRow(piece)] : rowsOf(piece.parts)
    // The parts of a form without lines are one table, as they are where its lines are drawn.
    if (piece.kind === 'whole' && !(isUndrawnPart(piece) && before !== null && isUndrawnPart(before))) table++
    before = piece
    for (const row of own) {
      const line = rows.length + 1
      rows.push(row.map((cell) => ({ ...cell, source: { ...cell.source, line } })))
      tables.push(piece.kind === 'line' ? null : table)
    }
  }
  return { grid: { rows, tables } }
}

const isUndrawnPart = (piece: Piece): boolean => piece.kind === 'whole' && piece.parts.some(isUndrawn)

const lineRow = ({ page, parts }: LineBlock): Row =>
  parts.map(({ text, box }) => ({ text, source: { page, box: sourceBox(box), text } }))
