// A PDF file as it is written: numbered objects one after the other, then the table of their places.
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

export type PdfFile = {
  /** A number for an object that is written later. */
  readonly reserve: () => number
  readonly object: (number: number, body: string) => void
  /** An object with data. `dictionary`: its entries beside length and filter; `data` has been compressed. */
  readonly stream: (number: number, dictionary: string, data: Uint8Array) => void
  readonly close: (trailer: string) => void
  /** What was written since it was last asked for. */
  readonly take: () => Uint8Array
}

export const reference = (number: number): string => `${number} 0 R`

const deflated = promisify(deflate)
/** Half as fast but hardly smaller than the middle levels. */
const LEVEL = 5
/** Data in the form `stream` takes; done beside other work. */
export const compressed = (data: string | Uint8Array): Promise<Uint8Array> =>
  deflated(typeof data === 'string' ? Buffer.from(data, 'latin1') : data, { level: LEVEL })

export function createPdfFile(): PdfFile {
  /** Place of every object in the file, by number. */
  const places: number[] = [0]
  let waiting: Uint8Array[] = []
  let written = 0
  const put = (bytes: Uint8Array): void => {
    waiting.push(bytes)
    written += bytes.length
  }
  const text = (words: string): void => put(Buffer.from(words, 'latin1'))
  text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  return {
    reserve: () => places.push(0) - 1,
    object: (number, body) => {
      places[number] = written
      text(`${number} 0 obj\n${body}\nendobj\n`)
    },
    stream: (number, dictionary, data) => {
      places[number] = written
      text(`${number} 0 obj\n<< ${dictionary} /Length ${data.length} /Filter /FlateDecode >>\nstream\n`)
      put(data)
      text('\nendstream\nendobj\n')
    },
    close: (trailer) => {
      const entries = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n\r\n`)
      const table = `xref\n0 ${places.length}\n0000000000 65535 f\r\n${entries.join('')}`
      text(`${table}trailer\n<< /Size ${places.length} ${trailer} >>\nstartxref\n${written}\n%%EOF\n`)
    },
    take: () => {
      const bytes = Buffer.concat(waiting)
      waiting = []
      return bytes
    },
  }
}
