#!/usr/bin/env node
// The command line. Under npx the node found first is the pinned one; an older one hands over to it.
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runPinned } from '../scripts/pinned.mjs'
import { fail, modules, pinnedNode } from '../scripts/place.mjs'

const program = new URL('../src/cli.ts', import.meta.url)
if (Number.parseInt(process.versions.node, 10) >= 24) {
  // Taking the types out of a thousand files is half of a short command's time.
  nodeModule.enableCompileCache?.(join(modules, '.cache', 'hengji'))
  await import(program.href)
} else if (existsSync(pinnedNode)) runPinned([fileURLToPath(program), ...process.argv.slice(2)])
else fail('尚未安装，请先在程序目录运行 npm ci 或 npm start。')
