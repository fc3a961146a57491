// Findings as highlights with notes in a PDF: what is new is put behind the file, whose own bytes stay.
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/pdf.js'
import type { Source } from '../../kernel/form/form.ts'
import type { Severity } from '../../kernel/profile/profile.ts'
import { InputProblem } from '../input-problem.ts'
import { openPdf } from '../pdf/library.ts'
import { AUTHOR, type Note } from './notes.ts'

/** The library's own number for a highlight. */
const HIGHLIGHT = 9
const COLOURS: Readonly<Record<Severity, readonly number[]>> = {
  error: [255, 204, 199],
  warning: [255, 241, 184],
  advice: [214, 228, 255],
}

type Box = NonNullable<Source['box']>
type Place = { readonly page: number; readonly box: Box }

/** Throws `InputProblem` where the PDF cannot be opened, is locked against changes or is built so that nothing can be added. */
export async function annotatePdf(bytes: Uint8Array, name: string, notes: readonly Note[]): Promise<Uint8Array> {
  const document = await openPdf(bytes, name)
  try {
    if ((await document.getPermissions()) !== null) throw locked(name)
    const places = Map.groupBy(notes, (note) => keyOf(placeOf(note)))
    let number = 0
    for (const [key, here] of places) {
      const [first] = here
      const place = first === undefined ? null : placeOf(first)
      if (key === '' || first === undefined || place === null) continue
      const mark = await highlight(
        document,
        place,
        first.severity,
        here.map((note) => note.lines.join('\n')).join('\n\n'),
      )
      document.annotationStorage.setValue(`pdfjs_internal_editor_${number++}`, mark)
    }
    return number === 0 ? bytes : added(bytes, await saved(document, name), name)
  } finally {
    await document.loadingTask.destroy()
  }
}

const keyOf = (place: Place | null): string => (place === null ? '' : JSON.stringify(place))

function placeOf({ places }: Note): Place | null {
  for (const { page, box } of places) if (page !== undefined && box !== undefined) return { page, box }
  return null
}

/** In the words of the library's editor. */
async function highlight(document: PDFDocumentProxy, { page, box }: Place, severity: Severity, contents: string) {
  const viewport = (await document.getPage(page)).getViewport({ scale: 1 })
  const corner = (x: number, y: number): readonly number[] => viewport.convertToPdfPoint(x, y)
  const [x1 = 0, y1 = 0] = corner(box.x, box.y)
  const [x2 = 0, y2 = 0] = corner(box.x + box.width, box.y + box.height)
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)]
  const [bottom, top] = [Math.min(y1, y2), Math.max(y1, y2)]
  return {
    annotationType: HIGHLIGHT,
    pageIndex: page - 1,
    rect: [left, bottom, right, top],
    quadPoints: [left, top, right, top, left, bottom, right, bottom],
    outlines: [[left, bottom, right, bottom, right, top, left, top]],
    color: COLOURS[severity],
    opacity: 1,
    rotation: 0,
    user: AUTHOR,
    popup: { rect: [right, top - 120, right + 240, top], contents },
  }
}

async function saved(document: PDFDocumentProxy, name: string): Promise<Uint8Array> {
  try {
    return await document.saveDocument()
  } catch {
    throw unusual(name)
  }
}

/** What was saved must be the file and something behind it, or else it is not handed out. */
function added(bytes: Uint8Array, result: Uint8Array, name: string): Uint8Array {
  if (result.length <= bytes.length || Buffer.compare(result.subarray(0, bytes.length), bytes) !== 0)
    throw unusual(name)
  return result
}

const unusual = (name: string): InputProblem =>
  new InputProblem('not-readable', `${name}：PDF 的结构不常见，不能写入批注，请用 PDF 阅读器另存一份再试`)
const locked = (name: string): InputProblem =>
  new InputProblem('encrypted', `${name}：PDF 设有修改权限密码，不能写入批注，请解除限制并另存后再试`)
