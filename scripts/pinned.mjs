// Runs a program on the pinned Node in our place: same terminal, same signals, same exit status, same end.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pinnedNode, root } from './setup.mjs'

export function runPinned(args) {
  const follow = join(root, 'scripts', 'follow-parent.mjs')
  const child = spawn(pinnedNode, ['--import', pathToFileURL(follow).href, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`不能启动 ${pinnedNode}：${error.message}\n`)
    process.exit(3)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 3)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
  followNpm(() => child.kill('SIGTERM'))
}

/** npm killed outright cannot tell us; without this the server would live on and hold its port. */
function followNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 200)
  timer.unref()
}
