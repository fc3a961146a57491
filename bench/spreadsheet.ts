// Rates, scores, totals and grades of the published self-evaluations; baselines: spreadsheets recalculating the same.
//   npm run bench -- spreadsheet
// LibreOffice opens, computes and saves one file a form, its start-up subtracted: how offices recompute forms today.
// xlsx-calc only evaluates formulas that are in memory already, in floating point and without explaining anything.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import calculate from 'xlsx-calc'
import { readDocument } from '../src/documents/read-document.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { profileFor } from '../src/kernel/profile/choose.ts'
import { scoreForm } from '../src/kernel/scoring/engine.ts'
import { flatDocument } from './spreadsheet/open-document.ts'
import { type FormSheet, sheetOf } from './spreadsheet/workbook.ts'

const ROUNDS = 60
const COPIES = 8
const GOAL = 20
/** Commas, quotation marks, UTF-8. */
const UTF8_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76'

async function selfEvaluations(): Promise<readonly Form[]> {
  const forms: Form[] = []
  for (const name of ['001.txt', '002.txt', '003.txt']) {
    const bytes = readFileSync(join(import.meta.dirname, '..', 'demo', name))
    forms.push(...(await readDocument(bytes, name)).forms)
  }
  return forms
}

const forms = await selfEvaluations()
const judged = forms.map((form) => ({ form, profile: profileFor(form) }))
const sheets = judged.map(({ form, profile }) => sheetOf(form, profile))
const formulas = sheets.reduce((n, { expected }) => n + Object.keys(expected).length, 0)

const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN
/** Milliseconds of processor time: other programs on the machine do not count. */
const processor = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
/** Median of many rounds in milliseconds a form; what is prepared for a round does not count. */
function timed<T>(prepare: () => T, work: (prepared: T) => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const prepared = prepare()
    const from = processor()
    for (let i = 0; i < 5; i++) work(prepared)
    return (processor() - from) / 5
  })
  return median(times) / forms.length
}

/** A wrong baseline would prove nothing: every cell must be what our engine says. */
function compare(who: string, { expected }: FormSheet, read: (ref: string) => unknown): void {
  for (const [ref, computed] of Object.entries(expected)) {
    const value = read(ref)
    const same =
      typeof value === 'number' || /^[\d.]+$/.test(computed) ? Number(value) === Number(computed) : value === computed
    if (!same) console.log(`  ${who}, ${ref}: ${String(value)} where our engine has ${computed}`)
  }
}

type Workbook = { Sheets: Record<string, Record<string, { v?: unknown; f?: string; t?: string }>> }
const workbooks = (): readonly Workbook[] =>
  sheets.map(({ cells }) => ({ Sheets: { S: structuredClone({ ...cells }) } }))

const ours = timed(
  () => Array.from({ length: 5 }, () => structuredClone(judged)),
  (() => {
    let next = 0
    return (copies: readonly (typeof judged)[]) => {
      for (const { form, profile } of copies[next++ % 5] ?? []) scoreForm(form, profile)
    }
  })(),
)
const inMemory = timed(workbooks, (books) => {
  for (const book of books) calculate(book)
})
for (const [i, book] of workbooks().entries()) {
  calculate(book)
  const sheet = sheets[i]
  if (sheet) compare('xlsx-calc', sheet, (ref) => book.Sheets.S?.[ref]?.v)
}

/** Milliseconds of processor time of one run of the office program over so many sheets, its own processes included. */
function office(folder: string, count: number): number {
  const files = Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${String(i).padStart(4, '0')}.fods`)
    writeFileSync(path, flatDocument(sheets[i % sheets.length] ?? { cells: {}, expected: {} }))
    return path
  })
  const out = join(folder, 'out')
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const given = [profile, '--headless', '--convert-to', UTF8_CSV, '--outdir', out, ...files]
  const done = spawnSync('sh', ['-c', 'soffice "$@" >/dev/null && times', 'sh', ...given], { encoding: 'utf8' })
  const used = [...(done.stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  if (done.status !== 0 || used.length !== 2) throw new Error(`LibreOffice: ${done.stderr}`)
  return used.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0)
}

function libreOffice(): number | null {
  if (spawnSync('soffice', ['--version']).status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'hengji-bench-'))
  try {
    office(folder, 1) // makes its own settings at the first start
    const [one, many] = [office(folder, 1), office(folder, forms.length * COPIES)]
    for (const [i, sheet] of sheets.entries()) {
      const path = join(folder, 'out', `${String(i).padStart(4, '0')}.csv`)
      if (!existsSync(path)) throw new Error(`LibreOffice wrote ${readdirSync(join(folder, 'out')).length} files`)
      const rows = readFileSync(path, 'utf8')
        .split('\n')
        .map((line) => line.split(','))
      compare('LibreOffice', sheet, (ref) => rows[Number(ref.slice(1)) - 1]?.[ref.charCodeAt(0) - 65])
    }
    return (many - one) / (forms.length * COPIES - 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`${forms.length} self-evaluations, ${formulas} formulas; processor time a form`)
const ms = (x: number): string => `${x.toFixed(3)} ms`
console.log(`our engine: exact decimals, with derivations   ${ms(ours)}`)
const opened = libreOffice()
if (opened === null) console.log('LibreOffice                                   not installed')
else
  console.log(
    `LibreOffice, file by file, without its start   ${ms(opened)}   ratio ${(opened / ours).toFixed(0)} (goal ≥ ${GOAL})`,
  )
console.log(`xlsx-calc, in memory, floating point           ${ms(inMemory)}   ratio ${(inMemory / ours).toFixed(1)}`)
