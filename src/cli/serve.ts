import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { type Logger, pino } from 'pino'
import { type DatabaseOptions, placeOf, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'

/** The composition root's `startServer`; what it needs from the command line. */
type StartServer = (options: {
  dataDir: string
  databaseUrl: string | undefined
  port: number | null
  demo: boolean
  log: Logger
}) => Promise<{ address: string; stop: () => Promise<void> }>

type Options = DatabaseOptions & { port?: number; demo: boolean }

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('端口应为 0 到 65535 的整数。')
  return port
}

/** `serve [--port N] [--data DIR] [--no-demo]`: the whole system. */
export const serveCommand = (program: Command, start: StartServer): void => {
  withDatabaseOptions(program.command('serve'))
    .description('启动整个系统')
    .option('--port <端口>', '端口（默认 8520，被占用时另选一个）', portOf)
    .option('--no-demo', '空数据库不装入示例数据')
    .action(async (options: Options) => {
      const log = pino({ level: process.env.HENGJI_LOG ?? 'warn' }, pino.destination(2))
      const server = await start({ ...placeOf(options), port: options.port ?? null, demo: options.demo, log })
      print(`衡绩已就绪：${server.address}　（按 Ctrl+C 停止）`)
      let stopping = false
      const stop = () => {
        if (stopping) return
        stopping = true
        say('正在停止…')
        void server.stop().then(() => process.exit(0))
      }
      process.on('SIGINT', stop)
      process.on('SIGTERM', stop)
    })
}
