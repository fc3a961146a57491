// Findings as cell comments of a workbook: the sheets' own XML gets one line, everything else of the file stays.
import { InputProblem } from '../input-problem.ts'
import { cellPlace } from '../workbook/sheet.ts'
import { readWorkbookPart } from '../xlsx/parts.ts'
import { XmlProblem } from '../xml.ts'
import { addToComments, newComments } from './cell-comments.ts'
import { addToDrawing, newDrawing } from './cell-drawing.ts'
import type { CellNotes, Note } from './notes.ts'
import { openPackage, type Package } from './package.ts'
import { addRelation, addTypes, relationsOf } from './relations.ts'
import { spliced } from './splice.ts'
import { byteText, prefixOf, tagsOf } from './tags.ts'
import { addToThreads } from './threads.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** Throws `InputProblem` where the workbook's XML is of a kind that cannot be added to. */
export function annotateXlsx(bytes: Uint8Array, name: string, notes: readonly Note[]): Uint8Array {
  try {
    const pack = openPackage(bytes, name)
    const sheets = sheetParts(pack)
    const bySheet = Map.groupBy(
      notes.flatMap((note) => placed(note, sheets)),
      ({ part }) => part,
    )
    if (bySheet.size === 0) return bytes
    const book = bookOf(pack)
    for (const [part, own] of bySheet) {
      const cells = Map.groupBy(own, ({ cell }) => cell)
      addNotes(book, part, new Map([...cells].map(([cell, here]) => [cell, textOf(here.map(({ note }) => note))])))
    }
    addTypes(pack, new Map(book.comments.map((part) => [part, COMMENTS])), new Map([['vml', DRAWING]]))
    return pack.bytes()
  } catch (error) {
    if (error instanceof XmlProblem)
      throw new InputProblem('not-readable', `${name}：工作簿的结构不常见，不能写入批注，请在 Excel 里另存一份再试`)
    throw error
  }
}

/** `comments`: the parts made for comments; `drawings`: how many drawings of boxes there are. */
type Book = {
  readonly pack: Package
  /** The main part. */
  readonly workbook: string
  readonly comments: string[]
  drawings: number
  lastComments: number
  lastDrawing: number
}

const bookOf = (pack: Package): Book => ({
  pack,
  workbook: mainOf(pack),
  comments: [],
  drawings: pack.parts().filter((part) => /\.vml$/i.test(part)).length,
  lastComments: 0,
  lastDrawing: 0,
})

const mainOf = (pack: Package): string =>
  relationsOf(pack, '').find((relation) => relation.type === 'officeDocument')?.part ?? 'xl/workbook.xml'

/** Name of the sheet → its part. */
function sheetParts(pack: Package): ReadonlyMap<string, string> {
  const wanted = pack.parts().filter((part) => /^(?:_rels\/|xl\/(?:_rels\/|[^/]+\.xml$))/i.test(part))
  const main = mainOf(pack)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const names = new Set([...wanted, main, `${folder}_rels/${main.slice(folder.length)}.rels`])
  const parts = [...names].flatMap((part): readonly (readonly [string, Uint8Array])[] => {
    const content = pack.read(part)
    return content === undefined ? [] : [[part, content]]
  })
  return new Map(readWorkbookPart(new Map(parts)).sheets.map((sheet) => [sheet.name, sheet.part]))
}

type Placed = { readonly note: Note; readonly part: string; readonly cell: string }

function placed(note: Note, sheets: ReadonlyMap<string, string>): readonly Placed[] {
  for (const { cell: place = '' } of note.places) {
    const at = place.lastIndexOf('!')
    const part = sheets.get(place.slice(0, at))
    const cell = place.slice(at + 1)
    if (at > 0 && part !== undefined && cellPlace(cell) !== null) return [{ note, part, cell }]
  }
  return []
}

const textOf = (notes: readonly Note[]): string => notes.map((note) => note.lines.join('\n')).join('\n\n')

function addNotes(book: Book, sheet: string, notes: CellNotes): void {
  const { pack } = book
  const relations = relationsOf(pack, sheet)
  const comments = relations.find((relation) => relation.type === 'comments' && pack.has(relation.part))?.part
  const drawing = relations.find((relation) => relation.type === 'vmlDrawing' && pack.has(relation.part))?.part
  const before = comments === undefined ? undefined : pack.read(comments)
  const written = before === undefined ? newComments(notes) : addToComments(before, notes)
  if (comments === undefined) {
    do book.lastComments++
    while (pack.has(`xl/comments${book.lastComments}.xml`))
    const part = `xl/comments${book.lastComments}.xml`
    pack.put(part, written.bytes)
    book.comments.push(part)
    addRelation(pack, sheet, 'comments', part)
  } else pack.put(comments, written.bytes)
  addToThreads(pack, book.workbook, sheet, notes)
  // A cell that had a comment has its box already.
  if (drawing === undefined) addDrawing(book, sheet, written.added)
  else pack.put(drawing, addToDrawing(pack.read(drawing) ?? new Uint8Array(), written.added))
}

function addDrawing(book: Book, sheet: string, cells: readonly string[]): void {
  const { pack } = book
  do book.lastDrawing++
  while (pack.has(`xl/drawings/vmlDrawing${book.lastDrawing}.vml`))
  const part = `xl/drawings/vmlDrawing${book.lastDrawing}.vml`
  book.drawings++
  pack.put(part, newDrawing(cells, book.drawings))
  const id = addRelation(pack, sheet, 'vmlDrawing', part)
  const bytes = pack.read(sheet)
  if (bytes !== undefined) pack.put(sheet, withDrawing(bytes, id))
}

/** What stands behind the line that names the drawing, in the order the format prescribes. */
const BEHIND = new Set(
  'legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent'.split(' '),
)

function withDrawing(bytes: Uint8Array, id: string): Uint8Array {
  let depth = 0
  for (const tag of tagsOf(byteText(bytes))) {
    if ((depth === 1 && tag.kind !== 'close' && BEHIND.has(tag.local)) || (depth === 1 && tag.kind === 'close')) {
      const line = `<${prefixOf(tag)}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`
      return spliced(bytes, [{ at: tag.start, insert: line }])
    }
    if (tag.kind === 'open') depth++
    else if (tag.kind === 'close') depth--
  }
  throw new XmlProblem('no end of the sheet')
}
