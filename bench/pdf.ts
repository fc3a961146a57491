// Reads PDF files into rows and forms; baseline: the same library's bare text extraction of the same file in the same run.
//   node bench/pdf.ts [FILE…]
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join } from 'node:path'
import { openPdf } from '../src/documents/pdf/library.ts'
import { readPdfGrid } from '../src/documents/pdf/read-pdf.ts'
import { readDocument } from '../src/documents/read-document.ts'

const folder = join(import.meta.dirname, '..', 'test', 'golden', 'files')
const given = process.argv.slice(2)
const samples = readdirSync(folder).filter((name) => /^\d+.*\.pdf$/.test(name))
const files = given.length > 0 ? given : samples.map((name) => join(folder, name))
const ROUNDS = 9

/** Milliseconds of processor time: other programs on the machine do not count. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN

/** What the library itself does to get the text. Returns the number of pages. */
async function bareText(bytes: Uint8Array, name: string): Promise<number> {
  const document = await openPdf(bytes, name)
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    await page.getTextContent()
    page.cleanup()
  }
  const pages = document.numPages
  await document.loadingTask.destroy()
  return pages
}

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
for (const file of files) {
  const [bytes, name] = [readFileSync(file), basename(file)]
  const runs = { text: [] as number[], grid: [] as number[], forms: [] as number[] }
  let pages = 0
  for (let i = 0; i < ROUNDS; i++) {
    runs.text.push(
      await timed(async () => {
        pages = await bareText(bytes, name)
      }),
    )
    runs.grid.push(await timed(() => readPdfGrid(bytes, name)))
    runs.forms.push(await timed(() => readDocument(bytes, name)))
  }
  const [text, grid, forms] = [median(runs.text), median(runs.grid), median(runs.forms)]
  const ms = (x: number) => `${x.toFixed(0)} ms`
  console.log(`${name}: ${pages} pages, median of ${ROUNDS}`)
  console.log(`  bare text extraction   ${ms(text)}   ${((pages / text) * 1000).toFixed(0)} pages/s`)
  console.log(`  rows with places       ${ms(grid)}   ratio ${(grid / text).toFixed(2)}   (goal ≤ 2)`)
  console.log(
    `  forms                  ${ms(forms)}   ratio ${(forms / text).toFixed(2)}   ${((pages / forms) * 1000).toFixed(0)} pages/s`,
  )
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
