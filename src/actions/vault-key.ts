// The key of the vault: from the configuration where several machines share a database, else a file in the data directory.
import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createVault, keysOf, newKeyText, type Vault } from './vault.ts'

export const keyFile = 'secrets.key'

/** The file is made at the first start, readable by its owner alone. Problem: secret.keyUnusable. */
export async function openVault({
  dataDir,
  configured,
}: {
  readonly dataDir: string
  /** Keys of the configuration; they go before the file. */
  readonly configured?: string | undefined
}): Promise<Vault> {
  if (configured !== undefined) return createVault(keysOf(configured, 'HENGJI_SECRETS_KEY'))
  const path = join(dataDir, keyFile)
  return createVault(keysOf(await readOrMake(path, dataDir), path))
}

/** Two programs may start at once: the file appears whole, and the first one's counts. */
async function readOrMake(path: string, dataDir: string): Promise<string> {
  const known = await readFile(path, 'utf8').catch(absent)
  if (known !== undefined) return known
  const half = `${path}.${randomUUID()}.part`
  await mkdir(dataDir, { recursive: true })
  await writeFile(half, `${newKeyText()}\n`, { mode: 0o600, flush: true })
  await link(half, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(half, { force: true })
  return readFile(path, 'utf8')
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
