// `form list`, `form export`, `form compile`, `form publish`, `form retract`: the stored forms, filed here or imported.
import { extname } from 'node:path'
import type { Command } from 'commander'
import { compileForms } from '../actions/compile-forms.ts'
import type { Context } from '../actions/context.ts'
import { downloadForm } from '../actions/download-form.ts'
import { getForm } from '../actions/get-form.ts'
import { listForms } from '../actions/list-forms.ts'
import { publishForm, retractForm } from '../actions/publish-form.ts'
import { compilations } from '../api/compilations.ts'
import { type FormRow, FormSearch, forms } from '../api/forms.ts'
import { kindLabel } from '../kernel/form/kind-label.ts'
import { type DatabaseOptions, onStoredData, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { save } from './save.ts'
import { table } from './table.ts'

type Search = DatabaseOptions & {
  readonly year?: string
  readonly kind?: string
  readonly grade?: string
  readonly text?: string
}

const searching = (command: Command): Command =>
  withDatabaseOptions(command)
    .option('--year <年度>')
    .option('--kind <类型>', '如 project-self-evaluation')
    .option('--grade <等级>')
    .option('--text <文字>', '项目、单位或标题中的文字')

export function formCommand(program: Command): void {
  const form = program.command('form').description('库中的绩效表：列出、输出、汇编、公开、撤回')
  listCommand(form)
  writeCommands(form)
  publicCommands(form)
}

const listCommand = (form: Command): Command =>
  searching(form.command('list'))
    .description('列出库中的绩效表，新的在前')
    .action((search: Search) =>
      onStoredData(search, async (context) => {
        const rows = await found(context, search)
        if (rows.length === 0) return print('没有符合条件的绩效表。')
        const cells = rows.map((row) => [
          row.id,
          String(row.year ?? ''),
          kindLabel[row.kind],
          row.unit ?? row.department ?? '',
          row.project ?? '',
          row.score ?? '',
          row.grade ?? '',
        ])
        const titles = ['编号', '年度', '类型', '单位', '项目', '得分', '等级']
        print(
          table(
            titles.map((title) => ({ title, max: title === '编号' ? 36 : 24 })),
            cells,
          ),
        )
      }),
    )

/** All that match, in the order of the list. */
async function found(context: Context, { year, kind, grade, text }: Search): Promise<readonly FormRow[]> {
  const rows: FormRow[] = []
  for (let page = 1; ; page++) {
    const next = await listForms(context, FormSearch.parse({ year, kind, grade, text, page }))
    rows.push(...next.rows)
    if (next.rows.length < next.pageSize) return rows
  }
}

function writeCommands(form: Command): void {
  withDatabaseOptions(form.command('export'))
    .description('输出为正式表样的文件，按扩展名定格式：docx、pdf、xlsx、html、csv、json')
    .argument('<编号>')
    .requiredOption('--to <文件>')
    .action((id: string, { to, ...options }: DatabaseOptions & { to: string }) =>
      onStoredData(options, async (context) => {
        const { pieces } = await downloadForm(context, forms.download.input.parse({ id, format: formatOf(to) }))
        await save(to, pieces)
        print(`已输出到 ${to}`)
      }),
    )
  searching(form.command('compile'))
    .description('汇编成册：封面、带页码的目录、书签（docx、pdf、xlsx）；不写编号则汇编符合条件的全部')
    .argument('[编号...]')
    .requiredOption('--to <文件>')
    .requiredOption('--title <标题>', '封面标题')
    .action((ids: string[], { to, title, ...search }: Search & { to: string; title: string }) =>
      onStoredData(search, async (context) => {
        const chosen = ids.length > 0 ? ids : (await found(context, search)).map(({ id }) => id)
        const wanted = compilations.write.input.parse({ forms: chosen, title, format: formatOf(to) })
        const { pieces } = await compileForms(context, wanted)
        await save(to, pieces)
        print(`已把 ${chosen.length} 张表汇编到 ${to}`)
      }),
    )
}

const formatOf = (path: string): string => extname(path).slice(1).toLowerCase()

function publicCommands(form: Command): void {
  withDatabaseOptions(form.command('publish'))
    .description('公开导入的表（在本系统填报的用 filing do publish）')
    .argument('<编号>')
    .option('--acknowledge', '公开前查出的问题已看过，确认公开')
    .action((id: string, { acknowledge, ...options }: DatabaseOptions & { acknowledge?: boolean }) =>
      onStoredData(options, async (context) => {
        const { version, form: one } = await getForm(context, forms.get.input.parse({ id }))
        await publishForm(context, forms.publish.input.parse({ id, version, acknowledged: acknowledge }))
        print(`已公开第${version}版：${one.project?.name ?? one.title ?? id}`)
      }),
    )
  withDatabaseOptions(form.command('retract'))
    .description('撤回公开：仍可看到，标明已撤回和理由')
    .argument('<编号>')
    .requiredOption('--reason <理由>')
    .action((id: string, { reason, ...options }: DatabaseOptions & { reason: string }) =>
      onStoredData(options, async (context) => {
        await retractForm(context, forms.retract.input.parse({ id, reason }))
        say('已撤回，公众仍可看到这张表，并看到撤回的理由。')
      }),
    )
}
