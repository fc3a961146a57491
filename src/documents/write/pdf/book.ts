// Laid out pages → a PDF file: fonts, links, bookmarks and labels of pages. Pages are written as they come.
import { pageOf, points } from '../measure.ts'
import { contentOf, FONT_NAMES, rounded } from './content.ts'
import { createFontCodes, type FontCodes, utf16Hex } from './font-codes.ts'
import { writeFont } from './font-objects.ts'
import { createFontCutter } from './font-subset.ts'
import type { LaidPage, Link } from './page.ts'
import { compressed, createPdfFile, type PdfFile, reference } from './pdf-file.ts'
import { createStructure } from './structure.ts'

/** A place in the file a link or a bookmark leads to. */
export type Target = { readonly page: number; readonly y: number }
export type Bookmark = Target & { readonly name: string; readonly level: number }

export type Book = {
  /** Adds a page; it is given back by its number. `targets`: where its links lead. */
  readonly add: (page: LaidPage, targets?: readonly Target[]) => number
  /** What is ready to be written so far. */
  readonly ready: () => Promise<Uint8Array>
  /** What closes the file. */
  readonly end: (ending: Ending) => Promise<Uint8Array>
}
export type Ending = {
  readonly title: string
  /** Numbers of the pages in the order they are read. */
  readonly pages: readonly number[]
  /** The first so many pages are a cover and contents, counted by themselves. */
  readonly front: number
  readonly bookmarks: readonly Bookmark[]
}

type Waiting = {
  readonly page: LaidPage
  readonly number: number
  readonly data: Promise<Uint8Array>
  readonly targets: readonly Target[]
  /** Counts the pages as they are added. */
  readonly order: number
}

export function createBook(): Book {
  const file = createPdfFile()
  const [tree, catalog, info, resources] = [file.reserve(), file.reserve(), file.reserve(), file.reserve()]
  const fonts = { regular: createFontCodes('regular'), bold: createFontCodes('bold') }
  const structure = createStructure(file)
  let waiting: Waiting[] = []
  let order = 0
  const add: Book['add'] = (page, targets = []) => {
    const number = file.reserve()
    const { operators, seen } = contentOf(page, fonts)
    waiting.push({ page, number, targets, order, data: compressed(operators) })
    structure.add(number, order, seen)
    order++
    return number
  }
  const flush = async (): Promise<void> => {
    const pages = waiting
    waiting = []
    for (const { data, ...waited } of pages) {
      const content = file.reserve()
      file.stream(content, '', await data)
      file.object(waited.number, pageObject(waited, { tree, resources, content }))
    }
  }
  const ready = async (): Promise<Uint8Array> => {
    await flush()
    return file.take()
  }
  const end = async (ending: Ending): Promise<Uint8Array> => {
    await flush()
    await writeFonts(file, resources, Object.values(fonts))
    file.object(
      tree,
      `<< /Type /Pages /Count ${ending.pages.length} /Kids [${ending.pages.map(reference).join(' ')}] >>`,
    )
    file.object(info, `<< /Title ${words(ending.title)} /Creator (Hengji) /Producer (Hengji) >>`)
    const front = new Set(ending.pages.slice(0, ending.front))
    structure.end((page) => front.has(page))
    const outline = writeOutline(file, ending.bookmarks)
    file.object(catalog, catalogObject({ tree, outline, structure: structure.root }, ending))
    file.close(`/Root ${reference(catalog)} /Info ${reference(info)}`)
    return file.take()
  }
  return { add, ready, end }
}

/** The fonts that are used, and the object that names them to the pages. */
async function writeFonts(file: PdfFile, resources: number, fonts: readonly FontCodes[]): Promise<void> {
  const cut = await createFontCutter()
  const named: string[] = []
  for (const font of fonts.filter((font) => font.isUsed())) {
    const number = file.reserve()
    await writeFont(file, number, font, cut)
    named.push(`/${FONT_NAMES[font.weight]} ${reference(number)}`)
  }
  file.object(resources, `<< /Font << ${named.join(' ')} >> >>`)
}

