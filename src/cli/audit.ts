import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { exportEvents } from '../actions/list-events.ts'
import { audit } from '../api/audit.ts'
import { type DatabaseOptions, onStoredData, withDatabaseOptions } from './database-options.ts'
import { print } from './outcome.ts'

type Options = DatabaseOptions & { to: string; format: string; name?: string; subject?: string; from?: string }

/** `audit export --to FILE`: the audit, newest first, as JSON lines or CSV. */
export const auditCommand = (program: Command): void => {
  withDatabaseOptions(program.command('audit').description('审计记录').command('export'))
    .description('导出审计记录，新的在前')
    .requiredOption('--to <文件>')
    .option('--format <格式>', 'jsonl 或 csv', 'jsonl')
    .option('--name <事项>', '如 filing.submit，或 filing. 表示这一类')
    .option('--subject <编号>', '对象的编号')
    .option('--from <时间>', '如 2024-03-01T00:00:00+08:00')
    .action(({ to, format, name, subject, from, ...options }: Options) =>
      onStoredData(options, async (context) => {
        const asked = audit.export.input.parse({ format, name, subject, from })
        const { bytes } = await exportEvents(context, asked)
        await pipeline(Readable.from(bytes), createWriteStream(to, { mode: 0o600 }))
        print(`已导出到 ${to}`)
      }),
    )
}
