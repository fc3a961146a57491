import type { Command } from 'commander'
import { acrossDocuments } from '../actions/check-document.ts'
import { writeReport } from '../actions/write-report.ts'
import type { CheckedDocument } from '../api/check.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { type ReportFormat, reportFormatOf } from '../documents/report/write-report.ts'
import type { Finding } from '../kernel/review/review-rule.ts'
import { readableDocument } from './check-text.ts'
import { overFiles } from './files.ts'
import { checkFile } from './large-file.ts'
import { print, printJson, say } from './outcome.ts'
import { refuseSameFile, save } from './save.ts'

type Options = { json?: boolean; profile?: string; report?: string; explain?: boolean }

/** `check FILE… [--profile ID] [--json] [--explain] [--report OUT]`: findings and recomputed scores. Exit 1 when one is an error. */
export const checkCommand = (program: Command, exit: (status: number) => void): void => {
  program
    .command('check')
    .description('检查绩效表：问题、复算得分；几个文件一起给出时，与上年、批复和同单位的表对照')
    .argument('<file...>', '一个或多个文件、文件夹或 zip 压缩包')
    .option('--profile <id>', '口径，如 shanghai@2023；不给则按地区、年度、表种自动选')
    .option('--json', '输出 JSON')
    .option('--explain', '逐项列出执行率、得分、总分、等级和灯的计算过程')
    .option('--report <out>', '另存一份可以签字的审核报告：docx、pdf 或 html')
    .action(async (paths: string[], { json, profile, report, explain }: Options) => {
      const format = report === undefined ? null : await reportFormat(report, paths)
      const read = await overFiles(paths, (file) => checkFile({ ...file, profile }))
      const { status, several } = read
      const results = read.results.length > 1 ? acrossDocuments(read.results, profile) : read.results
      const published = results.map((document) => asPublished(document, profile))
      if (json) printJson(several ? published : (published[0] ?? { source: paths[0], forms: [] }))
      else for (const document of results) print(readableDocument(document, explain))
      if (report !== undefined && format !== null && results.length > 0) {
        await save(report, writeReport({ documents: results, format, now: new Date() }))
        say(`已输出审核报告 ${report}`)
      }
      const errors = results.some((d) => d.forms.some((f) => f.check.findings.some(isError)))
      exit(status === 0 && errors ? 1 : status)
    })
}

/** Refused before anything is read. */
async function reportFormat(to: string, paths: readonly string[]): Promise<ReportFormat> {
  const format = reportFormatOf(to)
  if (format === null)
    throw new InputProblem('unknown-format', `${to}：审核报告只能存为 docx、pdf 或 html，请换一个扩展名。`)
  for (const path of paths) await refuseSameFile(path, to)
  return format
}

const isError = (finding: Finding) => finding.severity === 'error'

/** The Findings contract. */
const asPublished = ({ source, forms }: CheckedDocument, profile: string | undefined) => ({
  source,
  profile: profile ?? forms[0]?.check.profile ?? null,
  forms: forms.map(({ check }) => check),
})
