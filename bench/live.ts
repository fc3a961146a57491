// Typing into a form of 200 indicators, in Node and in the browser; baseline: a frame of the screen, and merely copying the form.
//   npm run bench -- live
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { readDocument } from '../src/documents/read-document.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { openBrowser } from '../test/browser.ts'
import { type Typed, typed } from './live/keystrokes.ts'

const ROWS = 200
const KEYSTROKES = 600
/** The engine is compiled while the first are typed; afterwards it is as fast as it will be. */
const WARM = 100
/** Milliseconds between two frames of a screen. */
const FRAME = 16

/** The largest published self-evaluation, filled up with the indicators of the others. */
async function largeForm(): Promise<Form> {
  const { forms } = await readDocument(readFileSync(join(import.meta.dirname, '..', 'demo', '002.txt')), '002.txt')
  const [largest] = forms.toSorted((a, b) => b.indicators.length - a.indicators.length)
  if (largest === undefined) throw new Error('no form in the demonstration')
  const all = [...largest.indicators, ...forms.flatMap(({ indicators }) => indicators)]
  const indicators = Array.from(
    { length: ROWS },
    (_, i) => ({ ...all[i % all.length], ...renamed(all, i) }) as Form['indicators'][number],
  )
  return { ...largest, indicators }
}

/** The same name twice would be a finding of its own. */
const renamed = (all: Form['indicators'], i: number): { readonly name: string } => ({
  name: `${all[i % all.length]?.name ?? ''}${i < all.length ? '' : `（${Math.floor(i / all.length) + 1}）`}`,
})

const quantile = (xs: readonly number[], share: number): number =>
  xs.toSorted((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * share))] ?? Number.NaN

function report(where: string, { first, keystrokes, findings }: Typed, copy: number): void {
  const warm = keystrokes.slice(WARM)
  const [median, most, longest] = [quantile(warm, 0.5), quantile(warm, 0.95), Math.max(...warm)]
  console.log(
    `${where.padEnd(40)} median ${median.toFixed(1)} ms, 95 % ${most.toFixed(1)} ms, longest ${longest.toFixed(1)} ms; ` +
      `first check ${first.toFixed(1)} ms; ${findings} findings`,
  )
  console.log(
    `${' '.repeat(40)} ${(median / FRAME).toFixed(2)} of a frame (goal ≤ 1); ${(median / copy).toFixed(1)} × copying the form`,
  )
}

const form = await largeForm()
const plain: Form = JSON.parse(JSON.stringify({ ...form, sources: undefined }))
const processor = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const COPIES = 200

/** Baseline that any program pays: a deep copy of the form, as text and back. Milliseconds of one. */
function copied(clock: () => number): number {
  const from = clock()
  for (let i = 0; i < COPIES; i++) JSON.parse(JSON.stringify(plain))
  return (clock() - from) / COPIES
}

async function inBrowser(): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'live', 'keystrokes.ts'), formats: ['iife'], name: 'live' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const script = output !== undefined && 'output' in output ? output.output[0].code : ''
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    /** Milliseconds the page's thread has worked, whatever else the machine did. */
    const worked = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
    }
    const result = await page.evaluate(
      ([given, count, copies]) => {
        const { live } = globalThis as unknown as { live: { typed: typeof typed } } // the script above defines it
        const from = performance.now()
        for (let i = 0; i < copies; i++) JSON.parse(JSON.stringify(given))
        const copy = (performance.now() - from) / copies
        return { typed: live.typed(given, count, () => performance.now()), copy }
      },
      [plain, KEYSTROKES, COPIES] as const,
    )
    report(`Chromium ${browser.version()}, on the clock`, result.typed, result.copy)
    const before = await worked()
    await page.evaluate(
      ([given, count]) => {
        const { live } = globalThis as unknown as { live: { typed: typeof typed } } // as above
        live.typed(given, count, () => 0)
      },
      [plain, KEYSTROKES] as const,
    )
    const mean = ((await worked()) - before) / KEYSTROKES
    console.log(
      `${'Chromium, time of the processor'.padEnd(40)} mean ${mean.toFixed(1)} ms; ${(mean / FRAME).toFixed(2)} of a frame (goal ≤ 1)`,
    )
  } finally {
    await browser.close()
  }
}

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`a form of ${ROWS} indicators, all rules, ${KEYSTROKES} keystrokes (${WARM} to warm up)`)
report(
  'Node, on the clock',
  typed(structuredClone(plain), KEYSTROKES, () => performance.now()),
  copied(() => performance.now()),
)
report('Node, time of the processor', typed(structuredClone(plain), KEYSTROKES, processor), copied(processor))
try {
  await inBrowser()
} catch (error) {
  console.log(`Chromium: not measured (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`)
}
