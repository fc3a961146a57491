import { basename } from 'node:path'
import type { Command } from 'commander'
import { InputProblem } from '../documents/input-problem.ts'
import { readDocument } from '../documents/read-document.ts'
import { compilations, isCompilation } from '../documents/write/compile.ts'
import { inLayout } from '../documents/write/convert.ts'
import { formatOf, formats } from '../documents/write/formats.ts'
import { undrawn } from '../documents/write/pdf.ts'
import { unprinted } from '../documents/write/unprinted.ts'
import type { Form } from '../kernel/form/form.ts'
import { overFiles } from './files.ts'
import { type Status, say } from './outcome.ts'
import { refuseSameFile, save } from './save.ts'

type Options = {
  readonly to: string
  readonly layout?: string
  readonly compile?: boolean
  readonly title?: string
}

/** `convert FILE… --to OUT [--layout ID] [--compile] [--title TEXT]`: any readable documents as the official forms. */
export const convertCommand = (program: Command, exit: (status: number) => void): void => {
  program
    .command('convert')
    .description('把文件里的绩效表输出为另一种文件，或同类的另一种表样')
    .argument('<file...>', '要转换的文件、文件夹或压缩包，全部输出到一个文件')
    .requiredOption('--to <out>', `输出文件，按扩展名定格式：${Object.keys(formats).join('、')}`)
    .option('--layout <id>', '输出的表样，金额单位随表样换算')
    .option('--compile', `汇编成册：封面、带页码的目录、书签（${Object.keys(compilations).join('、')}）`)
    .option('--title <text>', '汇编的封面标题')
    .action(async (paths: string[], options: Options) => exit(await convert(paths, options)))
}

async function convert(paths: readonly string[], options: Options): Promise<Status> {
  const { to, layout } = options
  const write = writerFor(options)
  for (const path of paths) await refuseSameFile(path, to)
  const { results, status } = await overFiles(paths, ({ bytes, name }) => readDocument(bytes, name))
  if (results.length === 0) return status
  const forms = inLayout(
    results.flatMap((document) => document.forms),
    layout,
  )
  await save(to, write(forms, results.length === 1 ? (results[0]?.source ?? '') : basename(to)))
  say(`已输出 ${to}：${forms.length} 张表`)
  // JSON holds every field, CSV is a table of indicators by intention.
  if (!/\.(json|csv)$/i.test(to)) forms.forEach(sayUnprinted)
  if (layout !== undefined) forms.forEach(sayUnscaled)
  if (/\.pdf$/i.test(to)) sayUndrawn(forms)
  return status
}

type Write = (forms: readonly Form[], source: string) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Throws `InputProblem` for a format that is unknown or cannot be a compilation. */
function writerFor({ to, compile, title }: Options): Write {
  const format = formatOf(to)
  if (format === null)
    throw new InputProblem(
      'unknown-format',
      `${to}：不认识的输出格式，可用的扩展名：${Object.keys(formats).join('、')}`,
    )
  if (!compile) {
    if (title !== undefined) throw new InputProblem('unknown-format', '--title 是汇编的封面标题，请同时加上 --compile')
    return formats[format]
  }
  if (!isCompilation(format))
    throw new InputProblem('unknown-format', `${to}：汇编只能输出为 ${Object.keys(compilations).join('、')}`)
  return (forms) => compilations[format](forms, title ?? '绩效表汇编')
}

function sayUndrawn(forms: readonly Form[]): void {
  const signs = undrawn(forms)
  if (signs.length === 0) return
  const some = signs.slice(0, 10).join(' ')
  say(`有 ${signs.length} 个字符字库里没有，在 PDF 中显示为空框：${some}${signs.length > 10 ? ' 等' : ''}`)
}

function sayUnprinted(form: Form, i: number): void {
  const lost = unprinted(form)
  if (lost.length > 0) say(`第${i + 1}张表：表样里没有位置，未输出${lost.join('；')}`)
}

/** Amounts are never taken for 元 or 万元 where the document does not say which. */
function sayUnscaled(form: Form, i: number): void {
  const hasMoney = form.funds.some((fund) => fund.initialBudget ?? fund.annualBudget ?? fund.executed)
  if (form.amountUnit === null && hasMoney)
    say(`第${i + 1}张表：原文没有写明金额单位，金额按原数输出，未作换算，请核对`)
}
