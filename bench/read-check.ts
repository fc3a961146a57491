// Reads, scores and checks all demonstration documents; baseline: merely splitting the same texts into lines.
//   npm run bench
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { readText } from '../src/documents/read-document.ts'
import { checkForm } from '../src/kernel/review/check.ts'

const folder = join(import.meta.dirname, '..', 'demo')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
const decoder = new TextDecoder()

/** Milliseconds of one run. */
const timed = (work: () => void): number => {
  const from = performance.now()
  work()
  return performance.now() - from
}
const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN

let forms = 0
let indicators = 0
let findings = 0
const splitAll = () => {
  for (const { bytes } of files) decoder.decode(bytes).split('\n')
}
const readAll = () => files.flatMap(({ name, bytes }) => readText(decoder.decode(bytes), name).forms)
const readAndCheckAll = () => {
  const all = readAll()
  forms = all.length
  indicators = all.reduce((n, form) => n + form.indicators.length, 0)
  findings = all.reduce((n, form) => n + checkForm(form).findings.length, 0)
}

const first = timed(readAndCheckAll)
const rounds = 15
const runs = { read: [] as number[], check: [] as number[], split: [] as number[] }
for (let i = 0; i < rounds; i++) {
  runs.split.push(timed(splitAll))
  runs.read.push(timed(() => void readAll()))
  runs.check.push(timed(readAndCheckAll))
}
const [split, read, both] = [median(runs.split), median(runs.read), median(runs.check)]
const ms = (x: number) => `${x.toFixed(x < 10 ? 2 : 0)} ms`

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`${files.length} documents, ${forms} forms, ${indicators} indicators, ${findings} findings`)
console.log(
  `first pass in this process, read + scored + checked   ${ms(first)}   (goal ≤ 400 ms)   ${ms(first / forms)} a form`,
)
console.log(`median of ${rounds}: read                               ${ms(read)}   ${ms(read / forms)} a form`)
console.log(`median of ${rounds}: read + scored + checked            ${ms(both)}   ${ms(both / forms)} a form`)
console.log(`baseline, median of ${rounds}: split into lines         ${ms(split)}`)
console.log(`ratio read : split                             ${(read / split).toFixed(1)}`)
console.log(`ratio read + scored + checked : split          ${(both / split).toFixed(1)}`)
