// What a running system needs, looked at without changing anything: for `hengji doctor`.
import { access, constants, stat, statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { Problem } from '../kernel/problem.ts'
import { hasCluster } from '../store/embedded-place.ts'
import { serverVersion } from '../store/server-version.ts'
import { connect } from './connect.ts'
import { planMigrations } from './migrate-database.ts'
import { tryPort } from './try-port.ts'

/** `broken`: the system does not work, or not whole, until `mend` is done; `notice`: it works, and somebody should know. */
export type Diagnosis = {
  readonly title: string
  readonly state: 'ok' | 'notice' | 'broken'
  readonly told: string
  readonly mend?: string
}

export type Place = {
  /** Where the program stands. */
  readonly program: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
}

const GIGABYTE = 1024 ** 3
/** With less, reading a large PDF beside the database begins to swap. */
const ENOUGH_MEMORY = 2 * GIGABYTE
/** With less, a year's evidence of one department does not fit. */
const ENOUGH_DISK = 2 * GIGABYTE
/** With less, a save may fail. */
const LEAST_DISK = 200 * 1024 ** 2

const size = (bytes: number): string => `${(bytes / GIGABYTE).toFixed(1)} GB`
const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** Every check in the order a start would need it; a check that cannot be made is `broken` with its reason. */
export async function diagnose(place: Place): Promise<readonly Diagnosis[]> {
  const checks: readonly (readonly [string, () => Promise<Omit<Diagnosis, 'title'>>])[] = [
    ['运行环境', async () => runtime()],
    ['内存', async () => memory()],
    ['页面', () => page(place)],
    ['打印字体', () => fonts(place)],
    ['数据目录', () => folder(place)],
    ['磁盘', () => disk(place)],
    ['数据库', () => database(place)],
    ['端口', () => port(place)],
  ]
  return Promise.all(
    checks.map(async ([title, check]): Promise<Diagnosis> => {
      try {
        return { title, ...(await check()) }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return { title, state: 'broken', told: error.message }
      }
    }),
  )
}

function runtime(): Omit<Diagnosis, 'title'> {
  const told = `Node ${process.versions.node}，${process.platform}-${process.arch}`
  return Number.parseInt(process.versions.node, 10) >= 24
    ? { state: 'ok', told }
    : { state: 'broken', told, mend: '用 npx hengji 或 npm start 启动，它们用随附的 Node 24。' }
}

function memory(): Omit<Diagnosis, 'title'> {
  const told = size(totalmem())
  return totalmem() >= ENOUGH_MEMORY
    ? { state: 'ok', told }
    : { state: 'notice', told, mend: '内存少于 2 GB：读大的 PDF 会很慢，请少开其他程序。' }
}

async function page({ program }: Place): Promise<Omit<Diagnosis, 'title'>> {
  return (await exists(join(program, 'dist', 'web', 'index.html')))
    ? { state: 'ok', told: '已生成' }
    : { state: 'broken', told: '没有生成', mend: '在程序目录运行 npm start，它会生成页面。' }
}

async function fonts({ program }: Place): Promise<Omit<Diagnosis, 'title'>> {
  const names = ['NotoSerifSC_400Regular.ttf', 'NotoSerifSC_600SemiBold.ttf']
  const found = await Promise.all(names.map((name) => exists(join(program, 'assets', 'fonts', name))))
  return found.every(Boolean)
    ? { state: 'ok', told: '齐全' }
    : { state: 'broken', told: '缺少，不能写 PDF', mend: '从发行包恢复 assets/fonts 目录。' }
}

async function folder({ dataDir }: Place): Promise<Omit<Diagnosis, 'title'>> {
  const place = await nearest(dataDir)
  const isFolder = (await stat(place)).isDirectory()
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!isFolder || !writable)
    return {
      state: 'broken',
      told: `${place}：${isFolder ? '不能写' : '不是目录'}`,
      mend: '改用可写的目录（--data），或改变它的权限。',
    }
  if (place !== dataDir)
    return {
      state: 'notice',
      told: `${dataDir}：还没有`,
      mend: '首次 npm start 时自动建立；要用别处的数据，请指定 --data。',
    }
  return { state: 'ok', told: dataDir }
}

async function disk({ dataDir }: Place): Promise<Omit<Diagnosis, 'title'>> {
  const { bavail, bsize } = await statfs(await nearest(dataDir))
  const free = bavail * bsize
  const told = `还剩 ${size(free)}`
  if (free < LEAST_DISK)
    return { state: 'broken', told, mend: '清理磁盘，或把数据目录移到别的盘（停止后移动，再用 --data 指定）。' }
  return free < ENOUGH_DISK
    ? { state: 'notice', told, mend: '佐证材料和备份需要空间，请留意。' }
    : { state: 'ok', told }
}

/** The folder itself, or the nearest one above it that is there. */
const nearest = async (path: string): Promise<string> =>
  (await exists(path)) || dirname(path) === path ? path : nearest(dirname(path))

async function database({ dataDir, databaseUrl }: Place): Promise<Omit<Diagnosis, 'title'>> {
  if (!databaseUrl && !hasCluster(dataDir))
    return { state: 'notice', told: '内置数据库还没有建立', mend: '首次 npm start 时自动建立。' }
  const { context, close } = await connect({ dataDir, databaseUrl, keepSchema: true, log: { info: () => undefined } })
  try {
    const told = `${databaseUrl ? '外部' : '内置'} PostgreSQL ${await serverVersion(context.db)}`
    const missing = (await planMigrations(context)).length
    return missing === 0
      ? { state: 'ok', told }
      : {
          state: 'notice',
          told: `${told}，有 ${missing} 项结构升级未执行`,
          mend: '启动时自动升级；先看一看用 npx hengji migrate --dry-run。',
        }
  } finally {
    await close()
  }
}

async function port({ host, port: number }: Place): Promise<Omit<Diagnosis, 'title'>> {
  const reason = await tryPort(host, number)
  if (reason === null) return { state: 'ok', told: `${host}:${number} 空闲` }
  if (reason === 'EADDRINUSE')
    return (await isOurs(host, number))
      ? { state: 'ok', told: `${host}:${number} 上衡绩正在运行` }
      : {
          state: 'notice',
          told: `${host}:${number} 被别的程序占用`,
          mend: '没有指定端口时会另选一个；也可用 --port 指定。',
        }
  return {
    state: 'broken',
    told: `${host}:${number} 不能监听（${reason}）`,
    mend: '改用 1024 以上的端口和本机的地址。',
  }
}

/** Only a Hengji answers with what it keeps. */
const isOurs = (host: string, port: number): Promise<boolean> =>
  fetch(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/health`, { signal: AbortSignal.timeout(2_000) })
    .then(async (answer) => 'database' in Object(await answer.json()))
    .catch(() => false)
