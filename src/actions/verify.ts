import type { Damage } from '../store/damage.ts'
import { everyFile } from '../store/evidence.ts'
import type { FileStore } from '../store/files.ts'
import { sha256 } from '../store/hash.ts'
import { type Verification, verify as verifyAll } from '../store/verify.ts'
import type { Context } from './context.ts'
import { permitEverywhere } from './permit.ts'

/** Whether versions, audit, steps, files and facts are still as they were written. Changes nothing. */
export async function verify({ db }: Context, files?: FileStore): Promise<Verification> {
  const verified = await verifyAll(db)
  if (files === undefined) return verified
  return { ...verified, damages: [...verified.damages, ...(await damagedFiles(db, files))] }
}

const called = { evidence: '佐证材料', job: '任务的文件' } as const

async function damagedFiles(db: Context['db'], files: FileStore): Promise<Damage[]> {
  const damages: Damage[] = []
  for (const { sha256: name, name: title, of } of await everyFile(db)) {
    const bytes = await files.get(name)
    if (bytes !== undefined && sha256(bytes) === name) continue
    const how = bytes === undefined ? '已丢失' : '的内容与上传时不一致'
    damages.push({ what: 'evidence', id: name, message: `${called[of]}“${title}”${how}。` })
  }
  return damages
}

/** The same for the audit's own administrators, of the whole installation. */
export async function verifyAsAuditor(context: Context, files: FileStore): Promise<Verification> {
  await permitEverywhere(context, 'audit.read')
  return verify(context, files)
}
