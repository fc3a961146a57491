// Word documents read to forms, against libraries that only take out the text of the same file, in the same run:
// mammoth for .docx, word-extractor for .doc.
//   node bench/word.ts
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import WordExtractor from 'word-extractor'
import { formsOf, openDocument } from '../src/documents/read-document.ts'

const file = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '..', 'test', 'golden', 'files', name))
const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The body of a document many times over. */
function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const to = xml.lastIndexOf('</w:tbl>') + '</w:tbl>'.length
  const body = xml.slice(from, to).repeat(times)
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml.slice(0, from) + body + xml.slice(to)) })
}

const bareText = async (bytes: Uint8Array, name: string): Promise<unknown> =>
  name.includes('.docx')
    ? mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    : (await new WordExtractor().extract(Buffer.from(bytes))).getBody()

const cases = [
  { name: '000-word.docx', bytes: file('000-word.docx'), rounds: 21 },
  { name: '001-word97.doc', bytes: file('001-word97.doc'), rounds: 21 },
  { name: '004-word.docx', bytes: file('004-word.docx'), rounds: 11 },
  { name: '004-word.docx × 18', bytes: repeated(file('004-word.docx'), 18), rounds: 3 },
]

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
for (const { name, bytes, rounds } of cases) {
  const times = { text: [] as number[], grid: [] as number[], forms: [] as number[] }
  let forms = 0
  for (let i = 0; i < rounds; i++) {
    times.text.push(await timed(() => bareText(bytes, name)))
    times.grid.push(await timed(() => openDocument(bytes, name)))
    times.forms.push(
      await timed(async () => {
        forms = formsOf(await openDocument(bytes, name)).forms.length
      }),
    )
  }
  const text = median(times.text)
  const ratio = (xs: readonly number[]) => `${median(xs).toFixed(0)} ms (× ${(median(xs) / text).toFixed(2)})`
  console.log(
    `${name.padEnd(20)} text only ${text.toFixed(0)} ms; tables with merged cells ${ratio(times.grid)}, to ${forms} forms ${ratio(times.forms)}`,
  )
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
