import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { createFiling } from '../actions/create-filing.ts'
import { bringWorkbook, takeWorkbook } from '../actions/filing-workbook.ts'
import { getFiling } from '../actions/get-filing.ts'
import { listFilings } from '../actions/list-filings.ts'
import { compareVersions } from '../actions/list-versions.ts'
import * as moves from '../actions/move-filing.ts'
import { rebaseFiling } from '../actions/rebase-filing.ts'
import { filings } from '../api/filings.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { type Verb, verbs } from '../kernel/lifecycle/verbs.ts'
import { attachCommand } from './attach.ts'
import { organisationByCode } from './by-code.ts'
import { type DatabaseOptions, onStoredData, withDatabaseOptions } from './database-options.ts'
import { print } from './outcome.ts'
import { save } from './save.ts'
import { table } from './table.ts'

/** The verbs the command line does; what belongs to a person (accept, sign, delegate) is done by that person. */
const moving = {
  submit: moves.submitFiling,
  withdraw: moves.withdrawFiling,
  approve: moves.approveFiling,
  'send-back': moves.sendBackFiling,
  release: moves.releaseFiling,
  remind: moves.remindFiling,
  adjust: moves.adjustFiling,
  reopen: moves.reopenFiling,
  abandon: moves.abandonFiling,
  discard: moves.discardFiling,
  rebase: rebaseFiling,
  publish: moves.publishFiling,
  retract: moves.retractFiling,
} as const satisfies Partial<Record<Verb, unknown>>

const isMoving = (verb: string): verb is keyof typeof moving => Object.hasOwn(moving, verb)

/** `filing list`, `show`, `create`, `do VERB ID`, `attach`, `diff`, `export`, `import`. */
export function filingCommand(program: Command): void {
  const filing = program.command('filing').description('填报件：列出、查看、新建、办理、导出和导入')
  listCommand(filing)
  showCommand(filing)
  createCommand(filing)
  doCommand(filing)
  attachCommand(filing)
  workbookCommands(filing)
}

type Listed = DatabaseOptions & { state?: string; late?: boolean; text?: string; task?: string; ids?: boolean }

const listCommand = (filing: Command): Command =>
  withDatabaseOptions(filing.command('list'))
    .description('列出填报件，等待最久的在前')
    .option('--state <状态>', '如 draft、unit-review、approved')
    .option('--late', '只列逾期未报的')
    .option('--text <文字>', '项目或单位名称中的文字')
    .option('--task <任务编号>', '只列这个任务的')
    .option('--ids', '只打印编号，一行一个，供脚本使用')
    .action(({ state, late, text, task, ids, ...options }: Listed) =>
      onStoredData(options, async (context) => {
        const box = late ? 'late' : undefined
        const search = filings.list.input.parse({ state, box, taskId: task, text: text ?? '', limit: 200 })
        const { rows, total } = await listFilings(context, search)
        if (ids) return print(rows.map(({ id }) => `${id}\n`).join(''))
        if (rows.length === 0) return print('没有符合条件的填报件。')
        const titles = ['编号', '状态', '单位', '项目', '任务', '']
        const lines = rows.map((row) => [
          row.id,
          row.stateTitle,
          row.organisation,
          row.project ?? '',
          row.taskTitle,
          row.late ? '逾期' : '',
        ])
        print(
          table(
            titles.map((title) => ({ title, max: title === '编号' ? 36 : 24 })),
            lines,
          ),
        )
        if (total > rows.length) print(`共 ${total} 件，只列出前 ${rows.length} 件。`)
      }),
    )

const showCommand = (filing: Command): Command =>
  withDatabaseOptions(filing.command('show'))
    .description('一份填报件：在哪里、走过的环节、还缺什么')
    .argument('<编号>')
    .action((id: string, options: DatabaseOptions) =>
      onStoredData(options, async (context) => {
        const view = await getFiling(context, filings.get.input.parse({ id }))
        print(`${view.organisation}　${view.project ?? ''}　${view.taskTitle}（第${view.version}版）`)
        print(view.standing)
        for (const { at, by, title, reason } of view.steps)
          print(`  ${minuteOf(at)}　${by}　${title}${reason ? `：${reason}` : ''}`)
        for (const { message } of view.missing) print(`  缺：${message}`)
        for (const { severity, message } of view.check.findings) if (severity === 'error') print(`  错：${message}`)
        const able = view.verbs.filter(({ allowed }) => allowed).map(({ verb, title }) => `${verb}（${title}）`)
        print(`可办理：${able.join('、') || '无'}`)
      }),
    )

