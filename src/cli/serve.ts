import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { type Logger, pino } from 'pino'
import type { ProviderOptions } from '../actions/identity-provider.ts'
import { type Limits, usualLimits } from '../http/limits.ts'
import { createLog } from '../http/log.ts'
import { type DatabaseOptions, placeOf, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'

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
}) => Promise<{
  address: string
  setupCode: string | null
  accounts: readonly { login: string; password: string; name: string; roles: string }[]
  stop: () => Promise<void>
}>

type Options = DatabaseOptions & {
  port?: number
  demo: boolean
  host?: string
  allowHost?: string[]
  trustProxy?: boolean | string
}

/** true, or the proxy's addresses. */
const proxyOf = (text = ''): boolean | string => (/^(1|true|yes)$/i.test(text) ? true : text === '' ? false : text)
const list = (text: string | undefined): string[] => (text ?? '').split(/[,\s]+/).filter(Boolean)

const portOf = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('端口应为 0 到 65535 的整数。')
  return port
}

/** The identity provider people may sign in with: HENGJI_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME, _LOGIN_CLAIM. */
function providerOf(env: NodeJS.ProcessEnv): { provider?: ProviderOptions } {
  const issuer = env.HENGJI_OIDC_ISSUER
  if (!issuer) return {}
  const loginClaim = env.HENGJI_OIDC_LOGIN_CLAIM
  return {
    provider: {
      issuer,
      clientId: env.HENGJI_OIDC_CLIENT_ID ?? '',
      clientSecret: env.HENGJI_OIDC_CLIENT_SECRET ?? '',
      name: env.HENGJI_OIDC_NAME ?? '统一身份认证',
      ...(loginClaim ? { loginClaim } : {}),
    },
  }
}

/** A minute and address: HENGJI_SIGN_INS_PER_MINUTE, HENGJI_UPLOADS_PER_MINUTE. */
const limitsOf = (env: NodeJS.ProcessEnv): Limits => ({
  signIns: Number(env.HENGJI_SIGN_INS_PER_MINUTE) || usualLimits.signIns,
  uploads: Number(env.HENGJI_UPLOADS_PER_MINUTE) || usualLimits.uploads,
})

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
      const log = createLog(process.env.HENGJI_LOG ?? 'warn', pino.destination(2))
      const host = options.host ?? process.env.HENGJI_HOST
      const server = await start({
        ...placeOf(options),
        port: options.port ?? null,
        demo: options.demo,
        log,
        ...(host ? { host } : {}),
        hosts: options.allowHost ?? list(process.env.HENGJI_ALLOW_HOST),
        ...providerOf(process.env),
        limits: limitsOf(process.env),
        trustProxy: options.trustProxy ?? proxyOf(process.env.HENGJI_TRUST_PROXY),
      })
      print(`衡绩已就绪：${server.address}　（按 Ctrl+C 停止）`)
      if (server.accounts.length > 0) {
        print('示例数据的账号（密码是随机生成的，也写在数据目录的“示例账号.txt”里）：')
        for (const { login, password, name, roles } of server.accounts)
          print(`  ${login}　${password}　${name}　${roles}`)
      }
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
