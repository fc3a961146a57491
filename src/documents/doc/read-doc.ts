// Word 97–2003 documents (.doc) → grid, merged cells included: the text and the tables are read from the file itself.
import { gridOf } from '../blocks.ts'
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import { CompoundProblem, streamsOf } from './compound.ts'
import { headerOf, partOf } from './header.ts'
import { paragraphsOf } from './paragraphs.ts'
import { PieceProblem, piecesOf } from './pieces.ts'
import { runsOf } from './runs.ts'
import { blocksOf } from './tables.ts'

/** Throws `InputProblem` for a file that is protected by a password, damaged, or older than Word 97. */
export async function readDoc(bytes: Uint8Array, name: string): Promise<GridDocument> {
  try {
    return readBody(bytes, name)
  } catch (error) {
    if (error instanceof CompoundProblem || error instanceof PieceProblem || error instanceof RangeError)
      throw damaged(name)
    throw error
  }
}

function readBody(bytes: Uint8Array, name: string): GridDocument {
  const streams = streamsOf(bytes)
  const main = streams.get('WordDocument')?.()
  const header = main === undefined ? null : headerOf(main)
  if (main === undefined || header === null)
    throw new InputProblem('not-readable', `${name}：不是 Word 97 及以后的文档，请在 Word 里打开后另存为 docx 再试`)
  if (header.encrypted)
    throw new InputProblem('encrypted', `${name}：文件设了打开密码，请在 Word 里取消密码并另存后再试`)
  const tables = streams.get(header.tables)?.()
  if (tables === undefined) throw damaged(name)
  const paragraphs = paragraphsOf(piecesOf(main, partOf(tables, header.pieces), header.characters), {
    paragraphs: runsOf(main, partOf(tables, header.paragraphs), 'paragraph'),
    characters: runsOf(main, partOf(tables, header.characterRuns), 'character'),
    data: streams.get('Data')?.() ?? new Uint8Array(),
  })
  return { grid: gridOf(blocksOf(paragraphs), name), notes: [] }
}

const damaged = (name: string): InputProblem =>
  new InputProblem('not-readable', `${name}：Word 文档不完整或已损坏，请在 Word 里打开后另存为 docx 再试`)
