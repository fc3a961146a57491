// A PDF file as it is written: numbered objects one after the other, then the table of their places.
import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'

export type PdfFile = {
  /** A number for an object that is written later. */
  readonly reserve: () => number
  readonly object: (number: number, body: string) => void
  /** An object with data. `dictionary`: its entries beside length and filter; `data` has been compressed. */
  readonly stream: (number: number, dictionary: string, data: Uint8Array) => void
  /** A small object that is stored with others, compressed. */
  readonly packed: (number: number, body: string) => void
  /** Ends the file; `trailer`: the entries that lead to the catalog. */
  readonly close: (trailer: string) => void
  /** What was written since it was last asked for. */
  readonly take: () => Uint8Array
}

export const reference = (number: number): string => `${number} 0 R`

const deflated = promisify(deflate)
/** Pages are short: a small window makes starting cheap and the result hardly larger. */
const SETTINGS = { level: 4, windowBits: 13, memLevel: 7 }
/** Data in the form `stream` takes; done beside other work. */
export const compressed = (data: string | Uint8Array): Promise<Uint8Array> =>
  deflated(typeof data === 'string' ? Buffer.from(data, 'latin1') : data, SETTINGS)

/** Objects stored together. */
const PACK = 200

/** Where an object stands: a place in the file, or the number of a pack and the place within it. */
type Place = { readonly pack: number; readonly at: number }

export function createPdfFile(): PdfFile {
  const places: (Place | null)[] = [null]
  let waiting: Uint8Array[] = []
  let pack: { readonly number: number; readonly body: string }[] = []
  let written = 0
  const put = (bytes: Uint8Array): void => {
    waiting.push(bytes)
    written += bytes.length
  }
  const text = (words: string): void => put(Buffer.from(words, 'latin1'))
  const reserve = (): number => places.push(null) - 1
  const stream: PdfFile['stream'] = (number, dictionary, data) => {
    places[number] = { pack: 0, at: written }
    text(`${number} 0 obj\n<< ${dictionary} /Length ${data.length} /Filter /FlateDecode >>\nstream\n`)
    put(data)
    text('\nendstream\nendobj\n')
  }
  const closePack = (): void => {
    if (pack.length === 0) return
    const number = reserve()
    const { bytes, first } = packedBytes(pack)
    for (const [at, { number: own }] of pack.entries()) places[own] = { pack: number, at }
    stream(number, `/Type /ObjStm /N ${pack.length} /First ${first}`, deflateSync(bytes, SETTINGS))
    pack = []
  }
  text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  return {
    reserve,
    stream,
    object: (number, body) => {
      places[number] = { pack: 0, at: written }
      text(`${number} 0 obj\n${body}\nendobj\n`)
    },
    packed: (number, body) => {
      pack.push({ number, body })
      if (pack.length >= PACK) closePack()
    },
    close: (trailer) => {
      closePack()
      const number = reserve()
      const start = written
      places[number] = { pack: 0, at: start }
      const dictionary = `/Type /XRef /Size ${places.length} /W [1 4 2] ${trailer}`
      stream(number, dictionary, deflateSync(placesBytes(places)))
      text(`startxref\n${start}\n%%EOF\n`)
    },
    take: () => {
      const bytes = Buffer.concat(waiting)
      waiting = []
      return bytes
    },
  }
}

function packedBytes(pack: readonly { readonly number: number; readonly body: string }[]) {
  let at = 0
  const numbers: number[] = []
  for (const { number, body } of pack) {
    numbers.push(number, at)
    at += body.length + 1
  }
  const head = `${numbers.join(' ')}\n`
  return { bytes: Buffer.from(`${head}${pack.map(({ body }) => `${body}\n`).join('')}`, 'latin1'), first: head.length }
}

/** The table of places: kind, place in the file or number of the pack, place within the pack. */
function placesBytes(places: readonly (Place | null)[]): Buffer {
  const bytes = Buffer.alloc(places.length * 7)
  for (const [i, place] of places.entries()) {
    if (place === null) continue
    const { pack, at } = place
    bytes.writeUInt8(pack === 0 ? 1 : 2, 7 * i)
    bytes.writeUInt32BE(pack === 0 ? at : pack, 7 * i + 1)
    bytes.writeUInt16BE(pack === 0 ? 0 : at, 7 * i + 5)
  }
  return bytes
}
