// Makes a fresh checkout ready: packages, the pinned Node, the built page. Runs on Node 20 with nothing installed;
// when all is there it takes milliseconds.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const modules = join(root, 'node_modules')
/** The Node every part of the system runs on. */
export const pinnedNode = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')

const lockFile = join(root, 'package-lock.json')

export const say = (line) => process.stderr.write(`${line}\n`)

/** Ends the program with one line. */
export function fail(line) {
  say(line)
  process.exit(3)
}

/**
 * Installs when the packages are missing, half installed or of another lock file. `tools`: with what only tests,
 * measures and builds of releases need (a browser, linters), about a third of the whole.
 */
export function install({ tools }) {
  checkPlatform()
  const stampFile = join(modules, '.hengji-stamp')
  const system = hash([readFileSync(lockFile), `${process.platform}-${process.arch}`])
  const whole = `${system} with tools`
  const stamp = existsSync(pinnedNode) ? read(stampFile) : undefined
  if (stamp === whole || (stamp === system && !tools)) return
  if (!isInstalled(true)) {
    if (!tools && isInstalled(false)) return write(stampFile, system)
    say(existsSync(modules) ? '正在更新安装…' : '正在安装…首次启动约1分钟。')
    runNpm(tools)
    if (!isInstalled(tools)) fail('安装没有完成，请检查网络后重试。')
  }
  write(stampFile, isInstalled(true) ? whole : system)
}

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

function checkPlatform() {
  const own = `${process.platform}-${process.arch}`
  if (!platforms.includes(own)) fail(`不支持本平台 ${own}。支持：${platforms.join('、')}。`)
}

/** npm writes its own list last: a killed install has none, another lock file gives another one. */
function isInstalled(tools) {
  const list = read(join(modules, '.package-lock.json'))
  if (list === undefined || !existsSync(pinnedNode)) return false
  const found = JSON.parse(list).packages
  return Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).every(
    ([path, { version, optional, devOptional, peer, dev }]) =>
      path === '' || optional || devOptional || peer || (dev && !tools) || found[path]?.version === version,
  )
}

/** `ci` is exact; it refuses a lock file that does not name every other platform's packages, `install` does not mind. */
function runNpm(tools) {
  const wanted = tools ? '--include=dev' : '--omit=dev'
  const exact = npm('ci', wanted)
  if (exact.status === 0) return
  const done = /EUSAGE/.test(exact.stderr) ? npm('install', '--no-save', wanted) : exact
  if (done.status === 0) return
  const lines = String(done.error ?? done.stderr).split('\n')
  fail(`安装失败，请检查网络和目录权限：${lines.find((line) => /error/i.test(line)) ?? lines[0]}`)
}

function npm(...args) {
  const own = process.env.npm_execpath
  const [command, before] = own ? [process.execPath, [own]] : ['npm', []]
  const options = ['--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  return spawnSync(command, [...before, ...args, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, npm_config_update_notifier: 'false' },
  })
}

/** Builds the page when it is missing or its sources changed. */
export function buildPage() {
  if (!existsSync(join(root, 'src/web/index.html')) || !existsSync(join(root, 'vite.config.ts'))) return
  const page = join(root, 'dist/web')
  const stampFile = join(page, '.hengji-stamp')
  const wanted = hash([readFileSync(lockFile), readFileSync(join(root, 'vite.config.ts')), ...sources()])
  if (read(stampFile) === wanted) return
  say('正在生成页面…')
  const vite = join(modules, 'vite/bin/vite.js')
  const options = ['build', '--logLevel', 'error', '--configLoader', 'native']
  const built = spawnSync(pinnedNode, [vite, ...options], { cwd: root, encoding: 'utf8' })
  if (built.status === 0) return write(stampFile, wanted)
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

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function write(file, text) {
  try {
    writeFileSync(file, text)
  } catch {
    // somebody else's checkout: it is looked at anew next time
  }
}
