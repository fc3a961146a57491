import type { Command } from 'commander'
import { importDocument } from '../actions/import-document.ts'
import { type DatabaseOptions, onDatabase, withDatabaseOptions } from './database-options.ts'
import { overFiles } from './files.ts'
import { print } from './outcome.ts'

/** `import FILE…`: documents into the database; the same file again changes nothing. */
export const importCommand = (program: Command, exit: (status: number) => void): void => {
  withDatabaseOptions(program.command('import'))
    .description('把文件里的绩效表存入数据库')
    .argument('<file...>', '一个或多个文件、文件夹或 zip 压缩包')
    .action((paths: string[], options: DatabaseOptions) =>
      onDatabase(options, async (context) => {
        const { status } = await overFiles(paths, async (file) => {
          const { name, isNew, created, changed, unchanged } = await importDocument(context, { ...file, published: true })
          print(
            isNew
              ? `${name}：新增 ${created} 张，更新 ${changed} 张，未变 ${unchanged} 张`
              : `${name}：以前导入过，没有变化`,
          )
        })
        exit(status)
      }),
    )
}
