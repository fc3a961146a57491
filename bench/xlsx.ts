// Workbooks read to forms, against a spreadsheet library that only reads the cells, in the same run.
//   node bench/xlsx.ts
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { readXls as bareXls, readXlsx as bareXlsx, writeXlsx } from 'hucre/xlsx'
import { formsOf, openDocument } from '../src/documents/read-document.ts'
import { readXls } from '../src/documents/xls/read-xls.ts'
import { readXlsx } from '../src/documents/xlsx/read-xlsx.ts'

const file = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '..', 'test', 'golden', 'files', name))
const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** 100,000 rows of ten cells, half numbers and half texts. */
const large = await writeXlsx({
  sheets: [
    {
      name: '大表',
      rows: Array.from({ length: 100_000 }, (_, r) =>
        Array.from({ length: 10 }, (_, c) => (c % 2 === 0 ? r + c / 4 : `第${r % 500}项`)),
      ),
    },
  ],
})

const cases = [
  { name: '000-excel.xlsx', bytes: file('000-excel.xlsx'), rounds: 21, bare: bareXlsx, cells: readXlsx },
  { name: '004-excel.xlsx', bytes: file('004-excel.xlsx'), rounds: 21, bare: bareXlsx, cells: readXlsx },
  { name: '004-excel.xls', bytes: file('004-excel.xls'), rounds: 21, bare: bareXls, cells: readXls },
  { name: '1,000,000 cells', bytes: large, rounds: 3, bare: bareXlsx, cells: readXlsx },
]

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
for (const { name, bytes, rounds, bare, cells } of cases) {
  const times = { bare: [] as number[], cells: [] as number[], forms: [] as number[] }
  const readForms = async () => {
    const opened = await openDocument(bytes, name)
    return opened.lines.length > 50_000 ? [] : formsOf(opened).forms
  }
  const forms = (await readForms()).length
  for (let i = 0; i < rounds; i++) {
    times.bare.push(await timed(() => bare(bytes)))
    times.cells.push(await timed(() => cells(bytes, name)))
    if (forms > 0) times.forms.push(await timed(readForms))
  }
  const [library, grid, whole] = [median(times.bare), median(times.cells), median(times.forms)]
  const ratio = (x: number) => `${x.toFixed(0)} ms (× ${(x / library).toFixed(2)})`
  const toForms = forms > 0 ? `, to ${forms} forms ${ratio(whole)}` : ''
  console.log(`${name.padEnd(16)} library, cells only ${library.toFixed(0)} ms; shown cells ${ratio(grid)}${toForms}`)
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
