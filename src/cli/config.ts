import type { Command } from 'commander'
import { type DatabaseOptions, withDatabaseOptions } from './database-options.ts'
import { print } from './outcome.ts'
import { effective, type Key, settings, shown } from './settings.ts'

/** `config`: what is in force and where it was set; no secret is printed. */
export const configCommand = (program: Command): void => {
  withDatabaseOptions(program.command('config'))
    .description('显示生效的设置和它们的来源')
    .action((options: DatabaseOptions) => {
      const { values, sources, file } = effective(options)
      print(`配置文件：${file ?? '无（可用 --config 指定，或在当前目录放 hengji.config.json）'}`)
      for (const key of Object.keys(settings) as Key[]) // the names of the table
        print(
          `${key} = ${shown(key, values[key])}　（${sources[key] ?? '未设置'}；${settings[key].title}，${settings[key].env}）`,
        )
    })
}
