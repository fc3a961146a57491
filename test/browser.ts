// A real Chromium for the journeys: HENGJI_CHROMIUM (a path, or "npm"), else the machine's own, else the one npm brought,
// which needs no apt.
import { execFileSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

type Program = { readonly path: string; readonly env: Readonly<Record<string, string>> }

/** Whoever opens it closes it: `await browser.close()`. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findChromium()
  return chromium.launch({
    executablePath: path,
    // in the locale of a bare login shell it cannot name a download in Chinese
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    // no sandbox: root has none, and the pages are ours; /dev/shm is small in containers
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
  })
}

/** Where the browser is; unpacks the one npm brought at its first use. */
export async function findChromium(): Promise<Program> {
  const wanted = process.env.HENGJI_CHROMIUM
  if (wanted === 'npm') return unpackedChromium()
  if (wanted) return { path: wanted, env: {} }
  const own = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  return own ? { path: own, env: {} } : unpackedChromium()
}

async function unpackedChromium(): Promise<Program> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const folder = cacheFolder(packed)
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true })
    const half = mkdtempSync(`${folder}.half-`)
    await unpack(join(packed, 'chromium.br'), join(half, 'chromium'))
    for (const part of ['al2023', 'fonts']) {
      await unpack(join(packed, `${part}.tar.br`), join(half, `${part}.tar`))
      execFileSync('tar', ['-xf', join(half, `${part}.tar`), '-C', half])
      rmSync(join(half, `${part}.tar`))
    }
    writeFileSync(join(half, 'fonts.conf'), fontsOf(folder))
    moveIntoPlace(half, folder)
  }
  const libraries = [process.env.LD_LIBRARY_PATH, join(folder, 'lib')].filter(Boolean).join(':')
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

/** The machine's fonts, and the few the browser brings: without any, text has no width. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** Beside the packages, so that it goes when they go; in the temporary directory where that is closed to us. */
function cacheFolder(packed: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(packed, '..', 'package.json'), 'utf8'))
  const name = `chromium-${version}`
  const modules = join(packed, '..', '..', '..')
  const shared = join(modules, '.cache', 'hengji', name)
  if (existsSync(shared) || isWritable(modules)) return shared
  return join(tmpdir(), `hengji-${userInfo().uid}`, name)
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

const unpack = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }))

function moveIntoPlace(half: string, folder: string): void {
  chmodSync(half, 0o755)
  try {
    renameSync(half, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(half, { recursive: true }) // another process was faster
  }
}
