// Reads a department form (部门整体支出绩效自评表) from flattened PDF text.
import { blankForm } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import type { Segment } from '../source-text.ts'
import { amountUnitOf, readFunds } from './funds.ts'
import { readGoals } from './goals.ts'
import { readHead } from './header.ts'
import { readIndicators } from './indicators.ts'
import { fieldRecord } from './record.ts'
import { blocksOf } from './sections.ts'
import { readTasks } from './tasks.ts'

/**
 * The form a segment holds, read with its layout. What is not in the text is null or left out and named in `doubts`;
 * every field that is there has its place in `sources`. Never throws, whatever the text is.
 */
export function readDepartmentFlow(segment: Segment, layout: Layout): Form {
  const record = fieldRecord()
  const blocks = blocksOf(segment.lines, layout)
  const head = readHead(blocks.header, layout, record)
  const tasks = blocks.tasks ? readTasks(blocks.tasks, record) : []
  const goals = readGoals(blocks, layout, record)
  const funds = blocks.funds ? readFunds(blocks.funds, layout, record) : []
  const label = sectionOf(layout, 'indicators')?.label ?? null
  const table = blocks.indicators ? readIndicators(blocks.indicators, label, head.year, record) : undefined
  if (tasks.length === 0) record.doubt('tasks', '没有读到年度主要任务')
  if (funds.length === 0) record.doubt('funds', '没有读到项目资金')
  if (table === undefined || table.indicators.length === 0) record.doubt('indicators', '没有读到绩效指标')
  return record.on({
    ...blankForm(layout.kind),
    ...head,
    amountUnit: blocks.funds ? amountUnitOf(blocks.funds.heading) : null,
    tasks: [...tasks],
    goals,
    funds: [...funds],
    ...table,
    layout: layout.id,
  })
}
