// Blocks → a PDF file as a stream: page numbers at the foot, bookmarks, on request a title page and contents before them.
import { pageOf, points } from '../measure.ts'
import { type Book, type Bookmark, createBook } from './book.ts'
import { textWidth } from './characters.ts'
import { type Block, laidOut } from './flow.ts'
import { frontBlocks } from './front-blocks.ts'
import type { LaidPage } from './page.ts'

export type Printing = {
  /** In the file's properties, and on the title page. */
  readonly title: string
  /** Whether a title page and contents stand before the pages. */
  readonly contents: boolean
}

/** Pages that are compressed at the same time. */
const TOGETHER = 24

/** The pages are written first; the contents, which need their numbers, stand behind them in the file but before them in the book. */
export async function* printed(blocks: Iterable<Block>, { title, contents }: Printing): AsyncGenerator<Uint8Array> {
  const book = createBook()
  const pages: number[] = []
  const marks: (Bookmark & { readonly pageNumber: number })[] = []
  for (const page of laidOut(blocks)) {
    const number = book.add(withFoot(page, String(pages.length + 1)))
    pages.push(number)
    const height = heightOf(page)
    for (const { y, ...place } of page.places)
      marks.push({ ...place, page: number, y: height - y, pageNumber: pages.length })
    if (pages.length % TOGETHER === 0) yield await book.ready()
  }
  const front = contents ? frontPages(book, title, marks) : []
  yield await book.end({ title, pages: [...front, ...pages], front: front.length, bookmarks: marks })
}

function frontPages(
  book: Book,
  title: string,
  marks: readonly (Bookmark & { readonly pageNumber: number })[],
): number[] {
  const entries = marks.map(({ name, level, pageNumber }) => ({ name, level, page: pageNumber }))
  const numbers: number[] = []
  for (const page of laidOut(frontBlocks(title, entries)))
    numbers.push(book.add(numbers.length === 0 ? page : withFoot(page, roman(numbers.length)), marks))
  return numbers
}

const heightOf = (page: LaidPage): number => points(pageOf(page.orientation).height)

/** Size of the page's number, and its distance from the lower edge in points. */
const FOOT = { size: 9, above: 32 }

function withFoot(page: LaidPage, number: string): LaidPage {
  const text = `— ${number} —`
  const x = (points(pageOf(page.orientation).width) - textWidth(text, FOOT.size, 'regular')) / 2
  const foot = { x, y: heightOf(page) - FOOT.above, size: FOOT.size, weight: 'regular', text } as const
  return { ...page, texts: [...page.texts, foot] }
}

const FIGURES = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(number: number): string {
  let text = ''
  let left = number
  for (const [value, figure] of FIGURES) for (; left >= value; left -= value) text += figure
  return text
}
