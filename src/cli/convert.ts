import type { Command } from 'commander'
import { InputProblem } from '../documents/input-problem.ts'
import { readDocument } from '../documents/read-document.ts'
import { inLayout } from '../documents/write/convert.ts'
import { formatOf, formats } from '../documents/write/formats.ts'
import { unprinted } from '../documents/write/unprinted.ts'
import type { Form } from '../kernel/form/form.ts'
import { openFile } from './files.ts'
import { say } from './outcome.ts'
import { refuseSameFile, save } from './save.ts'

type Options = { readonly to: string; readonly layout?: string }

/** `convert FILE --to OUT [--layout ID]`: any readable document as the official form. */
export const convertCommand = (program: Command): void => {
  program
    .command('convert')
    .description('把文件里的绩效表输出为另一种文件，或同类的另一种表样')
    .argument('<file>', '要转换的文件')
    .requiredOption('--to <out>', `输出文件，按扩展名定格式：${Object.keys(formats).join('、')}`)
    .option('--layout <id>', '输出的表样，金额单位随表样换算')
    .action(convert)
}

async function convert(path: string, { to, layout }: Options): Promise<void> {
  const format = formatOf(to)
  if (format === null)
    throw new InputProblem(
      'unknown-format',
      `${to}：不认识的输出格式，可用的扩展名：${Object.keys(formats).join('、')}`,
    )
  const file = await openFile(path)
  await refuseSameFile(path, to)
  const { source, forms } = await readDocument(file.bytes, file.name)
  const ready = inLayout(forms, layout)
  await save(to, formats[format](ready, source))
  say(`已输出 ${to}：${ready.length} 张表`)
  // JSON holds every field, CSV is a table of indicators by intention.
  if (format !== 'json' && format !== 'csv') ready.forEach(sayUnprinted)
}

function sayUnprinted(form: Form, i: number): void {
  const paths = unprinted(form)
  if (paths.length === 0) return
  const some = paths.slice(0, 5).join('、')
  say(`第${i + 1}张表有 ${paths.length} 处内容在表样里没有位置，未输出：${some}${paths.length > 5 ? ' 等' : ''}`)
}
