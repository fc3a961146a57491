// The manuals say what is: every command of them is run in order on an empty data folder, and prints what they show.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'hengji-manual-'))
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))

type Step = { readonly commands: string; readonly line: number; readonly shown: string | null }

/** The blocks of commands, each with the block of output below it. */
function stepsOf(manual: string): readonly Step[] {
  const steps: { commands: string; line: number; shown: string | null }[] = []
  for (const { 1: kind, 2: text = '', index } of manual.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)) {
    const last = steps.at(-1)
    if (kind === 'sh') steps.push({ commands: text, line: manual.slice(0, index).split('\n').length, shown: null })
    else if (last) last.shown = text
  }
  return steps
}

const mark = (i: number): string => `===== ${i}`

/** All steps in one shell, as somebody would who copies one after the other. */
async function outputsOf(steps: readonly Step[]): Promise<readonly string[]> {
  // `npx hengji` is this checkout's program; npx itself would only ask the network for news.
  const npx = join(home, 'npx')
  writeFileSync(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${join(process.cwd(), 'bin/hengji.mjs')}' "$@"\n`)
  chmodSync(npx, 0o755)
  const script = steps.map(({ commands }, i) => `echo '${mark(i)}'\n${commands}`).join('\n')
  const trap = `trap 'kill $SERVER 2>/dev/null || true; wait' EXIT\n`
  const { DATABASE_URL, HENGJI_DATA, HENGJI_TOKEN, ...rest } = process.env
  const env = { ...rest, HOME: home, PATH: `${home}${delimiter}${process.env.PATH}` }
  const shell = spawn('bash', ['-c', `exec 2>&1\nset -e\n${trap}${script}`], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pieces: Buffer[] = []
  shell.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  const [status] = await once(shell, 'close')
  const printed = Buffer.concat(pieces).toString()
  expect(status, printed.slice(-3000)).toBe(0)
  return printed.split(/^===== \d+\n/m).slice(1)
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** … stands for anything, alone on a line for any lines; blanks are as many as a table needs. */
const patternOf = (shown: string): RegExp => {
  const lines = shown.trimEnd().split('\n')
  const patterns = lines.map((line) =>
    line.trim() === '…'
      ? '(?:.*\\n)*?'
      : `[ 　]*${line
          .trim()
          .split(/[\s　]+/)
          .map((word) => word.split('…').map(literally).join('.*?'))
          .join('[\\s　]+')}[ 　]*\\n`,
  )
  return new RegExp(`^${patterns.join('')}$`)
}

it('“从零开始” leads through a whole year', { timeout: 1_800_000 }, async () => {
  const steps = stepsOf(readFileSync('docs/manual/从零开始.md', 'utf8'))
  expect(steps.length).toBeGreaterThan(15)
  const outputs = await outputsOf(steps)
  for (const [i, { shown, line }] of steps.entries()) {
    if (shown !== null) expect.soft(outputs[i], `the commands of line ${line}`).toMatch(patternOf(shown))
  }
})
