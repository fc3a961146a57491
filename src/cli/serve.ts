import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { type Logger, pino } from 'pino'
import type { FileStore } from '../actions/file-store.ts'
import type { ProviderOptions } from '../actions/identity-provider.ts'
import type { Limits } from '../http/limits.ts'
import { createLog } from '../http/log.ts'
import { type DatabaseOptions, filesOf, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { effective, type Values } from './settings.ts'

/** The composition root's `startServer`; what it needs from the command line. */
type StartServer = (options: {
  dataDir: string
  databaseUrl: string | undefined
  port: number | null
  demo: boolean
  log: Logger
  host?: string
  hosts?: readonly string[]
  trustProxy?: boolean | string
  provider?: ProviderOptions
  limits?: Limits
  files: FileStore
  metricsToken?: string
  secretsKey?: string
  onNew?: () => void
}) => Promise<{
  address: string
  setupCode: string | null
  accounts: readonly { login: string; password: string; name: string; roles: string }[]
  accountsAt: string | null
  stop: () => Promise<void>
}>

type Options = DatabaseOptions & {
  port?: number
  demo: boolean
  host?: string
  allowHost?: string[]
  trustProxy?: boolean | string
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('端口应为 0 到 65535 的整数。')
  return port
}

/** The identity provider people may sign in with, where one is set. */
function providerOf(values: Values): { provider?: ProviderOptions } {
  const issuer = values['oidc.issuer']
  if (issuer === undefined) return {}
  const loginClaim = values['oidc.loginClaim']
  return {
    provider: {
      issuer,
      clientId: values['oidc.clientId'] ?? '',
      clientSecret: values['oidc.clientSecret'] ?? '',
      name: values['oidc.name'] ?? '',
      ...(loginClaim ? { loginClaim } : {}),
    },
  }
}

/** `serve [--port N] [--data DIR] [--no-demo]`: the whole system. */
export const serveCommand = (program: Command, start: StartServer): void => {
  withDatabaseOptions(program.command('serve'))
    .description('启动整个系统')
    .option('--port <端口>', '端口（默认 8520，被占用时另选一个）', portOf)
    .option('--no-demo', '空数据库不装入示例数据')
    .option('--host <地址>', '监听的地址（默认只在本机；也可设 HENGJI_HOST）')
    .option('--allow-host <名称...>', '用户访问本系统用的域名或地址（也可设 HENGJI_ALLOW_HOST）')
    .option('--trust-proxy [地址]', '前面有代理终止 TLS 并转告来源；可写代理的地址（也可设 HENGJI_TRUST_PROXY）')
    .action(async (options: Options) => {
      const { values } = effective(options)
      const log = createLog(values.log ?? 'warn', pino.destination(2))
      const server = await start({
        dataDir: values.data ?? '',
        databaseUrl: values.databaseUrl,
        port: values.port ?? null,
        demo: options.demo,
        log,
        ...(values.host ? { host: values.host } : {}),
        hosts: values.allowHost ?? [],
        ...providerOf(values),
        limits: {
          signIns: values.signInsPerMinute ?? 0,
          uploads: values.uploadsPerMinute ?? 0,
          heavy: values.heavyPerMinute ?? 0,
        },
        trustProxy: values.trustProxy ?? false,
        files: filesOf(values),
        ...(values.metricsToken ? { metricsToken: values.metricsToken } : {}),
        ...(values.secretsKey ? { secretsKey: values.secretsKey } : {}),
        onNew: () => say(`首次启动：正在建立数据库${options.demo ? '，装入示例数据，磁盘慢时要几分钟' : ''}…`),
      })
      print(`衡绩已就绪：${server.address}　（按 Ctrl+C 停止）`)
      if (server.accounts.length > 0) {
        print('示例数据的账号（密码是随机生成的，也写在数据目录的“示例账号.txt”里）：')
        for (const { login, password, name, roles } of server.accounts)
          print(`  ${login}　${password}　${name}　${roles}`)
      } else if (server.accountsAt !== null) print(`示例数据的账号见：${server.accountsAt}`)
      if (server.setupCode) print(`还没有任何账号。初始设置码（只显示这一次）：${server.setupCode}`)
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
