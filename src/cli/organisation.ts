import type { Command } from 'commander'
import { importOrganisations } from '../actions/import-organisations.ts'
import { searchOrganisations } from '../actions/search-organisations.ts'
import { organisationKinds } from '../kernel/organisation/organisation.ts'
import { organisationByCode } from './by-code.ts'
import { type DatabaseOptions, onDatabase, onStoredData, withDatabaseOptions } from './database-options.ts'
import { openFile } from './files.ts'
import { printFaults } from './list-import.ts'
import { print } from './outcome.ts'
import { table } from './table.ts'

/** `organisation list [WORDS]`, `organisation import FILE --under CODE [--dry-run]`. */
export const organisationCommand = (program: Command, exit: (status: number) => void): void => {
  const command = program.command('organisation').description('机构：查找、导入')
  withDatabaseOptions(command.command('list'))
    .description('按名称或代码查找机构')
    .argument('[文字...]', '名称或代码中的文字')
    .option('--day <日期>', '某一天存在的机构')
    .action((words: string[], { day, ...options }: DatabaseOptions & { day?: string }) =>
      onStoredData(options, async (context) => {
        const found = await searchOrganisations(context, { text: words.join(' '), day, limit: 200 })
        if (found.length === 0) return print('没有找到机构。')
        const rows = found.map((o) => [o.code, organisationKinds[o.kind], o.name, o.above.join(' / ')])
        print(
          table(
            [
              { title: '代码', max: 14 },
              { title: '类型', max: 8 },
              { title: '名称', max: 40 },
              { title: '上级', max: 50 },
            ],
            rows,
          ),
        )
      }),
    )
  withDatabaseOptions(command.command('import'))
    .description('从 xlsx 或 csv 导入机构，一行一个')
    .argument('<文件>')
    .requiredOption('--under <代码>', '导入到哪个机构之下')
    .option('--dry-run', '只检查，不写入')
    .action(
      (path: string, { under, dryRun = false, ...options }: DatabaseOptions & { under: string; dryRun?: boolean }) =>
        onDatabase(options, async (context) => {
          const root = await organisationByCode(context, under)
          const done = await importOrganisations(context, { rootId: root.id, ...(await openFile(path)), dryRun })
          for (const { from, to } of done.renamed) print(`更名：${from} → ${to}`)
          for (const { name, parentCode } of done.moved) print(`划转：${name} → ${parentCode}`)
          print(
            `${done.applied ? '已导入' : '未写入'}：新增 ${done.created}，更名 ${done.renamed.length}，划转 ${done.moved.length}，未变 ${done.unchanged}`,
          )
          exit(printFaults(done.faults))
        }),
    )
}