/** As the clocks in China show it. */
const minuteOf = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

type Created = DatabaseOptions & { task: string; for: string; project?: string; from: string }

const createCommand = (filing: Command): Command =>
  withDatabaseOptions(filing.command('create'))
    .description('为一个任务新建填报件')
    .requiredOption('--task <编号>')
    .requiredOption('--for <代码>', '填报单位的代码')
    .option('--project <编号>')
    .option('--from <来源>', 'empty、last-year 或 approved-target', 'empty')
    .action(({ task, for: code, project, from, ...options }: Created) =>
      onStoredData(options, async (context) => {
        const organisationId = (await organisationByCode(context, code)).id
        const given = filings.create.input.parse({ taskId: task, organisationId, projectId: project ?? null, from })
        print((await createFiling(context, given)).id)
      }),
    )

type Done = DatabaseOptions & { reason?: string; to?: string; acknowledge?: boolean }

const doCommand = (filing: Command): Command =>
  withDatabaseOptions(filing.command('do'))
    .description(`办理：${Object.keys(moving).join('、')}`)
    .argument('<动作>')
    .argument('<编号>')
    .option('--reason <理由>')
    .option('--to <环节>', '退回到 preparer、unit-review 或 department-review', 'preparer')
    .option('--acknowledge', '公开前查出的问题已看过，确认公开')
    .action((verb: string, id: string, { reason, to, acknowledge = false, ...options }: Done) =>
      onStoredData(options, async (context) => {
        if (!isMoving(verb))
          throw new InputProblem('not-found', `没有动作“${verb}”。可用的动作：${Object.keys(moving).join('、')}`)
        const given =
          verb === 'send-back'
            ? filings.sendBack.input.parse({ id, reason, to })
            : { id, reason, acknowledged: acknowledge }
        const { stateTitle } = await moving[verb](context, given)
        print(`${verbs[verb].title}：现为“${stateTitle}”。`)
      }),
    )

function workbookCommands(filing: Command): void {
  withDatabaseOptions(filing.command('diff'))
    .description('两个版本在意思上的差别')
    .argument('<编号>')
    .argument('<从第几版>')
    .argument('[到第几版]')
    .action((filingId: string, from: string, to: string | undefined, options: DatabaseOptions) =>
      onStoredData(options, async (context) => {
        const changes = await compareVersions(context, {
          filingId,
          from: Number(from),
          to: to ? Number(to) : undefined,
        })
        print(changes.map(({ message }) => message).join('\n') || '两个版本意思相同。')
      }),
    )
  withDatabaseOptions(filing.command('export'))
    .description('导出为可离线编辑的工作簿')
    .argument('<编号>')
    .requiredOption('--to <文件>')
    .action((id: string, { to, ...options }: DatabaseOptions & { to: string }) =>
      onStoredData(options, async (context) => save(to, [(await takeWorkbook(context, { id })).bytes])),
    )
  withDatabaseOptions(filing.command('import'))
    .description('合并离线编辑过的工作簿')
    .argument('<编号>')
    .argument('<文件>')
    .option('--dry-run', '只列出会改什么')
    .action((id: string, path: string, { dryRun, ...options }: DatabaseOptions & { dryRun?: boolean }) =>
      onStoredData(options, async (context) => {
        const bytes = await readFile(path).catch(() => {
          throw new InputProblem('not-found', `${path}：文件不存在或不能读取，请检查路径。`)
        })
        const input = { id, name: basename(path), bytes, dryRun: dryRun ? 'true' : 'false' } as const
        const { changes, conflicts, refused } = await bringWorkbook(context, input)
        for (const { message } of changes) print(message)
        for (const { label, mine, theirs } of conflicts)
          print(`冲突：${label}，文件中为“${mine ?? ''}”，现为“${theirs ?? ''}”`)
        for (const { message } of refused) print(`不能修改：${message}`)
        if (changes.length === 0) print('没有改动。')
      }),
    )
}
