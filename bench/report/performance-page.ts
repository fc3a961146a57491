// docs/PERFORMANCE.md: what the measures printed, on which machine, when, and how busy it was. A measure that is run
// again replaces its own section; the others keep theirs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { stripVTControlCharacters } from 'node:util'

export type Measured = {
  readonly name: string
  readonly command: string
  readonly seconds: number
  readonly loadBefore: number
  readonly output: string
  readonly notTried?: string
}

const head = `# Performance

Written by \`npm run bench -- all --write\` (all but \`portfolio\`, which takes minutes by itself) or \`npm run bench -- NAME --write\` (one), on the machine named in each section. Ratios stand against a baseline of the same run: absolute times on shared machines say little. Goals stand beside the figures; one that is missed says so. What was not tried stands at the end of its section or in [RELIABILITY.md](RELIABILITY.md).
`

export function writePerformance(path: string, measured: readonly Measured[]): void {
  const sections = new Map(existsSync(path) ? sectionsOf(readFileSync(path, 'utf8')) : [])
  for (const one of measured) sections.set(one.name, section(one))
  const sorted = [...sections].sort(([a], [b]) => a.localeCompare(b)).map(([, text]) => text)
  writeFileSync(path, `${[head, ...sorted].join('\n').trimEnd()}\n`)
}

const sectionsOf = (text: string): readonly (readonly [string, string])[] =>
  text
    .split(/^(?=## )/m)
    .slice(1)
    .map((own) => [/^## (\S+)/.exec(own)?.[1] ?? '', own] as const)

function section({ name, command, seconds, loadBefore, output, notTried }: Measured): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const machine = `${cpu?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.versions.node}`
  const day = new Date().toISOString().slice(0, 16).replace('T', ' ')
  return `## ${name}

\`${command}\` · ${day} UTC · ${machine} · load before ${loadBefore.toFixed(1)}, after ${(loadavg()[0] ?? 0).toFixed(1)} · ${seconds.toFixed(0)} s

\`\`\`
${stripVTControlCharacters(output.trim())}
\`\`\`
${notTried ? `\nNot tried: ${notTried}\n` : ''}`
}
