// Makes a fresh checkout ready: packages, the pinned Node, the built page. Runs on Node 20 with nothing installed;
// when all is there it takes milliseconds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { runNpm } from './npm.mjs'
import { fail, modules, pinnedNode, read, root, say } from './place.mjs'

const lockFile = join(root, 'package-lock.json')

/**
 * Installs when the packages are missing, half installed, damaged or of another lock file. `tools`: with what only tests,
 * measures and builds of releases need (a browser, linters), about a third of the whole.
 */
export async function install({ tools }) {
  checkPlatform()
  if (isInstalled(tools)) return
  await alone(async () => {
    if (isInstalled(tools)) return
    say(existsSync(modules) ? '正在更新安装…' : '正在安装…首次启动约1分钟。')
    await runNpm(tools)
    if (!isInstalled(tools)) fail('安装没有完成，请检查网络后重试。')
  })
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

function checkPlatform() {
  const own = `${process.platform}-${process.arch}`
  if (!platforms.includes(own)) fail(`不支持本平台 ${own}。支持：${platforms.join('、')}。`)
}

/** npm writes its own list last: a killed install has none, another lock file gives another one. A folder may be gone since. */
function isInstalled(tools) {
  const list = read(join(modules, '.package-lock.json'))
  if (list === undefined || !existsSync(pinnedNode)) return false
  const found = JSON.parse(list).packages
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const ownPlatform = Object.keys(wanted[''].optionalDependencies)
    .filter((name) => name.endsWith(`${process.platform}-${process.arch}`))
    .map((name) => `node_modules/${name}`)
  const everywhere = Object.keys(wanted).filter((path) => {
    const { optional, devOptional, peer, dev } = wanted[path]
    return path !== '' && !optional && !devOptional && !peer && (tools || !dev)
  })
  return [...ownPlatform, ...everywhere].every(
    (path) => found[path]?.version === wanted[path].version && existsSync(join(root, path, 'package.json')),
  )
}

/** Builds the page when it is missing or its sources changed. */
export async function buildPage() {
  if (!existsSync(join(root, 'src/web/index.html')) || !existsSync(join(root, 'vite.config.ts'))) return
  const wanted = hash([readFileSync(lockFile), readFileSync(join(root, 'vite.config.ts')), ...sources()])
  const isBuilt = () => read(pageStamp) === wanted
  if (!isBuilt()) await alone(() => isBuilt() || build(wanted))
}

const page = join(root, 'dist/web')
const pageStamp = join(page, '.hengji-stamp')

function build(stamp) {
  say('正在生成页面…')
  const vite = join(modules, 'vite/bin/vite.js')
  const options = ['build', '--logLevel', 'error', '--configLoader', 'native']
  const built = spawnSync(pinnedNode, [vite, ...options], { cwd: root, encoding: 'utf8' })
  if (built.status === 0) return write(pageStamp, stamp)
  if (existsSync(join(page, 'index.html'))) return say('页面没有重新生成，沿用已有的页面。')
  fail(`页面生成失败：${String(built.stderr || built.error).trim()}`)
}

const sources = () =>
  ['src/web', 'src/kernel', 'src/api'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .flatMap((file) => [file.slice(root.length), readFileSync(file)]),
  )

function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

function write(file, text) {
  try {
    writeFileSync(file, text)
  } catch {
    // somebody else's checkout: it is looked at anew next time
  }
}
