import type { Command } from 'commander'
import type { ReadDocument } from '../documents/read-document.ts'
import type { Form } from '../kernel/form/form.ts'
import { overFiles } from './files.ts'
import { readFile } from './large-file.ts'
import { print, printJson } from './outcome.ts'
import { table } from './table.ts'

/** `read FILE… [--json]`: the forms in a document. */
export const readCommand = (program: Command, exit: (status: number) => void): void => {
  program
    .command('read')
    .description('读出文件里的绩效表')
    .argument('<file...>', '一个或多个文件、文件夹或 zip 压缩包')
    .option('--json', '输出 JSON（格式见 docs/format）')
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      const { results, status, several } = await overFiles(paths, readFile)
      if (json) printJson(several ? results : (results[0] ?? { source: paths[0], forms: [] }))
      else for (const document of results) print(readable(document))
      exit(status)
    })
}

const readable = ({ source, forms, notes = [] }: ReadDocument): string =>
  [
    [`${source}：${forms.length} 张表`, ...notes.map((note) => `   说明：${note}`)].join('\n'),
    ...forms.map((form, i) => readableForm(form, i + 1)),
  ].join('\n\n')

function readableForm(form: Form, no: number): string {
  const head = [
    ['年度', form.year === null ? null : String(form.year)],
    ['项目名称', form.project?.name],
    ['主管部门', [form.department?.name, form.department?.code].filter(Boolean).join(' ')],
    ['实施单位', [form.unit?.code, form.unit?.name].filter(Boolean).join(' ')],
    ['总得分', form.totals.score],
    ['等级', form.grade],
  ].filter(([, value]) => value)
  const parts = [`${no}. ${form.title ?? ''}`, head.map(([label, value]) => `   ${label}：${value}`).join('\n')]
  if (form.funds.length > 0) parts.push(fundTable(form))
  if (form.indicators.length > 0) parts.push(indicatorTable(form))
  for (const doubt of form.doubts ?? [])
    parts.push(`   未读出：${doubt.message}${doubt.line ? `（第${doubt.line}行）` : ''}`)
  const { notRead = [] } = form
  if (notRead.length > 0) parts.push(`   未归入任何项目的内容 ${notRead.length} 处：`)
  for (const { label, text, why, line } of notRead)
    parts.push(
      `   - ${label === null ? '' : `${oneLine(label)}：`}“${oneLine(text)}”${line ? `（第${line}行）` : ''}，${why}`,
    )
  return parts.join('\n')
}

/** A cell of several lines on one, cut where it is long. */
const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

const fundTable = (form: Form): string =>
  table(
    [
      { title: `资金（${form.amountUnit ?? '单位不明'}）`, max: 24 },
      { title: '年初预算', max: 16, align: 'right' },
      { title: '全年预算', max: 16, align: 'right' },
      { title: '全年执行', max: 16, align: 'right' },
      { title: '分值', max: 8, align: 'right' },
      { title: '执行率', max: 8, align: 'right' },
      { title: '得分', max: 8, align: 'right' },
    ],
    form.funds.map((f) => [
      `${f.level > 0 ? '  ' : ''}${f.label}`,
      f.initialBudget,
      f.annualBudget,
      f.executed,
      f.weight,
      f.rate,
      f.score,
    ]),
  )

const indicatorTable = (form: Form): string =>
  table(
    [
      { title: '一级', max: 10 },
      { title: '二级', max: 14 },
      { title: '三级指标', max: 34 },
      { title: '指标值', max: 20 },
      { title: '完成值', max: 16 },
      { title: '分值', max: 6, align: 'right' },
      { title: '得分', max: 6, align: 'right' },
    ],
    form.indicators.map((i) => [
      i.dimension,
      i.aspect,
      i.name,
      i.target.text,
      i.actual?.text ?? null,
      i.weight,
      i.score,
    ]),
  )
