// G20 (beyond the catalogue): where a form has no results in its table, the told results speak of every indicator.
// Precision: an indicator counts as told when one sentence holds half of the character pairs of its name; on the five
// documents 11 of the 15 rows named are nowhere told, 4 in other words only; hence advice.
import { hasActuals } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { pairsOf } from '../../pairs.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, rowsOf } from '../../rows.ts'
import { departmentForm } from '../../sample.ts'

/** Share of a name's character pairs from which a sentence speaks of it. */
const TOLD = 0.5

function isTold(name: ReadonlySet<string>, sentences: readonly ReadonlySet<string>[]): boolean {
  const enough = name.size * TOLD
  return sentences.some((pairs) => {
    let shared = 0
    for (const pair of name) if (pairs.has(pair)) shared++
    return shared >= enough
  })
}

const told = (actual: string, completion: string) => {
  const form = departmentForm()
  return {
    ...form,
    goals: { ...form.goals, actual },
    tasks: [{ name: '教师培训', plan: null, content: null, completion }],
    indicators: form.indicators.slice(0, 2).map((row) => ({ ...row, actual: null })),
  }
}

export const resultsWithoutColumnAreTold = reviewRule({
  id: 'G20',
  title: '没有完成值栏的表，完成情况逐项交代指标',
  severity: 'advice',
  basis: evaluation,
  fix: '在完成情况中写明这些指标各完成多少，或补设实际完成值一栏。',
  kinds: evaluations,
  messages: { untold: '全表没有实际完成值，完成情况也没有提到第 {rows} 行共 {count} 条指标（如“{name}”）。' },
  *check({ form }, { say }) {
    if (form.indicators.length === 0 || hasActuals(form)) return
    const sentences = [form.goals.actual, ...form.tasks.map(({ completion }) => completion)]
      .flatMap((text) => (text ?? '').split(/[。；;\n]/))
      .map(pairsOf)
      .filter((pairs) => pairs.size > 0)
    if (sentences.length === 0) return
    const untold = rowsOf(form).filter(({ name }) => !isTold(pairsOf(coreName(name)), sentences))
    const [first] = untold
    if (first === undefined) return
    const rows = untold.map(({ path }) => Number(/\d+/.exec(path)?.[0]) + 1).join('、')
    yield say({ path: 'indicators', quote: null }, 'untold', { rows, count: untold.length, name: first.name })
  },
  examples: () => ({
    passes: [
      { form: departmentForm() },
      { form: told('全年举办培训班21期。', '培训考核合格率达到95%。') },
      { form: { ...told('', ''), tasks: [] } },
    ],
    fails: [[{ form: told('全年举办培训班21期。', '教师队伍建设取得成效。'), from: '003' }, 'untold', 'indicators']],
  }),
})
