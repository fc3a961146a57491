// What has to be proved at each task: the checklist of evidence, and how a file can prove a value.
import type { Form } from '../form/form.ts'
import { at } from '../form/path.ts'
import type { MissingCell } from '../lifecycle/missing-cells.ts'
import type { TaskKind } from '../lifecycle/state.ts'

/** 取值方式, as the guide to core indicators (财预〔2021〕101号) names them. */
export const methods = {
  direct: '直接证明',
  statistics: '情况统计',
  statement: '情况说明',
  survey: '问卷调查',
  trend: '趋势判断',
} as const
export type Method = keyof typeof methods

export type Item = {
  readonly title: string
  /** One for the whole form, or one for every indicator. */
  readonly per: 'form' | 'indicator'
  readonly required: boolean
}

const other = { title: '其他材料', per: 'form', required: false } as const

export const checklists = {
  declaration: {
    basis: { title: '立项依据', per: 'form', required: true },
    budget: { title: '预算测算明细', per: 'form', required: true },
    appraisal: { title: '事前绩效评估报告', per: 'form', required: false },
    target: { title: '指标值设定依据', per: 'indicator', required: false },
    other,
  },
  adjustment: {
    reason: { title: '调整依据', per: 'form', required: true },
    target: { title: '指标值设定依据', per: 'indicator', required: false },
    other,
  },
  monitoring: {
    payment: { title: '资金支付明细', per: 'form', required: false },
    result: { title: '指标完成情况证明', per: 'indicator', required: false },
    other,
  },
  'self-evaluation': {
    payment: { title: '资金支付明细', per: 'form', required: true },
    result: { title: '指标完成情况证明', per: 'indicator', required: true },
    survey: { title: '满意度调查问卷及统计', per: 'indicator', required: false },
    other,
  },
} as const satisfies Record<TaskKind, Readonly<Record<string, Item>>>

/** The items of a task, by their names. */
export const itemsOf = (task: TaskKind): Readonly<Record<string, Item>> => checklists[task]

export type Given = { readonly kind: string; readonly rowKey: string | null }

export type Checked = Item & {
  readonly kind: string
  /** The task insists on it: without it nothing is handed in. */
  readonly blocks: boolean
  /** How many files there are. */
  readonly given: number
  /** Required and not proved: paths of indicators, '' for the form as a whole. */
  readonly missing: readonly string[]
}

/** The checklist of a task with what is still owed for this form; `insisted` = items nothing is handed in without. */
export function checked(
  task: TaskKind,
  form: Form,
  files: readonly Given[],
  insisted: readonly string[] = [],
): readonly Checked[] {
  return Object.entries(itemsOf(task)).map(([kind, item]) => {
    const own = files.filter((file) => file.kind === kind)
    const blocks = insisted.includes(kind)
    const missing = item.required || blocks ? owed(item, form, own) : []
    return { ...item, required: item.required || blocks, kind, blocks, given: own.length, missing }
  })
}

/** What stands against handing the form in, one sentence an item and place. */
export const missingEvidence = (checklist: readonly Checked[], form: Form): readonly MissingCell[] =>
  checklist
    .filter(({ blocks }) => blocks)
    .flatMap(({ title, missing }) =>
      missing.map((path) => {
        const name = path === '' ? null : at(form, `${path}.name`)
        const which = typeof name === 'string' ? `指标“${name}”` : ''
        return { path, message: `${which}缺少佐证材料“${title}”，请上传后再提交。` }
      }),
    )

/** A file for the form as a whole proves every indicator of it. */
function owed({ per }: Item, form: Form, own: readonly Given[]): readonly string[] {
  if (own.some(({ rowKey }) => rowKey === null)) return []
  if (per === 'form') return own.length > 0 ? [] : ['']
  return form.indicators.flatMap(({ name, key }, i) =>
    name !== null && !own.some(({ rowKey }) => rowKey === (key ?? '')) ? [`indicators[${i}]`] : [],
  )
}
