// Lays out 1,000 forms as PDF, plain and as a publication, against an office program converting our Word file of the same forms.
//   node bench/write-pdf.ts
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readText } from '../src/documents/read-document.ts'
import { compilations } from '../src/documents/write/compile.ts'
import { writeDocx } from '../src/documents/write/docx.ts'
import { writePdf } from '../src/documents/write/pdf.ts'
import type { Form } from '../src/kernel/form/form.ts'

const FORMS = 1000
const GOAL = { megabytes: 400, ratio: 10 }

/** The forms of the demonstration, again and again. */
function demonstration(count: number): Form[] {
  const demo = ['000', '001', '002', '003', '004'].flatMap((name) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'demo', `${name}.txt`), 'utf8')
    return readText(text, name).forms
  })
  return Array.from({ length: count }, (_, i) => demo[i % demo.length]).filter((form) => form !== undefined)
}

/** Memory of this process, where the system tells (Linux); else 0. */
function megabytes(): number {
  try {
    return Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Milliseconds a form. */
async function measured(
  name: string,
  path: string,
  forms: readonly Form[],
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  let most = megabytes()
  const watch = setInterval(() => {
    most = Math.max(most, megabytes())
  }, 20)
  const from = performance.now()
  await pipeline(Readable.from(bytes), createWriteStream(path))
  const ms = performance.now() - from
  clearInterval(watch)
  const size = (statSync(path).size / 1024 / 1024).toFixed(1)
  const peak = `peak ${most.toFixed(0)} MB (goal ≤ ${GOAL.megabytes})`
  console.log(
    `${name.padEnd(22)} ${ms.toFixed(0)} ms  ${(ms / forms.length).toFixed(2)} ms a form  ${size} MB  ${peak}`,
  )
  return ms / forms.length
}

const folder = mkdtempSync(join(tmpdir(), 'hengji-bench-'))
const at = (name: string): string => join(folder, name)
const forms = demonstration(FORMS)
console.log(`${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}; ${FORMS} forms`)
// The first forms pay for loading fonts and programs.
await measured('pdf, the first form', at('first.pdf'), forms.slice(0, 1), writePdf(forms.slice(0, 1), 'bench'))
const own = await measured('pdf', at('forms.pdf'), forms, writePdf(forms, 'bench'))
await measured('pdf, publication', at('book.pdf'), forms, compilations.pdf(forms, '汇编'))
await measured('Word, publication', at('book.docx'), forms, compilations.docx(forms, '汇编'))
await pipeline(Readable.from(writeDocx(forms)), createWriteStream(at('office.docx')))
const from = performance.now()
const office = spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, at('office.docx')])
if (office.error) console.log('no office program here to compare with')
else {
  const theirs = (performance.now() - from) / FORMS
  console.log(
    `office program         ${theirs.toFixed(2)} ms a form: ${(theirs / own).toFixed(1)} × ours (goal ≥ ${GOAL.ratio})`,
  )
}
rmSync(folder, { recursive: true })
