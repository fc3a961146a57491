// Every setting of the program: where it may be given, what it may be, and which value counts.
// Command line before environment before hengji.config.json before the default.
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { usualLimits } from '../http/limits.ts'
import { problem } from '../kernel/problem.ts'

const checkout = join(import.meta.dirname, '..', '..')
const list = (text: string): string[] => text.split(/[,\s]+/).filter(Boolean)
const yes = /^(1|true|yes)$/i

type Setting<S extends z.ZodType = z.ZodType> = {
  readonly env: string
  readonly schema: S
  readonly title: string
  /** Shown as ••• only. */
  readonly secret?: true
  /** The value of a text of the environment. */
  readonly read?: (text: string) => unknown
}
const text = z.string().trim().min(1)
const setting = <S extends z.ZodType>(env: string, title: string, schema: S, more: Partial<Setting> = {}) =>
  ({ env, title, schema, ...more }) as Setting<S>

export const settings = {
  data: setting('HENGJI_DATA', '数据目录', text),
  databaseUrl: setting('DATABASE_URL', '外部数据库', z.string().regex(/^postgres(ql)?:\/\//), { secret: true }),
  port: setting('HENGJI_PORT', '端口', z.int().min(0).max(65535), { read: Number }),
  host: setting('HENGJI_HOST', '监听的地址', text),
  allowHost: setting('HENGJI_ALLOW_HOST', '用户访问用的域名或地址', z.array(text), { read: list }),
  trustProxy: setting('HENGJI_TRUST_PROXY', '信任的代理', z.union([z.boolean(), text]), {
    read: (given) => (yes.test(given) ? true : given),
  }),
  token: setting('HENGJI_TOKEN', '以谁的名义办理：其访问令牌', text, { secret: true }),
  log: setting('HENGJI_LOG', '日志级别', z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])),
  signInsPerMinute: setting('HENGJI_SIGN_INS_PER_MINUTE', '每个地址每分钟登录次数', z.int().min(1), { read: Number }),
  uploadsPerMinute: setting('HENGJI_UPLOADS_PER_MINUTE', '未登录者每个地址每分钟上传次数', z.int().min(1), {
    read: Number,
  }),
  heavyPerMinute: setting('HENGJI_HEAVY_PER_MINUTE', '每个账号每分钟上传、导出和批量办理次数', z.int().min(1), {
    read: Number,
  }),
  metricsToken: setting('HENGJI_METRICS_TOKEN', '读取监控指标的令牌', text, { secret: true }),
  secretsKey: setting('HENGJI_SECRETS_KEY', '加密验证器密钥的主密钥', text, { secret: true }),
  's3.endpoint': setting('HENGJI_S3_ENDPOINT', '对象存储的地址', z.url()),
  's3.bucket': setting('HENGJI_S3_BUCKET', '对象存储的桶', text),
  's3.accessKeyId': setting('HENGJI_S3_ACCESS_KEY_ID', '对象存储的账号', text),
  's3.secretAccessKey': setting('HENGJI_S3_SECRET_ACCESS_KEY', '对象存储的密钥', text, { secret: true }),
  's3.region': setting('HENGJI_S3_REGION', '对象存储的区域', text),
  'oidc.issuer': setting('HENGJI_OIDC_ISSUER', '统一身份认证的地址', z.url()),
  'oidc.clientId': setting('HENGJI_OIDC_CLIENT_ID', '统一身份认证的应用', text),
  'oidc.clientSecret': setting('HENGJI_OIDC_CLIENT_SECRET', '统一身份认证的密钥', text, { secret: true }),
  'oidc.name': setting('HENGJI_OIDC_NAME', '统一身份认证的名称', text),
  'oidc.loginClaim': setting('HENGJI_OIDC_LOGIN_CLAIM', '统一身份认证的登录名', text),
} as const

export type Key = keyof typeof settings
type ValueOf<K extends Key> = (typeof settings)[K] extends Setting<infer S> ? z.infer<S> : never
export type Values = { readonly [K in Key]: ValueOf<K> | undefined }
const keys = Object.keys(settings) as readonly Key[] // the names written above

