// The law read(write(form)) = form through LibreOffice: our docx → its pdf and doc, our xlsx → its xls. Goal ≥ 99.5 % each.
// Where LibreOffice is not installed this says so and measures nothing.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { readDocument } from '../src/documents/read-document.ts'
import { formats } from '../src/documents/write/formats.ts'
import { formOf } from '../src/documents/write/forms.test-kit.ts'
import { cellOf, headCells, type Row, rowCells, tables } from '../src/kernel/form/cells.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { layouts } from '../src/kernel/layout/index.ts'

const seed = Number(process.argv[2] ?? 2026)
const forms = layouts.flatMap((layout) =>
  fc.sample(formOf(layout, { minLength: 1, maxLength: 20 }), { numRuns: 2, seed }),
)
const paths = [
  ['docx', 'pdf'],
  ['docx', 'doc'],
  ['xlsx', 'xls'],
] as const

/** What is printed in a cell, without the blanks and breaks a page may put into it. */
const printed = (value: unknown): string => {
  const text = value !== null && typeof value === 'object' && 'text' in value ? value.text : value
  return String(text ?? '').replace(/\s/g, '')
}

/** A row is found by its name: one row torn does not make the rows below it wrong. */
const rowName = (row: Row): string => ('label' in row ? `${row.scope} ${row.label}` : printed(row.name))

/** Every filled field of a form: where it stands and what it says. */
const fields = (form: Form | undefined): ReadonlyMap<string, string> =>
  new Map(
    form === undefined
      ? []
      : [
          ...headCells(form).map((name) => [name, printed(cellOf(form, name))] as const),
          ...tables.flatMap((table) =>
            form[table].flatMap((row: Row) =>
              rowCells(table, row).map(
                (name) => [`${table} ${rowName(row)} ${name}`, printed(cellOf(row, name))] as const,
              ),
            ),
          ),
        ].filter(([, text]) => text !== ''),
  )

async function share(folder: string, from: 'docx' | 'xlsx', to: string): Promise<number> {
  const file = join(folder, `${from}-${to}.${from}`)
  writeFileSync(file, Buffer.concat([...formats[from](forms)]))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], { stdio: 'ignore' })
  const read = await readDocument(readFileSync(file.replace(/\w+$/, to)), `表.${to}`)
  const found = matched(read.forms)
  let right = 0
  let all = 0
  for (const [i, form] of forms.entries()) {
    const got = fields(found[i])
    for (const [path, text] of fields(form)) {
      all++
      if (got.get(path) === text) right++
      else if (process.argv.includes('--show'))
        console.log(`  ${to} ${form.layout} ${path}: ${text.slice(0, 40)} ≠ ${(got.get(path) ?? '').slice(0, 40)}`)
    }
  }
  return (right * 100) / all
}

const nameOf = ({ project, department }: Form): string => printed(project?.name ?? department?.name)

/** The forms read, each beside the one it was written from: a form that was not found leaves its place empty. */
function matched(read: readonly Form[]): readonly (Form | undefined)[] {
  const left = [...read]
  return forms.map((form) => {
    const at = left.findIndex((one) => one.kind === form.kind && nameOf(one) === nameOf(form))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  })
}

if (spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0) {
  const folder = mkdtempSync(join(tmpdir(), 'hengji-office-'))
  for (const [from, to] of paths)
    console.log(
      `${from} → LibreOffice → ${to}: ${(await share(folder, from, to)).toFixed(2)} % of fields the same (${forms.length} forms)`,
    )
  rmSync(folder, { recursive: true, force: true })
} else console.log('LibreOffice (soffice) is not installed here: this law was not tried')
