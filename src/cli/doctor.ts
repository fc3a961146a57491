import { join } from 'node:path'
import type { Command } from 'commander'
import { type Diagnosis, diagnose } from '../actions/diagnose.ts'
import { type DatabaseOptions, withDatabaseOptions } from './database-options.ts'
import { print, printJson } from './outcome.ts'
import { effective } from './settings.ts'
import { hanging } from './table.ts'

const states: Readonly<Record<Diagnosis['state'], string>> = { ok: '好', notice: '注意', broken: '须修' }
const usualPort = 8520

/** `doctor`: what is there, what is missing, and how to mend it. Exit 1 when something must be mended. */
export const doctorCommand = (program: Command, exit: (status: number) => void): void => {
  withDatabaseOptions(program.command('doctor'))
    .description('检查本机是否具备运行条件：有什么、缺什么、怎样补')
    .option('--json', '输出 JSON')
    .action(async ({ json, ...options }: DatabaseOptions & { json?: boolean }) => {
      const { values } = effective(options)
      const found = await diagnose({
        program: join(import.meta.dirname, '..', '..'),
        dataDir: values.data ?? '',
        databaseUrl: values.databaseUrl,
        host: values.host ?? '127.0.0.1',
        port: values.port ?? usualPort,
      })
      if (json) printJson(found)
      else print(toldOf(found))
      exit(found.some(({ state }) => state === 'broken') ? 1 : 0)
    })
}

function toldOf(found: readonly Diagnosis[]): string {
  const lines = found.map(({ title, state, told, mend }) =>
    hanging(`${states[state].padEnd(2, '　')}　${title}：`, mend ? `${told}。→ ${mend}` : told, '　　　　'),
  )
  const broken = found.filter(({ state }) => state === 'broken').length
  return [...lines, broken === 0 ? '可以运行。' : `有 ${broken} 项须修，修好后再启动。`].join('\n')
}
