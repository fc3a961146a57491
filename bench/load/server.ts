// The real server as a process of its own, started as an administrator starts it.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LoopDelay } from './loop-delay.ts'

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts')
const loopDelay = join(import.meta.dirname, 'loop-delay.ts')

export type Server = {
  readonly origin: string
  readonly pid: number
  /** What its event loop did since it was last asked. */
  readonly loop: () => Promise<LoopDelay>
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
}

/** Resolves when it answers. `port` 0 = any. */
export async function startServer(dataDir: string, port = 0): Promise<Server> {
  const child = fork(cli, ['serve', '--data', dataDir, '--no-demo', '--port', String(port)], {
    execArgv: ['--import', loopDelay],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const origin = await addressOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    origin,
    pid: child.pid ?? 0,
    loop: async () => {
      child.send('loop-delay')
      const [delay] = await once(child, 'message')
      return delay as LoopDelay // the preload sends nothing else
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8')
    child.stdout?.on('data', (text: string) => {
      said += text
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal}): ${said}`)))
  })
}
