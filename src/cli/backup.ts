import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { backUp } from '../actions/back-up.ts'
import { keyFile } from '../actions/vault-key.ts'
import { problem } from '../kernel/problem.ts'
import { type DatabaseOptions, filesOf, onStoredData, placeOf, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { effective } from './settings.ts'

/** `backup FILE [--force]`: all data in one file. */
export const backupCommand = (program: Command): void => {
  withDatabaseOptions(program.command('backup'))
    .description('把全部数据备份到一个文件')
    .argument('<file>', '备份文件')
    .option('--force', '覆盖已有的同名文件')
    .action(async (file: string, { force, ...options }: DatabaseOptions & { force?: boolean }) => {
      if (!force && existsSync(file)) throw problem('backup.exists', { path: file })
      await onStoredData(options, async (context) => {
        const counts = await backUp(context, { path: resolve(file), files: filesOf(effective(options).values) })
        print(
          `已备份到 ${file}：文件 ${counts.document ?? 0} 份，绩效表 ${counts.form ?? 0} 张，版本 ${counts.form_version ?? 0} 个，佐证材料 ${counts.file ?? 0} 份`,
        )
        if (existsSync(join(placeOf(options).dataDir, keyFile)))
          say(`主密钥（数据目录的 ${keyFile}）不在备份中，请另外保存：没有它，恢复后验证器都要重新绑定。`)
        if (counts.missing) say(`有 ${counts.missing} 份佐证材料已丢失，不在备份中。运行 hengji verify 查看。`)
      })
    })
}
