// Forms → PDF: A4 pages with ruled tables and embedded fonts. Many forms are laid out in chunks, so that memory stays flat.
import type { Form } from '../../kernel/form/form.ts'
import { entryName } from './entry-name.ts'
import { createAssembly } from './pdf-assembly.ts'
import { type FormsData, type FrontData, formData } from './pdf-data.ts'
import { type Printout, printout } from './printout.ts'
import { mayNeedLabels, withRepeatedLabels } from './repeated-labels.ts'
import { createTypesetter, type Typeset, type Typesetter } from './typesetter.ts'

/** Cells laid out together: some forty forms. */
const CHUNK = 4000

/** A PDF of the forms, in pieces. Throws `InputProblem` for a form that has no layout, and where no page can be laid out. */
export async function* writePdf(forms: Iterable<Form>, source: string): AsyncGenerator<Uint8Array> {
  yield* written(forms, { title: source.replace(/\.[a-z]+$/i, ''), contents: false })
}

/** The forms as one publication: title page, contents with page numbers, bookmarks. */
export async function* compilePdf(forms: Iterable<Form>, title: string): AsyncGenerator<Uint8Array> {
  yield* written(forms, { title, contents: true })
}

/** The page each form begins on, counted from the first. */
export async function pageNumbers(forms: Iterable<Form>): Promise<readonly number[]> {
  const typesetter = createTypesetter()
  const numbers: number[] = []
  let pages = 0
  try {
    for (const chunk of chunksOf(forms)) {
      const data: FormsData = { title: '', first: 1, bookmarks: false, forms: chunk.map((print) => formData(print)) }
      const set = await typesetter.typeset({ template: 'forms', json: JSON.stringify(data), pdf: 'none' })
      for (const start of set.starts) numbers.push(pages + start)
      pages += set.pages
    }
    return numbers
  } finally {
    typesetter.close()
  }
}

type Book = { readonly title: string; readonly contents: boolean }
type Chunk = readonly Printout[]

async function* written(forms: Iterable<Form>, book: Book): AsyncGenerator<Uint8Array> {
  const typesetter = createTypesetter()
  try {
    const chunks = chunksOf(forms)
    const first = chunks.next().value ?? []
    const second = chunks.next().value ?? null
    if (second === null && !book.contents)
      yield (await laidOut(typesetter, first, { ...book, page: 1, alone: true })).pdf
    else yield* assembled(typesetter, chained(first, second, chunks), book)
  } finally {
    typesetter.close()
  }
}

function* chained(first: Chunk, second: Chunk | null, rest: Iterable<Chunk>): Generator<Chunk> {
  yield first
  if (second !== null) yield second
  yield* rest
}

function* chunksOf(forms: Iterable<Form>): Generator<Chunk> {
  let chunk: Printout[] = []
  let cells = 0
  for (const form of forms) {
    const print = printout(form)
    const own = print.rows.reduce((n, row) => n + row.length, 0)
    if (chunk.length > 0 && cells + own > CHUNK) {
      yield chunk
      chunk = []
      cells = 0
    }
    chunk.push(print)
    cells += own
  }
  yield chunk
}

type Place = { readonly title: string; readonly page: number; readonly alone: boolean }

async function laidOut(typesetter: Typesetter, chunk: Chunk, { title, page, alone }: Place): Promise<Typeset> {
  const forms = (await labelled(typesetter, chunk)).map((print) => formData(print))
  const data: FormsData = { title, first: page, bookmarks: alone, forms }
  return typesetter.typeset({ template: 'forms', json: JSON.stringify(data), pdf: alone ? 'tagged' : 'plain' })
}

/** Long forms are laid out once to learn where their pages begin. */
async function labelled(typesetter: Typesetter, chunk: Chunk): Promise<Chunk> {
  const long = chunk.filter(mayNeedLabels)
  if (long.length === 0) return chunk
  const forms = long.map((print) => formData(print, true))
  const data: FormsData = { title: '', first: 1, bookmarks: false, forms }
  const { rows } = await typesetter.typeset({ template: 'forms', json: JSON.stringify(data), pdf: 'none' })
  const firstRows = long.map((): number[] => [])
  let before = rows[0]
  for (const marked of rows) {
    if (before && marked[0] === before[0] && marked[2] > before[2]) firstRows[marked[0]]?.push(marked[1])
    before = marked
  }
  const repeated = new Map(long.map((print, i) => [print, withRepeatedLabels(print, firstRows[i] ?? [])]))
  return chunk.map((print) => repeated.get(print) ?? print)
}

type Start = { readonly name: string; readonly number: number; readonly page: number }

/** The forms are written first; the contents, which need their page numbers, stand behind them in the file but before them in the book. */
async function* assembled(
  typesetter: Typesetter,
  chunks: Iterable<Chunk>,
  { title, contents }: Book,
): AsyncGenerator<Uint8Array> {
  const assembly = createAssembly()
  yield assembly.head()
  const pages: number[] = []
  const starts: Start[] = []
  for (const chunk of chunks) {
    const set = await laidOut(typesetter, chunk, { title, page: pages.length + 1, alone: false })
    const added = assembly.add(set.pdf)
    chunk.forEach((print, i) => {
      const start = (set.starts[i] ?? 1) - 1
      starts.push({ name: entryName(print), number: pages.length + start + 1, page: added.pages[start] ?? 0 })
    })
    for (const page of added.pages) pages.push(page)
    yield added.bytes
  }
  const front: number[] = []
  if (contents)
    for await (const set of frontPages(typesetter, title, starts)) {
      const added = assembly.add(set.pdf, (form) => starts[form]?.page ?? 0)
      for (const page of added.pages) front.push(page)
      yield added.bytes
    }
  const bookmarks = starts.map(({ name, page }) => ({ title: name, page }))
  yield assembly.end({ title, pages: [...front, ...pages], unnumbered: front.length, bookmarks })
}

/** Entries of the contents laid out together. */
const ENTRIES = 1000

async function* frontPages(typesetter: Typesetter, title: string, starts: readonly Start[]): AsyncGenerator<Typeset> {
  const entries = starts.map(({ name, number }, form) => ({ name, page: number, form }))
  let first = 1
  for (let at = 0; at === 0 || at < entries.length; at += ENTRIES) {
    const data: FrontData = { title, cover: at === 0, first, entries: entries.slice(at, at + ENTRIES) }
    const set = await typesetter.typeset({ template: 'front', json: JSON.stringify(data), pdf: 'plain' })
    first += set.pages
    yield set
  }
}
