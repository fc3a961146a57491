import { resolve } from 'node:path'
import type { Command } from 'commander'
import { restore } from '../actions/restore.ts'
import { type DatabaseOptions, filesOf, onDatabase, withDatabaseOptions } from './database-options.ts'
import { print } from './outcome.ts'
import { effective } from './settings.ts'

/** `restore FILE [--force]`: the data of a backup. */
export const restoreCommand = (program: Command): void => {
  withDatabaseOptions(program.command('restore'))
    .description('从备份文件恢复全部数据')
    .argument('<file>', '备份文件')
    .option('--force', '覆盖数据库中已有的数据')
    .action((file: string, options: DatabaseOptions & { force?: boolean }) =>
      onDatabase(options, async (context) => {
        const files = filesOf(effective(options).values)
        const counts = await restore(context, { path: resolve(file), force: options.force ?? false, files })
        print(
          `已恢复：文件 ${counts.document ?? 0} 份，绩效表 ${counts.form ?? 0} 张，版本 ${counts.form_version ?? 0} 个，佐证材料 ${counts.file ?? 0} 份`,
        )
      }),
    )
}