const defaults: Partial<Values> = {
  data: join(checkout, '.hengji'),
  host: '127.0.0.1',
  allowHost: [],
  trustProxy: false,
  log: 'warn',
  signInsPerMinute: usualLimits.signIns,
  uploadsPerMinute: usualLimits.uploads,
  heavyPerMinute: usualLimits.heavy,
  'oidc.name': '统一身份认证',
}

export type Source = '命令行' | '环境变量' | '配置文件' | '默认'
export type Effective = {
  readonly values: Values
  readonly sources: Readonly<Record<Key, Source | null>>
  /** The file that was read; null = none. */
  readonly file: string | null
}

export type Given = Partial<Values> & { readonly config?: string | undefined }

/** Problems: config.unusable for a file that cannot be read, has unknown keys or wrong values; so for the environment. */
export function effective(given: Given, env: NodeJS.ProcessEnv = process.env): Effective {
  const { path, content } = fileOf(given.config ?? env.HENGJI_CONFIG)
  const values: Record<string, unknown> = {}
  const sources: Record<string, Source | null> = {}
  for (const key of keys) {
    const { env: name, read, schema }: Setting = settings[key]
    const told = env[name]
    const found: readonly (readonly [Source, unknown])[] = [
      ['命令行', given[key]],
      ['环境变量', told === undefined || told === '' ? undefined : (read?.(told) ?? told)],
      ['配置文件', content[key]],
      ['默认', defaults[key]],
    ]
    const [source, value] = found.find(([, candidate]) => candidate !== undefined) ?? [null, undefined]
    const checked = schema.optional().safeParse(value)
    if (!checked.success) {
      const where = source === '环境变量' ? `环境变量 ${name}` : (path ?? '')
      throw problem('config.unusable', { path: where, reason: `${key} ${checked.error.issues[0]?.message ?? ''}` })
    }
    values[key] = checked.data
    sources[key] = source
  }
  // Each value was just checked by the schema of its key.
  return {
    values: { ...(values as Values), data: folderOf(values.data) },
    sources: sources as Effective['sources'],
    file: path,
  }
}

const folderOf = (given: unknown): string => resolve(String(given).replace(/^~(?=\/|$)/, homedir()))

/** The file named, else hengji.config.json where the program is started; its nested objects as dotted keys. */
function fileOf(named: string | undefined): { path: string | null; content: Partial<Record<string, unknown>> } {
  const path = resolve(named ?? 'hengji.config.json')
  if (named === undefined && !existsSync(path)) return { path: null, content: {} }
  const content = flat(parsed(path))
  const unknown = Object.keys(content).filter((key) => key !== '$schema' && !Object.hasOwn(settings, key))
  if (unknown.length > 0)
    throw problem('config.unusable', { path, reason: `没有设置项“${unknown.join('”“')}”，可用的：${keys.join('、')}` })
  return { path, content }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT' // Node's file errors carry a code
    throw problem('config.unusable', { path, reason: missing ? '文件不存在' : '不是有效的 JSON' })
  }
}

const isObject = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const flat = (value: unknown, above = ''): Record<string, unknown> =>
  Object.fromEntries(
    (isObject(value) ? Object.entries(value) : []).flatMap(([key, inner]) =>
      isObject(inner) ? Object.entries(flat(inner, `${above}${key}.`)) : [[`${above}${key}`, inner]],
    ),
  )

/** For people and logs: secrets only as being there, of a database everything but its password. */
export function shown(key: Key, value: unknown): string {
  if (value === undefined) return '（未设置）'
  const { secret }: Setting = settings[key]
  if (!secret) return typeof value === 'string' ? value : JSON.stringify(value)
  if (key !== 'databaseUrl') return '•••'
  return String(value).replace(/^([^:]+:\/\/[^:@/]*):.*@/, '$1:•••@')
}
