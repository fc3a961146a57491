// Runs a program on the pinned Node in our place: same terminal, same signals, same exit status, same end.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { modules, pinnedNode, root } from './place.mjs'

/** `broken` is said where Node itself ended the program, for a module it did not find or a fault nobody caught: then it ends with 1. */
export function runPinned(args, broken) {
  const follow = join(root, 'scripts', 'follow-parent.mjs')
  const child = spawn(pinnedNode, ['--import', pathToFileURL(follow).href, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: join(modules, '.cache', 'hengji', 'compiled'), ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`不能启动 ${pinnedNode}：${error.message}\n`)
    process.exit(3)
  })
  child.on('exit', (code, signal) => {
    if (code === 1 && broken) process.stderr.write(`${broken}\n`)
    if (!signal) process.exit(code ?? 3)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
  followNpm(() => child.kill('SIGTERM'))
}

/** npm killed outright cannot tell us; without this the server would live on and hold its port. */
function followNpm(stop) {
  const chain = npmAbove(process.ppid)
  if (!chain) return
  const timer = setInterval(() => {
    if (process.ppid === chain[0] && (chain.length === 1 || parentOf(chain[0]) === chain[1])) return
    clearInterval(timer)
    stop()
  }, 150)
  timer.unref()
}

/** From our parent up to npm, which runs us through a shell or directly; undefined when npm is not above us. */
function npmAbove(parent) {
  if (isNpm(parent)) return [parent]
  const next = parentOf(parent)
  return next !== undefined && isNpm(next) ? [parent, next] : undefined
}

const isNpm = (pid) => /^npm |npm-cli\.js/.test(readProcess(pid, 'cmdline') ?? '')
const parentOf = (pid) => {
  const stat = readProcess(pid, 'stat')
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

/** undefined where there is no /proc: then npm's death goes unnoticed. */
function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