type Parts = { readonly tree: number; readonly resources: number; readonly content: number }

function pageObject({ page, order, targets }: Omit<Waiting, 'data'>, { tree, resources, content }: Parts): string {
  const { width, height } = pageOf(page.orientation)
  const size = `${rounded(points(width))} ${rounded(points(height))}`
  const links = page.links.map((link) => linkObject(link, points(height), targets[link.to]))
  const annotations = links.length === 0 ? '' : ` /Annots [${links.join(' ')}]`
  return `<< /Type /Page /Parent ${reference(tree)} /MediaBox [0 0 ${size}] /Resources ${reference(resources)} /Contents ${reference(content)} /StructParents ${order} /Tabs /S${annotations} >>`
}

function linkObject({ left, top, right, bottom }: Link, height: number, target: Target | undefined): string {
  const box = [left, height - bottom, right, height - top].map(rounded).join(' ')
  const to = target === undefined ? '' : ` /Dest ${destination(target)}`
  return `<< /Type /Annot /Subtype /Link /Rect [${box}] /Border [0 0 0]${to} >>`
}

const destination = ({ page, y }: Target): string => `[${reference(page)} /XYZ null ${rounded(y)} null]`

/** Chinese in a PDF string. */
const words = (text: string): string => `<FEFF${utf16Hex(text)}>`

type Roots = { readonly tree: number; readonly outline: number | null; readonly structure: number }

function catalogObject({ tree, outline, structure }: Roots, { title, front }: Ending): string {
  // The first page is the cover; the contents are counted by themselves.
  const labels = front === 0 ? '' : `0 << /P ${words('封面')} >> ${front > 1 ? '1 << /S /R >> ' : ''}`
  const outlines = outline === null ? '' : ` /Outlines ${reference(outline)} /PageMode /UseOutlines`
  return (
    `<< /Type /Catalog /Pages ${reference(tree)}${outlines} /PageLabels << /Nums [${labels}${front} << /S /D >>] >> ` +
    `/MarkInfo << /Marked true >> /StructTreeRoot ${reference(structure)} /Lang (zh-CN)${title === '' ? '' : ' /ViewerPreferences << /DisplayDocTitle true >>'} >>`
  )
}

type Node = { readonly mark: Bookmark | null; readonly number: number; readonly children: Node[] }

/** Bookmarks as a tree by their levels. */
function writeOutline(file: PdfFile, marks: readonly Bookmark[]): number | null {
  if (marks.length === 0) return null
  const root: Node = { mark: null, number: file.reserve(), children: [] }
  const open: Node[] = [root]
  for (const mark of marks) {
    while (open.length > 1 && (open.at(-1)?.mark?.level ?? 0) >= mark.level) open.pop()
    const node: Node = { mark, number: file.reserve(), children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  }
  writeNode(file, root, null, '')
  return root.number
}

function writeNode(file: PdfFile, { mark, number, children }: Node, parent: number | null, beside: string): void {
  const [first, last] = [children[0], children.at(-1)]
  const ends = first && last ? ` /First ${reference(first.number)} /Last ${reference(last.number)}` : ''
  const count = children.length === 0 ? '' : ` /Count ${mark === null ? children.length : -children.length}`
  const own = mark === null ? '/Type /Outlines' : `/Title ${words(mark.name)} /Dest ${destination(mark)}`
  file.object(number, `<< ${own}${parent === null ? '' : ` /Parent ${reference(parent)}`}${beside}${ends}${count} >>`)
  children.forEach((child, i) => {
    const [before, after] = [children[i - 1], children[i + 1]]
    const previous = before ? ` /Prev ${reference(before.number)}` : ''
    const next = after ? ` /Next ${reference(after.number)}` : ''
    writeNode(file, child, number, previous + next)
  })
}
