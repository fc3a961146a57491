// A25 (beyond the catalogue): what is called by a name in 《》 or “” is called the same all over the form.
// Precision: only long names that differ in one to three characters, numbers apart. On the five documents 2 of 2 findings
// are true.
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, targetForm } from '../../sample.ts'
import { type TextCell, textCells } from '../../text-cells.ts'

type Name = { readonly name: string; readonly cell: TextCell }

/** Shorter names may differ by a character and mean something else: 一网通办, 一窗通办. */
const LEAST = 8
/** Characters two spellings of a name may differ by, added, left out or put in another's place. */
const MOST = 3
/** Forms with more different names than any published one are not paired. */
const MOST_NAMES = 200

function namesIn(cells: readonly TextCell[]): Name[] {
  const found = new Map<string, Name>()
  for (const cell of cells)
    for (const [, title, quoted] of cell.text.matchAll(/《([^《》\n]+)》|“([^“”\n]+)”/g)) {
      const name = (title ?? quoted ?? '').replace(/\s+/g, '')
      if (name.length >= LEAST && !found.has(name)) found.set(name, { name, cell })
    }
  return [...found.values()].slice(0, MOST_NAMES)
}

/** What is left of two names when their common beginning and end are taken away. */
function difference(a: string, b: string): readonly [string, string] {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let back = 0
  while (back < a.length - from && back < b.length - from && a.at(-1 - back) === b.at(-1 - back)) back++
  return [a.slice(from, a.length - back), b.slice(from, b.length - back)]
}

/** A few characters differ within the name, and none of them counts or numbers anything; 系统 and 系统项目 are two names. */
function isSameName(a: string, b: string): boolean {
  if (a.at(-1) !== b.at(-1) || Math.abs(a.length - b.length) > MOST) return false
  const [x, y] = difference(a, b)
  if (Math.max(x.length, y.length) > MOST) return false
  return !/[\d一二三四五六七八九十甲乙丙省市县区国]/.test(x + y) && a.charAt(0) === b.charAt(0)
}

const written = (expected: string, completion: string) => ({
  ...departmentForm(),
  tasks: [{ name: '营商环境', plan: expected, content: null, completion }],
})

export const namesAreSpelledAlike = reviewRule({
  id: 'A25',
  title: '同一文件、活动的名称前后一致',
  severity: 'advice',
  basis: targetManagement,
  fix: '核对正式名称，全表统一。',
  kinds: everyKind,
  messages: { other: '此处写“{name}”，另一处写“{other}”，疑为同一名称。' },
  *check({ form }, { say }) {
    const names = namesIn(textCells(form))
    for (const [i, { name, cell }] of names.entries()) {
      const earlier = names.slice(0, i).find((other) => isSameName(other.name, name))
      if (earlier !== undefined)
        yield say({ path: cell.path, observed: name, expected: earlier.name }, 'other', { name, other: earlier.name })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: written('印发《2022年食品安全工作要点》《2023年食品安全工作要点》。', '已印发《食品安全工作要点》。') },
      { form: written('举办“放心消费承诺单位”活动。', '评选“放心消费承诺街区”12个。') },
    ],
    fails: [
      [
        {
          form: written(
            '印发《韶关市市场监督管理局等八部门迎评方案的通知》',
            '印发《韶关市市场监管局等八部门迎评方案的通知》。',
          ),
          from: '003',
        },
        'other',
        'tasks[0].completion',
      ],
    ],
  }),
})
