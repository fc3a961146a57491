import type { Command } from 'commander'
import { extendTask } from '../actions/change-task.ts'
import { getTask } from '../actions/get-task.ts'
import { getCycle, listCycles } from '../actions/list-cycles.ts'
import { openCycle } from '../actions/open-cycle.ts'
import { openTask } from '../actions/open-task.ts'
import { tasks } from '../api/tasks.ts'
import { organisationByCode } from './by-code.ts'
import { type DatabaseOptions, onDatabase, onStoredData, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { table } from './table.ts'

type Opened = DatabaseOptions & { year: string; name: string; by: string; profile: string }
type TaskOpened = DatabaseOptions & {
  kind: string
  title: string
  layout: string
  opens: string
  due: string
  closes?: string
  for: string[]
  below: string[]
  evidence: string[]
}

/** `cycle list`, `cycle open`, `task open CYCLE`, `task show TASK`, `task extend TASK`. */
export const cycleCommand = (program: Command): void => {
  const cycle = program.command('cycle').description('年度：列出、开设')
  withDatabaseOptions(cycle.command('list'))
    .description('列出年度和任务')
    .action((options: DatabaseOptions) =>
      onStoredData(options, async (context) => {
        for (const row of await listCycles(context)) {
          print(
            `${row.id}　${row.fiscalYear} ${row.name}（${row.organisation}，${row.profile}）${row.closed ? '　已关闭' : ''}`,
          )
          for (const task of (await getCycle(context, { id: row.id })).tasks)
            print(
              `  ${task.id}　${task.title}（${task.layout}）${task.opensOn} 至 ${task.dueOn}${task.closed ? '　已关闭' : ''}`,
            )
        }
      }),
    )
  withDatabaseOptions(cycle.command('open'))
    .description('开设年度')
    .requiredOption('--year <年份>')
    .requiredOption('--name <名称>')
    .requiredOption('--by <代码>', '组织单位的代码')
    .requiredOption('--profile <口径>')
    .action(({ year, name, by, profile, ...options }: Opened) =>
      onDatabase(options, async (context) => {
        const { id } = await openCycle(context, {
          organisationId: (await organisationByCode(context, by)).id,
          fiscalYear: Number(year),
          name,
          profile,
        })
        print(id)
      }),
    )
  taskCommand(program)
}

const list = (value: string, before: readonly string[]): string[] => [...before, ...value.split(',').filter(Boolean)]

function taskCommand(program: Command): void {
  const task = program.command('task').description('任务：开放、查看进度、延期')
  withDatabaseOptions(task.command('open'))
    .description('在年度中开放一个任务')
    .argument('<年度编号>')
    .requiredOption('--kind <类型>', 'declaration、adjustment、monitoring 或 self-evaluation')
    .requiredOption('--title <名称>')
    .requiredOption('--layout <表样>')
    .requiredOption('--opens <日期>')
    .requiredOption('--due <日期>')
    .option('--closes <日期>')
    .requiredOption('--for <代码>', '对哪些机构开放，逗号分隔', list, [])
    .option('--below <类型>', '连同其下的 department、unit 或 office', list, [])
    .option('--evidence <类别>', '必须有的佐证材料，缺了不能提交，如 basis,budget', list, [])
    .action(
      (
        cycleId: string,
        { for: codes, opens, due, closes, kind, title, layout, below, evidence, ...options }: TaskOpened,
      ) =>
        onDatabase(options, async (context) => {
          const organisations: string[] = []
          for (const code of codes) organisations.push((await organisationByCode(context, code)).id)
          const given = tasks.open.input.parse({
            cycleId,
            kind,
            title,
            layout,
            opensOn: opens,
            dueOn: due,
            closesOn: closes ?? null,
            organisations,
            below,
            evidence,
          })
          const opened = await openTask(context, given)
          say(`已对 ${opened.organisations} 个机构开放，任务编号：`)
          print(opened.id)
        }),
    )
  withDatabaseOptions(task.command('show'))
    .description('各单位的进度')
    .argument('<任务编号>')
    .action((id: string, options: DatabaseOptions) =>
      onStoredData(options, async (context) => {
        const { organisations, holidaysKnown } = await getTask(context, { id })
        const rows = organisations.map((o) =>
          [
            o.code,
            o.name,
            o.deadline,
            o.notStarted,
            o.draft + o.returned,
            o.inReview,
            o.settled,
            o.late ? '逾期' : '',
          ].map(String),
        )
        const titles = ['代码', '单位', '期限', '未开始', '填报中', '审核中', '已完成', '']
        print(
          table(
            titles.map((title) => ({ title, max: title === '单位' ? 40 : 14 })),
            rows,
          ),
        )
        if (!holidaysKnown) print('该年的节假日安排未收录，期限只顺延周末。')
      }),
    )
  withDatabaseOptions(task.command('extend'))
    .description('给一个单位延期')
    .argument('<任务编号>')
    .requiredOption('--for <代码>')
    .requiredOption('--to <日期>')
    .requiredOption('--reason <原因>')
    .action(
      (
        id: string,
        { for: code, to, reason, ...options }: DatabaseOptions & { for: string; to: string; reason: string },
      ) =>
        onDatabase(options, async (context) => {
          const { organisationId, ...rest } = tasks.extend.input.parse({
            id,
            organisationId: (await organisationByCode(context, code)).id,
            to,
            reason,
          })
          await extendTask(context, { ...rest, organisationId })
        }),
    )
}
