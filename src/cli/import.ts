import type { Command } from 'commander'
import type { Context } from '../actions/context.ts'
import { importDocument } from '../actions/import-document.ts'
import { importFile } from '../actions/import-filled-forms.ts'
import { readHere } from '../actions/read-forms.ts'
import { type DatabaseOptions, onDatabase, withDatabaseOptions } from './database-options.ts'
import { overFiles } from './files.ts'
import { print, type Status, say } from './outcome.ts'

type Into = { readonly cycle?: string; readonly dryRun?: boolean }

/** `import FILE…`: documents into the database; the same file again changes nothing. */
export const importCommand = (program: Command, exit: (status: number) => void): void => {
  withDatabaseOptions(program.command('import'))
    .description('把文件里的绩效表存入数据库')
    .argument('<file...>', '一个或多个文件、文件夹或 zip 压缩包')
    .option('--cycle <年度编号>', '存入这个年度的填报件，按单位和项目对应（编号见 hengji cycle list）')
    .option('--dry-run', '与 --cycle 同用：只列出会做什么')
    .action((paths: string[], { cycle, dryRun = false, ...options }: DatabaseOptions & Into) =>
      onDatabase(options, async (context) => {
        if (cycle !== undefined) return exit(await intoCycle(context, paths, cycle, dryRun))
        const { status } = await overFiles(paths, async (file) => {
          const { name, isNew, created, changed, unchanged } = await importDocument(context, {
            ...file,
            published: true,
          })
          print(
            isNew
              ? `${name}：新增 ${created} 张，更新 ${changed} 张，未变 ${unchanged} 张`
              : `${name}：以前导入过，没有变化`,
          )
          if (changed > 0)
            say('更新的表如已公开，公众看到的仍是原来的版本；核对后用 npx hengji form publish 公开新版本。')
        })
        exit(status)
      }),
    )
}

/** Filled forms into the filings of a cycle; the exit status is 1 where one could not be filed. */
async function intoCycle(context: Context, paths: string[], cycle: string, dryRun: boolean): Promise<Status> {
  let all = true
  const { status } = await overFiles(paths, async (file) => {
    for (const { title, outcome, message } of await importFile(context, { ...file, dryRun }, cycle, readHere)) {
      all &&= outcome === 'done'
      print(`${file.name}　${title}：${outcome === 'done' ? '' : '未导入，'}${message}`)
    }
  })
  return status === 0 && !all ? 1 : status
}
