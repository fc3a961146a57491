// What goals and indicators speak of, when the words any plan uses are taken away.

import type { Form } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import { pairsOf } from './pairs.ts'
import { rowsOf, wordsOf } from './rows.ts'

/** Words of every plan: they tie nothing to anything. */
const GENERAL =
  /完成|开展|组织|加强|推进|提升|提高|保障|保证|确保|进一步|不断|有效|有序|顺利|全面|深入|持续|积极|大力|切实|强化|优化|工作|任务|项目|年度|全年|相关|有关|我市|本市|全市|我局|管理|服务|能力|水平|质量|建设|系统|监管|进行|通过|实现|达到|按时|及时|落实|做好|促进|推动|目标内容|目标|内容|数量|次数|个数|家数|笔数|件数|人数|份数|批次|等|的|和|与|及|并|对|为|在|\d+/g

/** One word for what people call by several. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/抽检|抽样/g, '抽查'],
  [/测评/g, '评估'],
  [/聘用/g, '聘请'],
]

const unified = (text: string): string => SAME.reduce((all, [words, word]) => all.replace(words, word), text)

/** The pairs of characters that say what a text is about. */
export function topicOf(text: string | null): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const piece of unified(wordsOf(text)).replace(GENERAL, ' ').split(' '))
    if (piece.length > 1) for (const pair of pairsOf(piece)) pairs.add(pair)
  return pairs
}

/** Everything the indicators speak of. */
export const indicatorTopic = memoOf(
  (form: Form): ReadonlySet<string> =>
    topicOf(
      rowsOf(form)
        .map(({ it }) => `${it.name}，${it.description}，${it.target.text}`)
        .join('，')
        .replace(/[，,]/g, '等'),
    ),
)

/** Everything goals, purpose, name and tasks speak of. */
export const goalTopic = memoOf((form: Form): ReadonlySet<string> => {
  const { goals, project, tasks } = form
  const texts = [goals.overall, goals.annual, goals.expected, project?.purpose, project?.name]
  return topicOf([...texts, ...tasks.flatMap(({ name, plan, content }) => [name, plan, content])].join('等'))
})

export type Task = { readonly path: string; readonly text: string }

/** Where a clause begins with work that ends in something countable. */
const WORK =
  /^(?:[一二三四五六七八九十]是|\d+[.、．]|[（(][一二三四五六七八九十\d]+[）)]|目标(?:内容)?\d*[:：]?|\s)*(?:大力|积极)?(?:完成|开展|举办|组织|编制|制定|采购|制作|印刷|拍摄|做好|实施|推进实施|印发|建立)/

/** The pieces of work a form's goals announce. */
export function announcedWork({ goals }: Form): Task[] {
  return (['overall', 'annual', 'expected'] as const).flatMap((goal) =>
    (goals[goal] ?? '')
      .split(/[。；;，,\n]/)
      .map((text) => text.trim())
      .filter((text) => WORK.test(text))
      .map((text) => ({
        path: `goals.${goal}`,
        text: text.replace(/^(?:\d+[.、．]|[一二三四五六七八九十]是|目标(?:内容)?\d*[:：]?|\s)+/, ''),
      })),
  )
}
