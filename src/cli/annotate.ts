import { extname } from 'node:path'
import type { Command } from 'commander'
import { annotateDocument } from '../actions/annotate-document.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { openFile } from './files.ts'
import { say } from './outcome.ts'
import { refuseSameFile, save } from './save.ts'

type Options = { readonly to: string; readonly profile?: string }

/** `annotate FILE --to OUT [--profile ID]`: a copy of the user's own file with the findings in it. Exit 1 when one is an error. */
export const annotateCommand = (program: Command, exit: (status: number) => void): void => {
  program
    .command('annotate')
    .description('把检查出的问题写进原文件的副本：Word、Excel、PDF 写成批注，网页和文本写在原文旁')
    .argument('<file>', '要检查的文件')
    .requiredOption('--to <out>', '输出文件，与原文件同一种格式')
    .option('--profile <id>', '口径，如 shanghai@2023；不给则按地区、年度、表种自动选')
    .action(async (path: string, { to, profile }: Options) => {
      const file = await openFile(path)
      if (extname(path).toLowerCase() !== extname(to).toLowerCase())
        throw new InputProblem(
          'unknown-format',
          `${to}：批注写在原文件的副本里，扩展名须与原文件相同（${extname(path)}）`,
        )
      await refuseSameFile(path, to)
      const { bytes, forms, findings } = await annotateDocument({}, { ...file, profile })
      await save(to, [bytes])
      const { error, warning, advice } = findings
      say(`已输出 ${to}：${forms} 张表，错误 ${error}，警告 ${warning}，建议 ${advice}`)
      exit(error > 0 ? 1 : 0)
    })
}
