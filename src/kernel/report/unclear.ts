// What could not be checked, with the reason, and what could not be read: a reviewer must look there.
import type { NotChecked } from '../review/review-rule.ts'
import { rules } from '../review/rules/index.ts'
import { type Block, cell } from './block.ts'
import type { ReportedForm } from './report.ts'

/** One rule and reason over all forms, with the numbers of the forms it is about. */
type Group = NotChecked & { readonly forms: readonly number[] }

export function unclearBlocks(forms: readonly ReportedForm[]): readonly Block[] {
  const groups = grouped(forms.map(({ check }) => check.notChecked))
  const doubts = forms.flatMap(({ form }, i) =>
    (form.doubts ?? []).map(({ message, line }) => ({ form: i + 1, message, line })),
  )
  if (groups.length === 0 && doubts.length === 0)
    return [{ kind: 'paragraph', text: '没有。全部规则都已检查，全部内容都已读出。' }]
  return [
    ...(groups.length === 0 ? [] : [notCheckedTable(groups, forms.length)]),
    ...doubts.map(
      ({ form, message, line }): Block => ({
        kind: 'paragraph',
        text: `第 ${form} 张表未能读出：${message}${line === undefined ? '' : `（第 ${line} 行）`}`,
      }),
    ),
  ]
}

const titleOf = new Map(rules.map((rule) => [rule.id as string, rule.title]))

const notCheckedTable = (groups: readonly Group[], all: number): Block => ({
  kind: 'table',
  widths: [80, 300, 460, 160],
  head: ['规则', '要求', '未能检查的原因', '所在的表'],
  rows: groups.map(({ rule, reason, forms }) => [
    cell(rule, 'center'),
    cell(titleOf.get(rule) ?? ''),
    cell(reason),
    cell(forms.length === all ? (all === 1 ? '本表' : `全部 ${all} 张`) : `第 ${ranges(forms)} 张`, 'center'),
  ]),
})

function grouped(perForm: readonly (readonly NotChecked[])[]): readonly Group[] {
  const groups = new Map<string, { rule: string; reason: string; forms: number[] }>()
  for (const [i, list] of perForm.entries())
    for (const { rule, reason } of list) {
      const key = `${rule} ${reason}`
      const group = groups.get(key) ?? { rule, reason, forms: [] }
      if (group.forms.at(-1) !== i + 1) group.forms.push(i + 1)
      groups.set(key, group)
    }
  return [...groups.values()].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
}

/** 1、3—5: numbers in order, neighbours together. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from}—${to}`))
    .join('、')
}
