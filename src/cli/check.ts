import type { Command } from 'commander'
import { acrossDocuments } from '../actions/check-document.ts'
import type { CheckedDocument } from '../api/check.ts'
import type { FormCheck } from '../kernel/review/check.ts'
import type { Finding } from '../kernel/review/review-rule.ts'
import { overFiles } from './files.ts'
import { checkFile } from './large-file.ts'
import { print, printJson } from './outcome.ts'
import { table } from './table.ts'

type Options = { json?: boolean; profile?: string }

/** `check FILE… [--profile ID] [--json]`: findings and recomputed scores. Exit 1 when one is an error. */
export const checkCommand = (program: Command, exit: (status: number) => void): void => {
  program
    .command('check')
    .description('检查绩效表：问题、复算得分；几个文件一起给出时，与上年、批复和同单位的表对照')
    .argument('<file...>', '一个或多个文件、文件夹或 zip 压缩包')
    .option('--profile <id>', '口径，如 shanghai@2023；不给则按地区、年度、表种自动选')
    .option('--json', '输出 JSON')
    .action(async (paths: string[], { json, profile }: Options) => {
      const read = await overFiles(paths, (file) => checkFile({ ...file, profile }))
      const { status, several } = read
      const results = read.results.length > 1 ? acrossDocuments(read.results, profile) : read.results
      const published = results.map((document) => asPublished(document, profile))
      if (json) printJson(several ? published : (published[0] ?? { source: paths[0], forms: [] }))
      else for (const document of results) print(readable(document))
      const errors = results.some((d) => d.forms.some((f) => f.check.findings.some(isError)))
      exit(status === 0 && errors ? 1 : status)
    })
}

const isError = (finding: Finding) => finding.severity === 'error'

/** The Findings contract. */
const asPublished = ({ source, forms }: CheckedDocument, profile: string | undefined) => ({
  source,
  profile: profile ?? forms[0]?.check.profile ?? null,
  forms: forms.map(({ check }) => check),
})

const severityLabel = { error: '错误', warning: '警告', advice: '建议' } as const

function readable({ source, forms, notes }: CheckedDocument): string {
  const count = (severity: Finding['severity']) =>
    forms.reduce((n, f) => n + f.check.findings.filter((x) => x.severity === severity).length, 0)
  return [
    `${source}：${forms.length} 张表，错误 ${count('error')}，警告 ${count('warning')}，建议 ${count('advice')}`,
    ...notes.map((note) => `说明：${note}`),
    ...forms.map(({ check }, i) => readableCheck(check, i + 1)),
  ].join('\n\n')
}

function readableCheck(check: FormCheck, no: number): string {
  const lines = [`${no}. ${check.project ?? '（无项目名称）'}（口径 ${check.profile}）`]
  if (check.total.printed !== null || check.total.computed !== null)
    lines.push(
      `   总分：填报 ${check.total.printed ?? '—'}，复算 ${check.total.computed ?? '—'}；等级：填报 ${check.grade.printed ?? '—'}，复算 ${check.grade.computed ?? '—'}`,
    )
  for (const severity of ['error', 'warning', 'advice'] as const)
    for (const f of check.findings.filter((x) => x.severity === severity)) lines.push(readableFinding(f))
  const differing = check.scores.filter((s) => s.verdict === 'different' || s.verdict === 'outside')
  if (differing.length > 0) lines.push('', scoreTable(differing))
  if (check.notChecked.length > 0)
    lines.push(`   未能检查：${check.notChecked.map((n) => `${n.rule} ${n.reason}`).join('；')}`)
  lines.push(`   通过 ${check.passed} 条规则`)
  return lines.join('\n')
}

const readableFinding = (f: Finding): string =>
  [
    `   [${severityLabel[f.severity]}] ${f.rule} ${f.indicator ? `${f.indicator}：` : ''}${f.message}`,
    f.arithmetic ? `          算式：${f.arithmetic}` : null,
    `          依据：${f.basis}；建议：${f.fix}`,
  ]
    .filter((line) => line !== null)
    .join('\n')

const scoreTable = (scores: FormCheck['scores']): string =>
  table(
    [
      { title: '   位置', max: 40 },
      { title: '填报', max: 10, align: 'right' },
      { title: '复算', max: 14, align: 'right' },
      { title: '算式', max: 40 },
    ],
    scores.map((s) => [
      `   ${s.indicator ?? s.path}`,
      s.printed,
      s.computed ?? (s.range ? `${s.range.from}–${s.range.to}` : null),
      s.formula,
    ]),
  )
