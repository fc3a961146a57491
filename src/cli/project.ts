import type { Command } from 'commander'
import { importProjects } from '../actions/import-projects.ts'
import { listProjects } from '../actions/list-projects.ts'
import { type DatabaseOptions, onDatabase, onStoredData, withDatabaseOptions } from './database-options.ts'
import { openFile } from './files.ts'
import { printFaults } from './list-import.ts'
import { print } from './outcome.ts'
import { table } from './table.ts'

/** `project list [WORDS]`, `project import FILE [--dry-run]`. */
export const projectCommand = (program: Command, exit: (status: number) => void): void => {
  const command = program.command('project').description('项目：查找、导入')
  withDatabaseOptions(command.command('list'))
    .description('按名称、代码或单位查找项目')
    .argument('[文字...]', '名称、代码或单位中的文字')
    .action((words: string[], options: DatabaseOptions) =>
      onStoredData(options, async (context) => {
        const { rows, next } = await listProjects(context, { text: words.join(' '), limit: 200 })
        if (rows.length === 0) return print('没有找到项目。')
        const cells = rows.map((p) => [p.code || '—', p.name, `${p.organisationCode} ${p.organisation}`])
        print(
          table(
            [
              { title: '代码', max: 22 },
              { title: '名称', max: 40 },
              { title: '单位', max: 40 },
            ],
            cells,
          ),
        )
        if (next) print('只列出前 200 个，请多写几个字缩小范围。')
      }),
    )
  withDatabaseOptions(command.command('import'))
    .description('从 xlsx 或 csv 导入项目，一行一个')
    .argument('<文件>')
    .option('--dry-run', '只检查，不写入')
    .action((path: string, { dryRun = false, ...options }: DatabaseOptions & { dryRun?: boolean }) =>
      onDatabase(options, async (context) => {
        const done = await importProjects(context, { ...(await openFile(path)), dryRun })
        print(
          `${done.applied ? '已导入' : '未写入'}：新增 ${done.created}，更新 ${done.updated}，未变 ${done.unchanged}`,
        )
        exit(printFaults(done.faults))
      }),
    )
}
