import type { Command } from 'commander'
import { migrateDatabase, planMigrations } from '../actions/migrate-database.ts'
import { type DatabaseOptions, onDatabase, withDatabaseOptions } from './database-options.ts'
import { print } from './outcome.ts'

/** `migrate [--dry-run]`: brings the tables to this program, or says what that would be. */
export const migrateCommand = (program: Command): void => {
  withDatabaseOptions(program.command('migrate'))
    .description('升级数据库结构（serve 启动时也会自动升级）')
    .option('--dry-run', '只列出要执行的升级和估计的时间')
    .action(({ dryRun, ...options }: DatabaseOptions & { dryRun?: boolean }) =>
      onDatabase({ ...options, keepSchema: true }, async (context) => {
        const planned = await planMigrations(context)
        if (planned.length === 0) return print('数据库结构已是最新。')
        for (const { name, rows, seconds } of planned) print(`${name}　约 ${rows} 行，估计 ${seconds} 秒`)
        if (dryRun) return print(`共 ${planned.length} 项，未执行。`)
        print(`已执行 ${(await migrateDatabase(context)).length} 项。`)
      }),
    )
}
