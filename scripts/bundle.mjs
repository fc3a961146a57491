// npm run bundle [-- FOLDER]: one archive that runs on a machine without network, Node or npm: unpack, ./hengji serve.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { serverPackages } from './packages.mjs'
import { fail, root, say } from './place.mjs'
import { buildPage, install } from './setup.mjs'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const parts = [
  ...['src', 'assets', 'demo', 'docs', 'deploy'],
  ...['README.md', 'README.zh-CN.md', 'LICENSE', 'package.json', 'SECURITY.md', 'CHANGELOG.md'],
]
/** Tests stay behind, and what only compiling programs for Node needs. */
const leftOut = /(\.test\.tsx?|test-kit\.tsx?)$|[\\/]node-[a-z]+-[a-z0-9]+[\\/](include|CHANGELOG\.md)|\.map$/

const start = `#!/bin/sh
# The command line of Hengji on the Node that came along.
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
exec "$here/node_modules/node-${process.platform}-${process.arch}/bin/node" "$here/src/cli.ts" "$@"
`

/** Everything the archive holds, as a folder; `page` is where the page was built. */
export function stage(target, page = join(root, 'dist', 'web')) {
  const copy = (path) =>
    cpSync(join(root, path), join(target, path), { recursive: true, filter: (from) => !leftOut.test(from) })
  mkdirSync(target, { recursive: true })
  for (const path of parts) copy(path)
  cpSync(page, join(target, 'dist', 'web'), { recursive: true })
  for (const path of serverPackages().keys()) copy(path)
  writeFileSync(join(target, 'hengji'), start)
  chmodSync(join(target, 'hengji'), 0o755)
}

function pack(folder) {
  const name = `hengji-${version}-${process.platform}-${process.arch}`
  const work = mkdtempSync(join(tmpdir(), 'hengji-bundle-'))
  try {
    stage(join(work, name))
    mkdirSync(folder, { recursive: true })
    const archive = join(folder, `${name}.tar.gz`)
    const packed = spawnSync('tar', ['-czf', archive, '-C', work, name], { encoding: 'utf8' })
    if (packed.status !== 0) fail(`不能写 ${archive}：${packed.stderr || packed.error}`)
    say(`已写 ${archive}`)
  } finally {
    rmSync(work, { recursive: true })
  }
}

if (import.meta.filename === process.argv[1]) {
  await install({ tools: false })
  await buildPage()
  pack(resolve(process.argv[2] ?? join(root, 'dist')))
}
