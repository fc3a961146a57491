// Ten thousand copies of the published forms: the time must grow with their number and no faster; baseline: copying them.
//   npm run bench -- many-forms
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '../src/documents/read-document.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { checkForm, checkForms } from '../src/kernel/review/check.ts'

const COUNTS = [100, 1000, 10_000]
const MOST = 1.5

const folder = join(import.meta.dirname, '..', 'demo')
const documents = readdirSync(folder).filter((name) => name.endsWith('.txt'))
const seeds: Form[] = []
for (const name of documents) seeds.push(...(await readDocument(readFileSync(join(folder, name)), name)).forms)

/** Forms nobody has seen before, from so many offices as there are copies: a province, not one office with all projects. */
const copies = (count: number): readonly Form[] =>
  Array.from({ length: count }, (_, i) => {
    const copy = structuredClone(seeds[i % seeds.length] ?? seeds[0]) as Form // there are seeds
    const office = `第${Math.floor(i / seeds.length) + 1}市`
    const named = (of: Form['unit']): Form['unit'] => of && { ...of, name: `${office}${of.name ?? ''}` }
    return { ...copy, unit: named(copy.unit), department: named(copy.department) }
  })

const processor = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
function timed(work: () => void): number {
  const from = processor()
  work()
  return processor() - from
}

const runs = [
  ['copied (baseline)', (forms: readonly Form[]) => void structuredClone(forms)],
  ['checked one by one', (forms: readonly Form[]) => void forms.map((form) => checkForm(form).passed)],
  ['checked together, each against the others', (forms: readonly Form[]) => void checkForms(forms)],
] as const

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`copies of ${seeds.length} published forms; processor time, a form, and against the least number of forms`)
for (const [what, work] of runs) {
  work(copies(seeds.length)) // compiled before it is measured
  let first: number | null = null
  for (const count of COUNTS) {
    const forms = copies(count)
    const each = timed(() => work(forms)) / count
    first ??= each
    const grown = each / first
    console.log(
      `${what.padEnd(44)} ${String(count).padStart(6)} forms  ${(each * count).toFixed(0).padStart(7)} ms  ` +
        `${each.toFixed(3)} ms a form  × ${grown.toFixed(2)}${count === COUNTS[0] ? '' : ` (linear = 1, goal ≤ ${MOST})`}`,
    )
  }
}
