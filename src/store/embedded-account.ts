// Who the server runs as: PostgreSQL refuses to run as root.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { problem } from '../kernel/problem.ts'
import type { Binaries } from './embedded-binaries.ts'

export type Account = {
  /** Owner of the data directory; undefined = ours. */
  readonly uid: number | undefined
  readonly gid: number | undefined
  /** A command as this account runs it. */
  readonly wrap: (command: string, args: readonly string[]) => readonly [string, readonly string[]]
}

const direct: Account['wrap'] = (command, args) => [command, args]
const self: Account = { uid: undefined, gid: undefined, wrap: direct }
/** Inside a user namespace the process sees itself as nobody; outside it is still us, so it reaches everything. */
const namespace = ['--user', '--map-user=65534', '--map-group=65534', '--'] as const
const inNamespace: Account = {
  uid: undefined,
  gid: undefined,
  wrap: (command, args) => ['unshare', [...namespace, command, ...args]],
}

/**
 * Ourselves, unless root. Root: the owner of an existing cluster, else nobody, if that account reaches program and data;
 * else a user namespace. Problems: dataDir.otherOwner, embedded.unavailable.
 */
export function chooseAccount({ postgres }: Binaries, directory: string, cluster: string): Account {
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) throw problem('dataDir.otherOwner', { directory })
    return self
  }
  if (owner?.uid === 0) return inNamespace // so it was made
  const account = owner ? { uid: owner.uid, gid: owner.gid, wrap: direct } : nobody()
  const runs = spawnSync(postgres, ['--version'], account).status === 0
  const reaches = spawnSync('test', ['-x', directory], account).status === 0
  if (runs && reaches) return account
  if (spawnSync('unshare', [...namespace, postgres, '--version']).status === 0) return inNamespace
  throw problem('embedded.unavailable', {
    reason: `以 root 启动时需要非特权用户能访问程序和数据目录 ${directory}，请换到该用户可访问的位置或以普通用户启动`,
  })
}

/** Must be in /etc/passwd, or initdb refuses. */
function nobody(): Account {
  const [, , uid, gid] = /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534), wrap: direct }
}
