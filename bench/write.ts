// Writes 1,000 forms to every kind of file, as a stream into a file; each kind in a process of its own, for its memory.
//   node bench/write.ts [docx xlsx html]
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readText } from '../src/documents/read-document.ts'
import { formats, isFormat, type OutputFormat } from '../src/documents/write/formats.ts'
import { zipped } from '../src/documents/write/zip-stream.ts'
import type { Form } from '../src/kernel/form/form.ts'

const FORMS = 1000
const GOAL = 400

/** The 74 forms of the demonstration, again and again. */
function* thousand(): Generator<Form> {
  const demo = ['000', '001', '002', '003', '004'].flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'demo', `${name}.txt`), 'utf8')
    return readText(text, name).forms
  })
  for (let i = 0; i < FORMS; i++) {
    const form = demo[i % demo.length]
    if (form) yield form
  }
}

const resident = (): number => process.resourceUsage().maxRSS / 1024

/** Baseline: the same number of bytes of text, only compressed and written. */
const raw = (megabytes: number) =>
  zipped([{ name: 'raw.txt', chunks: Array.from({ length: megabytes * 4 }, (_, i) => `绩效${i}`.repeat(64 * 1024)) }])

async function write(format: OutputFormat, folder: string): Promise<void> {
  const forms = [...thousand()]
  const path = join(folder, `out.${format}`)
  const before = resident()
  const from = performance.now()
  await pipeline(Readable.from(formats[format](forms, 'bench')), createWriteStream(path))
  const ms = performance.now() - from
  const size = (statSync(path).size / 1024 / 1024).toFixed(1)
  const memory = `peak ${resident().toFixed(0)} MB (goal ≤ ${GOAL}; ${before.toFixed(0)} MB before)`
  console.log(
    `${format.padEnd(5)} ${FORMS} forms  ${ms.toFixed(0)} ms  ${(ms / FORMS).toFixed(2)} ms a form  ${size} MB  ${memory}`,
  )
}

const [asked] = process.argv.slice(2)
const child = process.env.HENGJI_BENCH_FOLDER
if (child && asked && isFormat(asked)) await write(asked, child)
else {
  console.log(`${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`)
  const folder = mkdtempSync(join(tmpdir(), 'hengji-bench-'))
  const from = performance.now()
  await pipeline(Readable.from(raw(16)), createWriteStream(join(folder, 'raw.zip')))
  console.log(`baseline: 16 MB of text compressed and written  ${(performance.now() - from).toFixed(0)} ms`)
  const wanted = process.argv.slice(2).filter(isFormat)
  for (const format of wanted.length > 0 ? wanted : (['docx', 'xlsx', 'html'] as const))
    spawnSync(process.execPath, [import.meta.filename, format], {
      stdio: 'inherit',
      env: { ...process.env, HENGJI_BENCH_FOLDER: folder },
    })
  rmSync(folder, { recursive: true })
}
