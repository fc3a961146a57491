// Forms → PDF: A4 pages with ruled tables and embedded fonts. Many forms are laid out in chunks, so that memory stays flat.
import type { Form } from '../../kernel/form/form.ts'
import { createAssembly } from './pdf-assembly.ts'
import { type FormData, type FormsData, type FrontData, formData } from './pdf-data.ts'
import { printout } from './printout.ts'
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

type Book = { readonly title: string; readonly contents: boolean }

async function* written(forms: Iterable<Form>, book: Book): AsyncGenerator<Uint8Array> {
  const typesetter = createTypesetter()
  try {
    const chunks = chunksOf(forms)
    const first = chunks.next().value ?? []
    const second = chunks.next().value ?? null
    if (second === null && !book.contents)
      yield (await laidOut(typesetter, first, { ...book, first: 1, alone: true })).pdf
    else yield* assembled(typesetter, chained(first, second, chunks), book)
  } finally {
    typesetter.close()
  }
}

function* chained(
  first: readonly FormData[],
  second: readonly FormData[] | null,
  rest: Iterable<readonly FormData[]>,
): Generator<readonly FormData[]> {
  yield first
  if (second !== null) yield second
  yield* rest
}

function* chunksOf(forms: Iterable<Form>): Generator<readonly FormData[]> {
  let chunk: FormData[] = []
  let cells = 0
  for (const form of forms) {
    const print = printout(form)
    const own = print.rows.reduce((n, row) => n + row.length, 0)
    if (chunk.length > 0 && cells + own > CHUNK) {
      yield chunk
      chunk = []
      cells = 0
    }
    chunk.push(formData(print))
    cells += own
  }
  yield chunk
}

type Place = { readonly title: string; readonly first: number; readonly alone: boolean }

const laidOut = (
  typesetter: Typesetter,
  forms: readonly FormData[],
  { title, first, alone }: Place,
): Promise<Typeset> =>
  typesetter.typeset({
    template: 'forms',
    json: JSON.stringify({ title, first, bookmarks: alone, forms } satisfies FormsData),
    tagged: alone,
  })

type Start = { readonly name: string; readonly number: number; readonly page: number }

/** The forms are written first; the contents, which need their page numbers, stand behind them in the file but before them in the book. */
async function* assembled(
  typesetter: Typesetter,
  chunks: Iterable<readonly FormData[]>,
  { title, contents }: Book,
): AsyncGenerator<Uint8Array> {
  const assembly = createAssembly()
  yield assembly.head()
  const pages: number[] = []
  const starts: Start[] = []
  for (const forms of chunks) {
    const set = await laidOut(typesetter, forms, { title, first: pages.length + 1, alone: false })
    const added = assembly.add(set.pdf)
    forms.forEach(({ name }, i) => {
      const start = (set.starts[i] ?? 1) - 1
      starts.push({ name, number: pages.length + start + 1, page: added.pages[start] ?? 0 })
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
    const set = await typesetter.typeset({ template: 'front', json: JSON.stringify(data), tagged: false })
    first += set.pages
    yield set
  }
}
