// npm run screenshots: every page at both widths and in both languages, into docs/screenshots, by the journeys that visit them.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { modules, pinnedNode, root, say } from './place.mjs'
import { install } from './setup.mjs'

await install({ tools: true })

const folder = join(root, 'docs', 'screenshots')
const taken = mkdtempSync(join(tmpdir(), 'hengji-screenshots-'))
const journeys = ['every-page', 'setup'].map((name) => `test/journeys/${name}.test.ts`)
const { status } = spawnSync(join(modules, '.bin', 'vitest'), ['run', '--configLoader=native', ...journeys], {
  cwd: root,
  env: { ...process.env, PATH: `${dirname(pinnedNode)}${delimiter}${process.env.PATH}`, HENGJI_SCREENSHOTS: taken },
  stdio: 'inherit',
})
// The old pictures stay until there are new ones of every page.
if (status === 0) {
  for (const name of readdirSync(folder)) if (name.endsWith('.jpg')) rmSync(join(folder, name))
  cpSync(taken, folder, { recursive: true })
} else say('截图没有拍全，原来的没有动。')
rmSync(taken, { recursive: true })
process.exit(status ?? 1)
