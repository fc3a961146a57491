// What could not be checked, with the reason, and what could not be read: a reviewer must look there.
import type { Form } from '../form/form.ts'
import type { NotChecked } from '../review/review-rule.ts'
import { rules } from '../review/rules/index.ts'
import { type Block, cell } from './block.ts'
import type { ReportedForm } from './reported-form.ts'

/** One reason over all forms: the rules that missed it, and the numbers of the forms. */
type Group = { readonly reason: string; readonly rules: Set<string>; readonly forms: Set<number> }

export function unclearBlocks(forms: readonly ReportedForm[]): readonly Block[] {
  const groups = grouped(forms.map(({ check }) => check.notChecked))
  const unread = forms.flatMap(({ form }, i) => unreadLines(form).map((line) => `第 ${i + 1} 张表${line}`))
  if (groups.length === 0 && unread.length === 0)
    return [{ kind: 'paragraph', text: '没有。全部规则都已检查，全部内容都已读出。' }]
  return [
    ...(groups.length === 0 ? [] : [notCheckedTable(groups, forms.length)]),
    ...unread.map((text): Block => ({ kind: 'paragraph', text })),
  ]
}

/** Longest text that is quoted: what was not read may be half a page. */
const LONGEST = 80

function unreadLines({ doubts = [], notRead = [] }: Form): readonly string[] {
  const at = (line: number | null | undefined): string => (line == null ? '' : `（第 ${line} 行）`)
  return [
    ...doubts.map(({ message, line }) => `未能读出：${message}${at(line)}`),
    ...notRead.map(({ label, text, why, line }) => {
      const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
      return `未归入任何项目的内容：${label === null ? '' : `${label}：`}“${short}”${at(line)}，${why}`
    }),
  ]
}

const titleOf = new Map(rules.map((rule) => [rule.id as string, rule.title]))

const notCheckedTable = (groups: readonly Group[], all: number): Block => ({
  kind: 'table',
  widths: [450, 390, 160],
  head: ['未能检查的规则', '原因', '所在的表'],
  rows: groups.map(({ rules: missed, reason, forms }) => [
    { lines: [...missed].map((rule) => ({ text: `${rule} ${titleOf.get(rule) ?? ''}`.trim() })) },
    cell(reason),
    cell(forms.size === all ? (all === 1 ? '本表' : `全部 ${all} 张`) : `第 ${ranges([...forms])} 张`, 'center'),
  ]),
})

function grouped(perForm: readonly (readonly NotChecked[])[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const [i, list] of perForm.entries())
    for (const { rule, reason } of list) {
      const group = groups.get(reason) ?? { reason, rules: new Set(), forms: new Set() }
      group.rules.add(rule)
      group.forms.add(i + 1)
      groups.set(reason, group)
    }
  return [...groups.values()].sort((a, b) => b.forms.size - a.forms.size)
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
