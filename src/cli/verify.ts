import type { Command } from 'commander'
import { verify } from '../actions/verify.ts'
import { type DatabaseOptions, filesOf, onStoredData, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { effective } from './settings.ts'

/** `verify`: the chains of versions and events, files and facts. Exit 1 when something is broken. */
export const verifyCommand = (program: Command, exit: (status: number) => void): void => {
  withDatabaseOptions(program.command('verify'))
    .description('核对版本链、审计链、原文件和派生数据')
    .action((options: DatabaseOptions) =>
      onStoredData(options, async (context) => {
        const { documents, forms, versions, events, steps, damages } = await verify(
          context,
          filesOf(effective(options).values),
        )
        for (const { message } of damages) say(message)
        print(
          `文件 ${documents} 份，绩效表 ${forms} 张，版本 ${versions} 个，审计记录 ${events} 条，办理步骤 ${steps} 个：${damages.length === 0 ? '全部完好' : `发现 ${damages.length} 处损坏`}`,
        )
        exit(damages.length === 0 ? 0 : 1)
      }),
    )
}
