// Runs npm: exactly what the lock file says, and never beyond our own end.
import { spawn } from 'node:child_process'
import { fail, root, say } from './place.mjs'

/** `ci` is exact; it refuses a lock file that does not name every other platform's packages, `install` does not mind. */
export async function runNpm(tools) {
  const wanted = tools ? '--include=dev' : '--omit=dev'
  const exact = await npm('ci', wanted)
  if (exact.status === 0) return
  const done = /EUSAGE/.test(exact.stderr) ? await npm('install', '--no-save', wanted) : exact
  if (done.status === 0) return
  const lines = done.stderr.split('\n')
  fail(`安装失败，请检查网络、磁盘空间和目录权限：${lines.find((line) => /error/i.test(line)) ?? lines[0]}`)
}

const options = ['--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
/** Milliseconds after which somebody who waits should know that a network that is not there takes npm minutes to find out. */
const long = 90_000

function npm(...args) {
  const own = process.env.npm_execpath
  const [command, before] = own ? [process.execPath, [own]] : ['npm', []]
  const child = spawn(command, [...before, ...args, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, npm_config_update_notifier: 'false' },
  })
  // An npm left behind would take the packages away under the next one.
  const ended = (signal) => {
    child.kill('SIGKILL')
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, ended)
  const patience = setTimeout(() => {
    say('安装还在进行。如果不能上网，请按 Ctrl+C 停止，改用离线安装包：见 docs/operations.md“不能上网的机器”。')
  }, long)
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  return new Promise((resolve) => {
    const settle = (status, said) => {
      clearTimeout(patience)
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, ended)
      resolve({ status, stderr: said })
    }
    child.once('error', (error) => settle(null, String(error)))
    child.once('close', (status) => settle(status, stderr))
  })
}
