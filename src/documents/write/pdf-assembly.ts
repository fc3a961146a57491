// Many PDFs laid out one after the other as one file, written as a stream: objects are renumbered, pages, bookmarks and links put together.
//
// It takes files of plain numbered objects with a cross-reference table (PDF 1.4, as the typesetter makes them).

export type Bookmark = { readonly title: string; readonly page: number }
export type Assembly = {
  readonly head: () => Uint8Array
  /** A file's objects under new numbers. `pageOf` gives the page object a link `hengji:N` leads to. */
  readonly add: (pdf: Uint8Array, pageOf?: (target: number) => number) => Added
  /** What closes the file. `pages` in the order they are read; the first `unnumbered` of them count in roman figures. */
  readonly end: (book: Book) => Uint8Array
}
export type Added = { readonly bytes: Uint8Array; readonly pages: readonly number[] }
export type Book = {
  readonly title: string
  readonly pages: readonly number[]
  readonly unnumbered: number
  readonly bookmarks: readonly Bookmark[]
}

const PAGES = 1
const CATALOG = 2
const INFO = 3
const OUTLINE = 4

export function createAssembly(): Assembly {
  /** Place of every object in the file, by number. */
  const places: number[] = [0, 0, 0, 0, 0]
  let offset = 0
  const written = (bytes: Buffer): Uint8Array => {
    offset += bytes.length
    return bytes
  }
  const put = (number: number, body: string, at: number): string => {
    places[number] = at
    return `${number} 0 obj\n${body}\nendobj\n`
  }
  const head = (): Uint8Array => written(Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1'))

  const add = (pdf: Uint8Array, pageOf: (target: number) => number = () => PAGES): Added => {
    const objects = objectsOf(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
    const numbers = new Map<number, number>()
    for (const { number, kind } of objects) if (kind !== 'left out') numbers.set(number, places.push(0) - 1)
    const pages: number[] = []
    const chunks: Buffer[] = []
    let at = offset
    for (const { number, kind, form, stream } of objects) {
      const renumbered = numbers.get(number)
      if (renumbered === undefined) continue
      if (kind === 'page') pages.push(renumbered)
      places[renumbered] = at
      const bytes = Buffer.concat([Buffer.from(linked(withNumbers(form, numbers), pageOf), 'latin1'), stream])
      chunks.push(bytes)
      at += bytes.length
    }
    return { bytes: written(Buffer.concat(chunks)), pages }
  }

  const end = ({ title, pages, unnumbered, bookmarks }: Book): Uint8Array => {
    let text = ''
    const push = (number: number, body: string): void => {
      text += put(number, body, offset + text.length)
    }
    push(PAGES, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(reference).join(' ')}] >>`)
    push(INFO, `<< /Title ${utf16(title)} /Creator (Hengji) >>`)
    const first = places.length
    bookmarks.forEach((mark, i) => {
      const previous = i > 0 ? ` /Prev ${reference(first + i - 1)}` : ''
      const next = i < bookmarks.length - 1 ? ` /Next ${reference(first + i + 1)}` : ''
      const to = `[${reference(mark.page)} /XYZ null null null]`
      push(first + i, `<< /Parent ${reference(OUTLINE)}${previous}${next} /Title ${utf16(mark.title)} /Dest ${to} >>`)
    })
    const ends =
      bookmarks.length > 0 ? ` /First ${reference(first)} /Last ${reference(first + bookmarks.length - 1)}` : ''
    push(OUTLINE, `<< /Type /Outlines /Count ${bookmarks.length}${ends} >>`)
    // The first page is the cover; the contents are counted by themselves.
    const front = `0 << /P ${utf16('封面')} >> ${unnumbered > 1 ? '1 << /S /R >> ' : ''}`
    const labels = `${unnumbered > 0 ? front : ''}${unnumbered} << /S /D >>`
    push(
      CATALOG,
      `<< /Type /Catalog /Pages ${reference(PAGES)} /Outlines ${reference(OUTLINE)} /PageMode /UseOutlines ` +
        `/PageLabels << /Nums [${labels}] >> /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    )
    const start = offset + text.length
    const entries = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n\r\n`)
    const trailer = `<< /Size ${places.length} /Root ${reference(CATALOG)} /Info ${reference(INFO)} >>`
    const table = `xref\n0 ${places.length}\n0000000000 65535 f\r\n${entries.join('')}`
    return written(Buffer.from(`${text}${table}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`, 'latin1'))
  }
  return { head, add, end }
}

const reference = (number: number): string => `${number} 0 R`

/** Chinese in a PDF string. */
const utf16 = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** What was left out, a page's parent, is the tree of all pages. */
const withNumbers = (form: string, numbers: ReadonlyMap<number, number>): string =>
  form.replace(
    /\b(\d+) 0 (R|obj)\b/g,
    (_, old: string, sign: string) => `${numbers.get(Number(old)) ?? PAGES} 0 ${sign}`,
  )

/** Links to a form were laid out as addresses; here they become places in the file. */
const linked = (form: string, pageOf: (target: number) => number): string =>
  form.replace(
    /\/A <<\s*\/Type \/Action\s*\/S \/URI\s*\/URI \(hengji:(\d+)\)\s*>>/,
    (_, target: string) => `/Dest [${reference(pageOf(Number(target)))} /XYZ null null null]`,
  )

type PdfObject = {
  readonly number: number
  readonly kind: 'page' | 'left out' | 'other'
  /** The object up to its stream, the rest as it is. */
  readonly form: string
  readonly stream: Buffer
}

/** What the whole file has once; bookmarks and titles are made anew. */
const ONCE = /\/Type \/(?:Pages|Catalog|Outlines|Metadata)\b|\/Creator \(/

function objectsOf(pdf: Buffer): readonly PdfObject[] {
  const tail = pdf.subarray(Math.max(0, pdf.length - 1024)).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  const table = pdf.subarray(start).toString('latin1')
  const places = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map((m) => Number(m[1])).sort((a, b) => a - b)
  if (places.length === 0) throw new Error('a laid out page is no PDF of plain objects')
  return places.map((place, i) => objectAt(pdf.subarray(place, places[i + 1] ?? start)))
}

function objectAt(bytes: Buffer): PdfObject {
  const stream = bytes.indexOf('\nstream\n')
  const form = bytes.subarray(0, stream < 0 ? bytes.length : stream).toString('latin1')
  const kind = ONCE.test(form) ? 'left out' : /\/Type \/Page\b/.test(form) ? 'page' : 'other'
  return {
    number: Number(/^\d+/.exec(form)?.[0]),
    kind,
    form,
    stream: stream < 0 ? Buffer.alloc(0) : bytes.subarray(stream),
  }
}
