import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** Half- and full-width brackets close each other. */
const pairs = [
  ['（(', '）)'],
  ['《', '》'],
  ['【', '】'],
  ['“', '”'],
  ['〔', '〕'],
] as const

/** Brackets of which one side is missing, as printed. */
function unpaired(text: string): string | null {
  if (!/[（(）)《》【】“”〔〕]/.test(text)) return null
  for (const [open, close] of pairs) {
    const opened = [...text].filter((char) => open.includes(char))
    const closed = [...text].filter((char) => close.includes(char))
    if (opened.length > closed.length) return opened.at(-1) ?? null
    if (opened.length < closed.length) return closed.at(-1) ?? null
  }
  return null
}

/** Words of the trade whose first character is easily typed twice: 监监管. */
const trade = [
  '监管',
  '监督',
  '管理',
  '检查',
  '检测',
  '检验',
  '培训',
  '服务',
  '建设',
  '采购',
  '宣传',
  '执法',
  '评估',
  '维护',
  '经费',
  '专项',
]
/** 天津市市场, 中学学科: characters that close one word and open the next. */
const joints = /[市区县省乡镇村校院局委部厅会学员业]/

const doubledFirst = new RegExp(trade.map((word) => word.charAt(0) + word).join('|'))

/** A word written twice in a row: 提升提升, 监监管. Single doubled characters are mostly good Chinese and left alone. */
function doubled(text: string): string | null {
  const word = /([\u4e00-\u9fff]{2,6})\1/.exec(text)
  if (word && new Set(word[1]).size > 1) return word[0]
  const found = doubledFirst.exec(text)
  if (!found || joints.test(found[0].charAt(0))) return null
  // 建设设备: the first of the two ends a good word of its own.
  return trade.includes(text.charAt(found.index - 1) + found[0].charAt(0)) ? null : found[0]
}

function* names(form: Form): Iterable<{ path: string; name: string }> {
  if (form.project?.name) yield { path: 'project.name', name: form.project.name }
  for (const [i, { name }] of form.tasks.entries()) if (name) yield { path: `tasks[${i}].name`, name }
  for (const [i, { name }] of form.indicators.entries()) if (name) yield { path: `indicators[${i}].name`, name }
}

const titled = (name: string) => {
  const form = targetForm()
  return { ...form, project: form.project && { ...form.project, name } }
}

export const namesAreClean = reviewRule({
  id: 'A02',
  title: '项目、任务和指标名称括号配对、无叠字',
  severity: 'warning',
  basis: targetManagement,
  fix: '更正名称中的错字和标点。',
  kinds: everyKind,
  messages: {
    bracket: '名称“{name}”中的“{bracket}”不配对。',
    doubled: '名称“{name}”中“{word}”重复。',
    markup: '名称“{name}”中有多余符号“{mark}”。',
  },
  *check({ form }, { say }) {
    for (const { path, name } of names(form)) {
      const bracket = unpaired(name)
      const word = doubled(name)
      const mark = /\*{2,}|#{2,}|_{2,}|�/.exec(name)?.[0]
      if (bracket !== null) yield say(path, 'bracket', { name, bracket })
      else if (word !== null) yield say(path, 'doubled', { name, word })
      else if (mark !== undefined) yield say(path, 'markup', { name, mark })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: titled('大型检测设备运行维护2024（特检院)'), from: '004' },
      { form: titled('天津市市场监管人人参与项目') },
    ],
    fails: [
      [{ form: titled('特种设备检验2024（特检院））'), from: '004' }, 'bracket', 'project.name'],
      [{ form: titled('市市场监监管专项（非财政拨款项目）'), from: '004' }, 'doubled', 'project.name'],
      [
        {
          form: withIndicators(departmentForm(), { name: '提升提升知识产权创造、运用、保护、服务、管理综合实力' }),
          from: '003',
        },
        'doubled',
        'indicators[0].name',
      ],
      [{ form: withIndicators(targetForm(), { name: '**社会影响力' }), from: '004' }, 'markup', 'indicators[0].name'],
    ],
  }),
})
