// Prints generated forms of every layout without rules, reads them back and counts what is right, left out and wrong.
//   npm run bench -- borderless [--forms 4 --seed 1 --layout id --show]
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { type Alignment, type Compared, compared, withoutRules } from '../src/documents/pdf/borderless.test-kit.ts'
import { readDocument } from '../src/documents/read-document.ts'
import { formOf } from '../src/documents/write/forms.test-kit.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { layouts } from '../src/kernel/layout/index.ts'
import { withOffice } from './borderless/office.ts'

const { values } = parseArgs({
  strict: false,
  options: {
    forms: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    layout: { type: 'string' },
    way: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
})
const chosen = layouts.filter(({ id }) => values.layout === undefined || id === values.layout)

const lost = (form: Form): Compared => compared(form, undefined)

/** Forms in a file of their own each: one that is read badly does not harm the next. */
async function measured(forms: readonly Form[], print: (forms: readonly Form[]) => Promise<Uint8Array | null>) {
  const all: Compared[] = []
  for (const form of forms) {
    const bytes = await print([form])
    if (bytes === null) return null
    const read = await readDocument(bytes, '表.pdf').catch(() => null)
    const found = read?.forms[0]
    // A form torn in two has invented the second.
    const others = (read?.forms.slice(1) ?? []).map((other) => ({
      ...lost(other),
      left: 0,
      silent: 0,
      wrong: [{ path: 'form', expected: '', found: other.title ?? '' }],
    }))
    all.push(found === undefined ? lost(form) : compared(form, found), ...others)
  }
  return all
}

type Sums = { right: number; left: number; silent: number; wrong: number }
const sumsOf = (all: readonly Compared[]): Sums =>
  all.reduce<Sums>(
    (sum, { right, left, silent, wrong }) => ({
      right: sum.right + right,
      left: sum.left + left,
      silent: sum.silent + silent,
      wrong: sum.wrong + wrong.length,
    }),
    { right: 0, left: 0, silent: 0, wrong: 0 },
  )

function line(name: string, { right, left, silent, wrong }: Sums): string {
  const all = right + left + wrong
  const share = (n: number): string => `${((n * 100) / Math.max(1, all)).toFixed(2)} %`.padStart(8)
  return `  ${name.padEnd(42)} right ${share(right)}  left out ${share(left)}  (not listed ${share(silent)})  wrong ${share(wrong)}  of ${all}`
}

const ways: Readonly<Record<string, (forms: readonly Form[]) => Promise<Uint8Array | null>>> = {
  ...Object.fromEntries(
    (['left', 'printed', 'center'] satisfies Alignment[]).map((alignment) => [
      `own printer, ${alignment}`,
      (forms: readonly Form[]) => withoutRules(forms, alignment),
    ]),
  ),
  LibreOffice: withOffice,
}

for (const [name, print] of Object.entries(ways)) {
  if (typeof values.way === 'string' && !name.includes(values.way)) continue
  console.log(name)
  const all: Compared[] = []
  for (const layout of chosen) {
    const forms = fc.sample(formOf(layout), { numRuns: Number(values.forms), seed: Number(values.seed) })
    const found = await measured(forms, print)
    if (found === null) {
      console.log('  LibreOffice (soffice) is not installed here')
      break
    }
    all.push(...found)
    console.log(line(layout.id, sumsOf(found)))
    if (values.show)
      for (const { path, expected, found: got } of found.flatMap(({ wrong }) => wrong))
        console.log(`      ${path}: ${expected.slice(0, 60)} ≠ ${got.slice(0, 60)}`)
  }
  console.log(line('all', sumsOf(all)))
}
