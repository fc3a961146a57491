// npm run screenshots: every page at both widths and in both languages, into docs/screenshots, by the journeys that visit them.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { modules, root } from './place.mjs'
import { install } from './setup.mjs'

await install({ tools: true })

const folder = join(root, 'docs', 'screenshots')
for (const name of readdirSync(folder)) if (name.endsWith('.jpg')) rmSync(join(folder, name))
const journeys = ['every-page', 'setup'].map((name) => `test/journeys/${name}.test.ts`)
const { status } = spawnSync(join(modules, '.bin', 'vitest'), ['run', '--configLoader=native', ...journeys], {
  cwd: root,
  env: { ...process.env, HENGJI_SCREENSHOTS: folder },
  stdio: 'inherit',
})
process.exit(status ?? 1)
