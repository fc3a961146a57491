// RTF documents, often named .doc by the systems that export them → grid, merged cells included.
import { gridOf } from '../blocks.ts'
import { blocksOf } from '../doc/tables.ts'
import type { GridDocument } from '../grid-document.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Throws `InputProblem` for paragraphs and tables no office ever printed. A file cut off is read as far as it goes. */
export async function readRtf(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return { grid: gridOf(blocksOf(paragraphsOf(text, name)), name), notes: [] }
}
